/// Something that the municipalities of a region agreed on together (*regionale afspraak*), in numbered versions.
package struct Agreement: Hashable, Sendable {
    package let id: ID<Agreement>
    package let theme: Theme
    package let title: String
    /// By number; the last is in force from its day on.
    package let versions: [Version]

    package init(id: ID<Agreement>, theme: Theme, title: String, versions: [Version]) {
        self.id = id
        self.theme = theme
        self.title = title
        self.versions = versions
    }

    /// The raw value is stored.
    package enum Theme: String, CaseIterable, Sendable {
        case competence, communication, information, pools, other
    }

    package struct Version: Hashable, Sendable {
        /// From 1.
        package let number: Int
        /// From when it holds.
        package let day: Day
        package let text: String
        /// Where it was decided: "AB 19 februari 2020".
        package let source: String

        package init(number: Int, day: Day, text: String, source: String) {
            self.number = number
            self.day = day
            self.text = text
            self.source = source
        }
    }

    /// Nil before the first begins.
    package func version(on day: Day) -> Version? {
        versions.last { $0.day <= day }
    }
}

/// What a municipality did with one version of an agreement, from a day on; nothing is taken away, so that its history
/// stays.
package struct Adoption: Hashable, Sendable {
    package let id: ID<Adoption>
    package let agreement: ID<Agreement>
    package let version: Int
    package let municipality: Code<Municipality>
    package let choice: Choice
    package let day: Day

    package init(
        id: ID<Adoption>, agreement: ID<Agreement>, version: Int, municipality: Code<Municipality>,
        choice: Choice, day: Day
    ) {
        self.id = id
        self.agreement = agreement
        self.version = version
        self.municipality = municipality
        self.choice = choice
        self.day = day
    }

    /// A municipality may decide that it takes part from next year on; what lies later is a slip of the pen.
    package static let daysAheadMax = 366

    package enum Choice: Hashable, Sendable {
        case adopted
        /// Local tailoring (*lokaal maatwerk*), with the region's judgement of it.
        case deviates(String, harm: Harm)
        /// It no longer takes part.
        case withdrawn
    }

    /// Whether tailoring harms regional cooperation.
    package enum Harm: Hashable, Sendable {
        case notJudged
        case harmless(ground: String)
        case harmful(ground: String)
    }
}

/// How a municipality stands towards an agreement on a day.
package enum AdoptionStanding: Hashable, Sendable {
    /// Nothing was ever said, or nothing that still holds.
    case notYet
    case adopted(Adoption)
    case deviates(Adoption)
    /// It took over an earlier version and said nothing about this one.
    case earlier(Adoption)
    case withdrawn(Adoption)

    /// - Parameter adoptions: of one municipality and one agreement, in the order in which they were recorded.
    package init(_ adoptions: [Adoption], version: Int, on day: Day) {
        let begun = adoptions.filter { $0.day <= day }
        let last = begun.indices.max { (begun[$0].day, $0) < (begun[$1].day, $1) }.map { begun[$0] }
        guard let last else {
            self = .notYet
            return
        }
        self =
            switch last.choice {
            case .withdrawn: .withdrawn(last)
            case .adopted: last.version < version ? .earlier(last) : .adopted(last)
            case .deviates: last.version < version ? .earlier(last) : .deviates(last)
            }
    }

    /// Whether people of the municipality may be counted on under the agreement: it took over some version of it, and
    /// does not deviate in a way that harms.
    package var binds: Bool {
        switch self {
        case .notYet, .withdrawn: false
        case .adopted: true
        case .deviates(let adoption), .earlier(let adoption):
            if case .deviates(_, harm: .harmful) = adoption.choice { false } else { true }
        }
    }
}

/// How many municipalities stand where.
package struct AdoptionFigures: Hashable, Sendable {
    package private(set) var adopted = 0
    package private(set) var deviating = 0
    /// Of those that deviate: harm was found.
    package private(set) var harmful = 0
    /// Of those that deviate: nobody judged it.
    package private(set) var unjudged = 0
    package private(set) var notYet = 0

    package init(_ standings: some Sequence<AdoptionStanding>) {
        for standing in standings {
            switch standing {
            case .adopted: adopted += 1
            case .notYet, .earlier, .withdrawn: notYet += 1
            case .deviates(let adoption):
                deviating += 1
                guard case .deviates(_, let harm) = adoption.choice else { continue }
                switch harm {
                case .harmful: harmful += 1
                case .notJudged: unjudged += 1
                case .harmless: break
                }
            }
        }
    }

    package var municipalities: Int { adopted + deviating + notYet }
}
