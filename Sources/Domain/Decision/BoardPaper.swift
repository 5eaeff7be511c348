/// A paper on its way through the bodies (*stuk*): what is to be decided, in numbered versions.
package struct BoardPaper: Hashable, Sendable {
    package let id: ID<BoardPaper>
    package let title: String
    package let subject: Subject
    /// The office for which it is made (*opdrachtgever*), such as "portefeuillehouder Bevolkingszorg".
    package let principal: String

    package init(id: ID<BoardPaper>, title: String, subject: Subject, principal: String) {
        self.id = id
        self.title = title
        self.subject = subject
        self.principal = principal
    }

    /// What the paper is about, and which one of those.
    package struct Subject: Hashable, Sendable {
        package let kind: Kind
        /// The id of the thing; empty for one that Oranje does not hold.
        package let reference: String

        package init(_ kind: Kind, reference: String = "") {
            self.kind = kind
            self.reference = reference
        }

        /// The raw value is stored.
        package enum Kind: String, CaseIterable, Sendable {
            case plan, agreement, budgetRequest, capacityRequest, accountability, vision, report, other
        }
    }
}

/// One version of a paper. What a body says is bound to the version it had before it.
package struct PaperVersion: Hashable, Sendable {
    /// From 1, in the order in which they were made.
    package let number: Int
    /// As it stands on the paper: "0.3".
    package let label: String
    package let day: Day
    /// What changed or what it says, for whoever has to advise.
    package let summary: String
    /// The main lines are those of the version before; the first version has none before it.
    package let keepsOutlines: Bool

    package init(number: Int, label: String, day: Day, summary: String, keepsOutlines: Bool) {
        self.number = number
        self.label = label
        self.day = day
        self.summary = summary
        self.keepsOutlines = keepsOutlines
    }
}

/// One stop on the way of a paper, in order.
package struct PaperStep: Hashable, Sendable {
    package let id: ID<PaperStep>
    package let body: Code<GoverningBody>
    package let role: PaperRole
    /// Nil: no meeting was found yet.
    package let plannedOn: Day?

    package init(id: ID<PaperStep>, body: Code<GoverningBody>, role: PaperRole, plannedOn: Day?) {
        self.id = id
        self.body = body
        self.role = role
        self.plannedOn = plannedOn
    }
}
