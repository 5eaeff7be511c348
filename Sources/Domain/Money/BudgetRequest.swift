/// The request for money of a year, laid before every municipality the year before (*budgetaanvraag*).
package struct BudgetRequest: Hashable, Sendable {
    package let id: ID<BudgetRequest>
    package let year: Int
    package let sentOn: Day
    /// Why it is asked.
    package let ground: String
    /// Structural capacity by purpose; a purpose that is not in it is not asked.
    package let capacity: [Capacity]

    package init(id: ID<BudgetRequest>, year: Int, sentOn: Day, ground: String, capacity: [Capacity]) {
        self.id = id
        self.year = year
        self.sentOn = sentOn
        self.ground = ground
        self.capacity = capacity
    }

    /// Structural capacity, with why so much is needed.
    package struct Capacity: Hashable, Sendable {
        package let purpose: Purpose
        /// In hundredths of one full-time place: 350 is 3,5 fte. Nil: not established.
        package let hundredths: Int?
        package let ground: String

        package init(purpose: Purpose, hundredths: Int?, ground: String) {
            self.purpose = purpose
            self.hundredths = hundredths
            self.ground = ground
        }
    }

    /// What the capacity is for, as Gelderland-Midden asked it; the raw value is stored.
    package enum Purpose: String, CaseIterable, Sendable {
        case policy, strategy, training
    }

    /// More than any regional office has.
    package static let hundredthsMax = 10_000

    /// All together, in hundredths; nil while one purpose has no number.
    package var hundredths: Int? {
        capacity.isEmpty || capacity.contains { $0.hundredths == nil }
            ? nil : capacity.compactMap(\.hundredths).reduce(0, +)
    }

    /// Councils may give their view through this day; nil when the term is not established.
    package func viewsThrough(weeks: Int?) -> Day? { weeks.map { sentOn.adding(days: $0 * 7) } }
}

/// How far a request came in one municipality; the raw value is stored, in the order of the way.
package enum RequestState: String, CaseIterable, Comparable, Sendable {
    case received, college, view, processed

    package static func < (left: RequestState, right: RequestState) -> Bool {
        left.place < right.place
    }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// That a request came so far in a municipality, and when. Never changed: a later step follows it.
package struct RequestStep: Hashable, Sendable {
    package let id: ID<RequestStep>
    package let request: ID<BudgetRequest>
    package let municipality: Code<Municipality>
    package let state: RequestState
    package let day: Day
    /// What the view said, or what was done with it.
    package let note: String

    package init(
        id: ID<RequestStep>, request: ID<BudgetRequest>, municipality: Code<Municipality>,
        state: RequestState,
        day: Day, note: String
    ) {
        self.id = id
        self.request = request
        self.municipality = municipality
        self.state = state
        self.day = day
        self.note = note
    }

    package func faults(of request: BudgetRequest, after earlier: [RequestStep], today: Day) -> [StepFault] {
        var faults: [StepFault] = []
        if day > today { faults.append(.inTheFuture(day)) }
        if day < request.sentOn { faults.append(.beforeSent(request.sentOn)) }
        if let last = earlier.filter({ $0.municipality == municipality }).max(by: { $0.day < $1.day }),
            day < last.day
        {
            faults.append(.beforeLast(last.day))
        }
        return faults
    }
}

package enum StepFault: Error, Hashable, Sendable {
    case inTheFuture(Day)
    case beforeSent(Day)
    case beforeLast(Day)
}

/// A request with how far it came everywhere.
package struct RequestProgress: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package let municipality: Code<Municipality>
        /// The newest; nil while nothing was heard.
        package let step: RequestStep?
        /// The day by which the council can say something has passed, and nothing of it is known.
        package let isLate: Bool
    }

    package let rows: [Row]

    package init(
        municipalities: [Code<Municipality>], steps: [RequestStep], viewsThrough: Day?, today: Day
    ) {
        rows = municipalities.map { code in
            let own = steps.filter { $0.municipality == code }
            let step = own.max { ($0.day, $0.state, $0.id) < ($1.day, $1.state, $1.id) }
            let hasView = own.contains { $0.state >= .view }
            return Row(
                municipality: code, step: step,
                isLate: viewsThrough.map { $0 < today } == true && !hasView)
        }
    }

    package func count(_ state: RequestState?) -> Int { rows.count { $0.step?.state == state } }
}
