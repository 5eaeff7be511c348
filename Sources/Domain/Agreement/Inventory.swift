/// A dated look at how every municipality stands (*inventarisatie, stand van zaken*), with the same questions for all.
package struct InventoryRound: Hashable, Sendable {
    package let id: ID<InventoryRound>
    package let title: String
    /// The day that the answers are about.
    package let referenceDay: Day
    /// The last day on which it can be filled in.
    package let closesOn: Day

    package init(id: ID<InventoryRound>, title: String, referenceDay: Day, closesOn: Day) {
        self.id = id
        self.title = title
        self.referenceDay = referenceDay
        self.closesOn = closesOn
    }

    package func isOpen(on day: Day) -> Bool { day <= closesOn }
}

/// One question, the same in every round so that years compare.
package struct InventoryQuestion: Hashable, Sendable {
    package let code: Code<InventoryQuestion>
    package let section: Section
    package let text: String
    package let kind: Kind
    /// The largest number that can be meant.
    package let numberMax: Int
    /// The question of the same section of whose answer this one is a part, and so never more.
    package let whole: Code<InventoryQuestion>?

    package init(
        code: Code<InventoryQuestion>, section: Section, text: String, kind: Kind,
        numberMax: Int = anyNumberMax, whole: Code<InventoryQuestion>? = nil
    ) {
        self.code = code
        self.section = section
        self.text = text
        self.kind = kind
        self.numberMax = numberMax
        self.whole = whole
    }

    /// The parts that different people fill in. The raw value is stored.
    package enum Section: String, CaseIterable, Sendable {
        case organisation, budget, definition, people, involvement, columns, trust
    }

    package enum Kind: Hashable, Sendable {
        case choice([String])
        /// A whole number of that unit.
        case number(unit: String)
        /// Whole euros.
        case euros
        /// From 1, hardly, to 5, wholly.
        case grade
        case text
    }

    /// Of a question that has no smaller bound of its own.
    package static let anyNumberMax = 1_000_000_000
    package static let textMax = 2000

    /// The answer as it is stored; empty takes it away. Nil when it is no answer to this question.
    package func answer(_ typed: String) -> String? {
        if typed.isEmpty { return "" }
        switch kind {
        case .choice(let options): return options.contains(typed) ? typed : nil
        case .grade: return Int(typed).flatMap { (1...5).contains($0) ? "\($0)" : nil }
        case .text: return typed.count <= Self.textMax ? typed : nil
        case .number, .euros:
            let digits = typed.filter { !$0.isWhitespace && $0 != "." && $0 != "€" }
            guard let number = Int(digits), (0...numberMax).contains(number) else { return nil }
            return "\(number)"
        }
    }
}

extension [InventoryQuestion] {
    /// Every answer that is more than the whole of which it is a part, with that whole.
    ///
    /// - Parameter answers: as they would be stored.
    package func excesses(
        _ answers: [Code<InventoryQuestion>: String]
    ) -> [(part: InventoryQuestion, whole: InventoryQuestion)] {
        compactMap { part in
            guard let whole = first(where: { $0.code == part.whole }),
                let value = answers[part.code].flatMap({ Int($0) }),
                let limit = answers[whole.code].flatMap({ Int($0) }), value > limit
            else { return nil }
            return (part, whole)
        }
    }
}

/// What a municipality answered, with every earlier answer kept.
package struct InventoryAnswer: Hashable, Sendable {
    package let question: Code<InventoryQuestion>
    /// From 1; each change is the next.
    package let version: Int
    /// Empty: taken away again.
    package let value: String
    package let at: Instant
    /// Who gave it, by display name.
    package let by: String

    package init(question: Code<InventoryQuestion>, version: Int, value: String, at: Instant, by: String) {
        self.question = question
        self.version = version
        self.value = value
        self.at = at
        self.by = by
    }
}

/// What somebody typed at one question, and which answer they had before them.
package struct InventoryEdit: Hashable, Sendable {
    package let question: Code<InventoryQuestion>
    /// The version on the form; 0 when there was no answer.
    package let base: Int
    /// As it would be stored.
    package let value: String

    package init(question: Code<InventoryQuestion>, base: Int, value: String) {
        self.question = question
        self.base = base
        self.value = value
    }

    package enum Outcome: Hashable, Sendable {
        /// Nothing was typed, or somebody else typed the same.
        case nothing
        /// It becomes the next version.
        case saved
        /// Somebody else answered something else meanwhile: both are shown, and nothing of either is lost.
        case conflict(InventoryAnswer)
    }

    /// - Parameter history: every answer to this question, first to last.
    package func outcome(_ history: [InventoryAnswer]) -> Outcome {
        let last = history.last
        let seen = history.last { $0.version <= base }?.value ?? ""
        if value == seen || value == last?.value ?? "" { return .nothing }
        guard let last, last.version > base else { return .saved }
        return .conflict(last)
    }
}

/// How far answers to one question lie apart.
package struct InventorySpread: Hashable, Sendable {
    package let answered: Int
    package let asked: Int
    /// Of numbers, euros and grades; nil when nobody answered or there is nothing to order.
    package let least: Int?
    /// The lower one of an even number of answers.
    package let median: Int?
    package let most: Int?
    /// Of choices, in the order of the question: how many gave it.
    package let counts: [Count]

    package struct Count: Hashable, Sendable {
        package let option: String
        package let municipalities: Int
    }

    /// - Parameter values: one for each municipality that was asked, empty where there is no answer.
    package init(_ question: InventoryQuestion, _ values: [String]) {
        let given = values.filter { !$0.isEmpty }
        asked = values.count
        answered = given.count
        switch question.kind {
        case .number, .euros, .grade:
            let numbers = given.compactMap { Int($0) }.sorted()
            least = numbers.first
            most = numbers.last
            median = numbers.isEmpty ? nil : numbers[(numbers.count - 1) / 2]
            counts = []
        case .choice(let options):
            least = nil
            median = nil
            most = nil
            counts = options.map { option in
                Count(option: option, municipalities: given.count { $0 == option })
            }
        case .text:
            least = nil
            median = nil
            most = nil
            counts = []
        }
    }
}
