/// What a function asks of whoever holds it, for a time (*eis*; spec C1): a row of a requirement profile.
package struct Requirement: Hashable, Sendable {
    package let id: ID<Requirement>
    package let function: Code<CrisisFunction>
    /// Nil: the regional standard. A municipality adds for its own people, and never lowers.
    package let municipality: Code<Municipality>?
    package let subject: Subject
    package let terms: Terms
    /// First day on which it is asked; nil: always.
    package let validFrom: Day?
    package let validThrough: Day?
    package let status: NormStatus
    package let source: String
    /// The body that established it; empty when none has yet.
    package let confirmedBy: String
    package let version: Int

    package init(
        id: ID<Requirement>, function: Code<CrisisFunction>, municipality: Code<Municipality>? = nil,
        subject: Subject, terms: Terms, validFrom: Day? = nil, validThrough: Day? = nil,
        status: NormStatus = .regionalDecision, source: String = "", confirmedBy: String = "",
        version: Int = 1
    ) {
        self.id = id
        self.function = function
        self.municipality = municipality
        self.subject = subject
        self.terms = terms
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.status = status
        self.source = source
        self.confirmedBy = confirmedBy
        self.version = version
    }

    /// What has to be there.
    package enum Subject: Hashable, Sendable {
        /// The base certificate of the function (NIPV, formerly IFV).
        case baseLevel
        /// A certificate for one part of the work, by its name.
        case specialisation(String)
        case activity(ActivityKind)
    }

    /// How much of it, how often, and what is forgiven.
    package struct Terms: Hashable, Sendable {
        package let amount: Amount
        package let period: Period
        /// How long it stays good after the amount was reached; nil: as long as the period says.
        package let validityMonths: Int?
        /// Days in which somebody still counts after it lapsed; nil: as the norm of the region says.
        package let graceDays: Int?
        /// Only what was done once this was there counts; `basicCourse` stands for the base level.
        package let prerequisite: ActivityKind?
        /// Whether a person may be excused from it.
        package let mayBeExempt: Bool

        package init(
            amount: Amount = .times(1), period: Period = .once, validityMonths: Int? = nil,
            graceDays: Int? = nil, prerequisite: ActivityKind? = nil, mayBeExempt: Bool = true
        ) {
            self.amount = amount
            self.period = period
            self.validityMonths = validityMonths
            self.graceDays = graceDays
            self.prerequisite = prerequisite
            self.mayBeExempt = mayBeExempt
        }
    }

    package enum Amount: Hashable, Sendable {
        /// Zero takes the base level out of the regional standard; nothing else is asked zero times.
        case times(Int)
        case hours(Int)
    }

    package enum Period: Hashable, Sendable {
        /// Once and for all.
        case once
        /// In each calendar year; what was done in a year is good through the end of the next.
        case calendarYear
        /// In the months before the moment in question.
        case months(Int)
    }

    package func holds(on day: Day) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validThrough.map { day <= $0 } ?? true)
    }

    /// Whether there is a day on which both are asked.
    package func meets(_ other: Requirement) -> Bool {
        let start = max(validFrom?.daysSince1970 ?? .min, other.validFrom?.daysSince1970 ?? .min)
        let end = min(validThrough?.daysSince1970 ?? .max, other.validThrough?.daysSince1970 ?? .max)
        return start <= end
    }
}

extension Requirement.Terms {
    /// Whether somebody who satisfies these terms may fall short of `standard`.
    ///
    /// Terms in another measure or period are not compared: they are asked besides the standard.
    package func isLower(than standard: Requirement.Terms) -> Bool {
        if let graceDays, graceDays > standard.graceDays ?? 0 { return true }
        if let validityMonths, let least = standard.validityMonths, validityMonths > least { return true }
        switch (amount, standard.amount) {
        case (.times(let asked), .times(let least)), (.hours(let asked), .hours(let least)):
            switch (period, standard.period) {
            case (.once, .once), (.calendarYear, .calendarYear): return asked < least
            // Fewer in as long or longer is less; more in a shorter time is not.
            case (.months(let own), .months(let regional)): return asked * regional < least * own
            case (.once, _): return asked <= least
            default: return false
            }
        default: return false
        }
    }
}
