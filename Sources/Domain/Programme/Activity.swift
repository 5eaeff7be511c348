/// Something that the programme offers (*activiteit*): a course, an exercise, a meet-up. It takes place in sessions.
package struct Activity: Hashable, Sendable {
    package let id: ID<Activity>
    package let title: String
    package let kind: ActivityKind
    /// For whom it is, and for which functions it counts; empty means everybody.
    package let functions: [Code<CrisisFunction>]
    package let explanation: String
    /// The yearly exercise of all parts together that the law asks for (Bvr 2.5.1).
    package let isJoint: Bool
    /// Somebody passes or fails; otherwise being there is enough.
    package let hasResult: Bool
    /// Of the row, against two people who change it at once.
    package let version: Int

    package init(
        id: ID<Activity>, title: String, kind: ActivityKind, functions: [Code<CrisisFunction>],
        explanation: String,
        isJoint: Bool, hasResult: Bool, version: Int
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.functions = functions
        self.explanation = explanation
        self.isJoint = isJoint
        self.hasResult = hasResult
        self.version = version
    }
}
