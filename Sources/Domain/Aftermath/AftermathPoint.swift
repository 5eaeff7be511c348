/// One thing that goes on after a deployment.
package struct AftermathPoint: Hashable, Sendable {
    package let id: ID<AftermathPoint>
    package let topic: AftermathTopic
    package let what: String
    package let owner: String
    package let dueOn: Day?
    package let isDone: Bool
    /// What it costs or claims; nil where money plays no part.
    package let amount: Money?
    /// What in the deployment it was taken over from; nil for what began here.
    package let source: ID<DeploymentThing>?

    package init(
        id: ID<AftermathPoint>, topic: AftermathTopic, what: String, owner: String = "", dueOn: Day? = nil,
        isDone: Bool = false, amount: Money? = nil, source: ID<DeploymentThing>? = nil
    ) {
        self.id = id
        self.topic = topic
        self.what = what
        self.owner = owner
        self.dueOn = dueOn
        self.isDone = isDone
        self.amount = amount
        self.source = source
    }

    package func isOverdue(on day: Day) -> Bool {
        guard let dueOn else { return false }
        return !isDone && dueOn < day
    }

    package func done(_ isDone: Bool) -> AftermathPoint {
        AftermathPoint(
            id: id, topic: topic, what: what, owner: owner, dueOn: dueOn, isDone: isDone, amount: amount,
            source: source)
    }
}

/// What an aftermath has to think of (domain.md §10.1).
package enum AftermathTopic: String, CaseIterable, Sendable {
    /// An action of the deployment that goes on.
    case action
    case shelter, damage
    /// Liability, permits, decisions against which people object.
    case legal
    /// Psychosocial help, care for people and for the crews.
    case care
    case communication
    case commemoration
    case evaluation
    case cost
}

/// What is known of one file, for a sentence above it.
package struct AftermathOverview: Hashable, Sendable {
    package let open: Int
    package let overdue: Int
    /// Of all points, done or not.
    package let amount: Money
    /// About which nobody wrote anything, "nothing" included. Actions come from the deployment.
    package let silent: [AftermathTopic]

    package init(_ points: [AftermathPoint], on day: Day) {
        open = points.count { !$0.isDone }
        overdue = points.count { $0.isOverdue(on: day) }
        amount = Money(cents: points.compactMap(\.amount?.cents).reduce(0, +))
        let told = Set(points.map(\.topic))
        silent = AftermathTopic.allCases.filter { $0 != .action && !told.contains($0) }
    }
}
