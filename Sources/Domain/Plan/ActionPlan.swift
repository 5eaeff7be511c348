/// A plan of action (*plan van aanpak*): for whom it is, what it is for, and what it asks of money.
package struct ActionPlan: Hashable, Sendable {
    package let id: ID<ActionPlan>
    package let title: String
    /// The office for which it is made (*opdrachtgever*), never a name.
    package let principal: String
    /// What led to it.
    package let occasion: String
    package let objective: String
    /// With whom it was made.
    package let process: String
    /// The days it is about.
    package let firstDay: Day
    package let lastDay: Day
    package let budget: Budget
    /// Of the row, against two people who change it at once.
    package let version: Int

    package init(
        id: ID<ActionPlan>, title: String, principal: String, occasion: String, objective: String,
        process: String,
        firstDay: Day, lastDay: Day, budget: Budget, version: Int = 1
    ) {
        self.id = id
        self.title = title
        self.principal = principal
        self.occasion = occasion
        self.objective = objective
        self.process = process
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.budget = budget
        self.version = version
    }

    /// What the plan costs in its own year, and how that is shared.
    package struct Budget: Hashable, Sendable {
        /// Nil: not established.
        package let amount: Money?
        /// What it is for: "bijeenkomsten, advies en communicatie".
        package let purpose: String
        /// The key by its name (*verdeelsleutel*), which says nothing about its shares.
        package let keyName: String
        /// The request for the year after goes to the municipalities no later than this day.
        package let nextRequestBy: Day?

        package init(amount: Money?, purpose: String, keyName: String, nextRequestBy: Day?) {
            self.amount = amount
            self.purpose = purpose
            self.keyName = keyName
            self.nextRequestBy = nextRequestBy
        }
    }
}

/// One thing that a plan says, from what is wrong to what is done about it.
package struct PlanPart: Hashable, Sendable {
    package let id: ID<PlanPart>
    package let kind: Kind
    /// From 1 within its kind.
    package let number: Int
    package let title: String
    package let text: String
    /// Where it comes from: the meeting or the document.
    package let source: String
    /// The later parts that follow from it.
    package let leadsTo: Set<ID<PlanPart>>
    /// Only of a sub-activity.
    package let activity: SubActivity?

    package init(
        id: ID<PlanPart>, kind: Kind, number: Int, title: String, text: String, source: String,
        leadsTo: Set<ID<PlanPart>> = [], activity: SubActivity? = nil
    ) {
        self.id = id
        self.kind = kind
        self.number = number
        self.title = title
        self.text = text
        self.source = source
        self.leadsTo = leadsTo
        self.activity = activity
    }

    /// In the order of reasoning; the raw value is stored.
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case bottleneck, wish, conclusion, recommendation, subActivity
        /// A basic agreement for carrying out the plan; it follows from nothing and leads to nothing.
        case agreement

        /// How far along the reasoning it stands; nil beside it.
        package var stage: Int? {
            switch self {
            case .bottleneck, .wish: 0
            case .conclusion: 1
            case .recommendation: 2
            case .subActivity: 3
            case .agreement: nil
            }
        }
    }
}

/// What is done (*deelactiviteit*). What nobody established is nil.
package struct SubActivity: Hashable, Sendable {
    /// The office that leads it; empty when it was not given to anybody.
    package let lead: String
    package let hours: Int?
    package let budget: Money?
    package let firstDay: Day?
    package let lastDay: Day?
    package let state: State
    /// The sub-activities that must be done first.
    package let after: Set<ID<PlanPart>>

    package init(
        lead: String = "", hours: Int? = nil, budget: Money? = nil, firstDay: Day? = nil, lastDay: Day? = nil,
        state: State = .planned, after: Set<ID<PlanPart>> = []
    ) {
        self.lead = lead
        self.hours = hours
        self.budget = budget
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.state = state
        self.after = after
    }

    /// The raw value is stored.
    package enum State: String, CaseIterable, Codable, Sendable {
        case planned, running, done, stopped
    }
}
