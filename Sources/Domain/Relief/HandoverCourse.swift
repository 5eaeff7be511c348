/// One handover through all its entries: the one that stands, whatever number somebody knew it by.
package struct HandoverCourse: Sendable {
    /// The entry that stands.
    package let entry: DeploymentEntry
    package let value: Handover
    private let numbers: Set<Int>

    private init(_ entry: DeploymentEntry, _ value: Handover, _ entries: [DeploymentEntry]) {
        self.entry = entry
        self.value = value
        numbers = Set(entries.map(\.number)).union([entry.number])
    }

    /// Those that stand, in the order in which they were last written.
    ///
    /// - Parameter entries: every handover of a deployment, what was replaced too, in any order.
    package static func all(_ entries: [DeploymentEntry]) -> [HandoverCourse] {
        let entries = entries.sorted { $0.number < $1.number }
        return entries.compactMap { entry in
            guard entry.supersededBy == nil, case .handover(let value) = entry.content else { return nil }
            return HandoverCourse(
                entry, value, entries.filter { $0.thing != nil && $0.thing == entry.thing })
        }
    }

    /// A confirmation takes the place of what it confirms: an older number still means this handover.
    package func isKnown(as number: Int) -> Bool { numbers.contains(number) }
}
