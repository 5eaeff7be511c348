/// What was found about a deployment, and what is learnt from it (spec E1).
package struct Evaluation: Hashable, Sendable {
    package let summary: String
    /// As the journal names them; whoever wrote last does not approve.
    package let preparedBy: String
    package let findings: [Finding]
    package let lessons: [Lesson]
    package let approved: Approval?

    package struct Approval: Hashable, Sendable {
        package let name: String
        package let at: Instant

        package init(name: String, at: Instant) {
            self.name = name
            self.at = at
        }
    }

    package init(
        summary: String, preparedBy: String, findings: [Finding], lessons: [Lesson], approved: Approval?
    ) {
        self.summary = summary
        self.preparedBy = preparedBy
        self.findings = findings
        self.lessons = lessons
        self.approved = approved
    }

    /// Why it is not approved; nil when it may be.
    package func refusal(toApproval account: String, isOver: Bool) -> EvaluationRefusal? {
        if approved != nil { return .approved }
        if !isOver { return .stillRunning }
        if summary.isEmpty { return .noSummary }
        let unowned = lessons.filter { $0.action.isEmpty || $0.owner.isEmpty || $0.dueOn == nil }
        if !unowned.isEmpty { return .lessonWithoutAction(unowned.count) }
        // A deputy is themself, whoever they stand in for.
        if account.split(separator: " ").first == preparedBy.split(separator: " ").first {
            return .sameAccount
        }
        return nil
    }
}

/// Why an evaluation is not approved or changed.
package enum EvaluationRefusal: Error, Hashable, Sendable {
    case approved
    case stillRunning
    case noSummary
    case lessonWithoutAction(Int)
    case sameAccount
    case noText
}

/// Something that was seen, under a heading of the inspection's frame (domain.md §10.2).
package struct Finding: Hashable, Sendable {
    package let id: ID<Finding>
    package let heading: Heading
    package let text: String
    /// It went well, and should stay so.
    package let isStrength: Bool

    package enum Heading: String, CaseIterable, Sendable {
        case organisation, alarm, scaling, information, municipalProcesses
    }

    package init(id: ID<Finding>, heading: Heading, text: String, isStrength: Bool) {
        self.id = id
        self.heading = heading
        self.text = text
        self.isStrength = isStrength
    }
}

/// What is learnt, with what somebody will do about it by a day.
package struct Lesson: Hashable, Sendable {
    package let id: ID<Lesson>
    package let text: String
    package let action: String
    package let owner: String
    package let dueOn: Day?
    package let doneOn: Day?
    /// The sub-activity of the plan of action in which it is done; nil when it stands by itself.
    package let part: ID<PlanPart>?

    package init(
        id: ID<Lesson>, text: String, action: String, owner: String, dueOn: Day?, doneOn: Day? = nil,
        part: ID<PlanPart>? = nil
    ) {
        self.id = id
        self.text = text
        self.action = action
        self.owner = owner
        self.dueOn = dueOn
        self.doneOn = doneOn
        self.part = part
    }

    package func isOverdue(on day: Day) -> Bool {
        guard let dueOn else { return false }
        return doneOn == nil && dueOn < day
    }
}
