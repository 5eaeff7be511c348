import Domain

/// The fictitious organisation of the sample, before it is written: who works where in which function, with
/// what papers.
///
/// Everything follows from the seed and the start; no clock, no name of a real person.
struct SamplePlan {
    struct Person {
        let municipality: Code<Municipality>
        let personnelNumber: String
        let name: PersonName
        let functions: [Code<CrisisFunction>]
        let mobile: String
        let email: String
        let paper: Paper
        /// Known when the roster was made.
        let plannedAbsences: [Interval]
        /// Came up after the roster was published.
        let laterAbsences: [Interval]
        /// Functions held for the own municipality only.
        let localFunctions: Set<Code<CrisisFunction>>

        func isLocal(_ function: Code<CrisisFunction>) -> Bool { localFunctions.contains(function) }
    }

    /// What is known of the base certificate.
    enum Paper: Equatable {
        case valid(issued: Day, through: Day?)
        case requested
        /// Nothing is on record.
        case unknown
    }

    /// How many people the sample has per function, together 260. Two pools are thin, as some are in every
    /// region: there the proof shows that it matters who falls out.
    private static let poolSizes: [(function: String, people: Int)] = [
        ("OVDBZ", 44), ("ACBZ", 20), ("HTOCC", 18), ("HTOABZ", 22), ("HTONF", 7), ("ACCROT", 18),
        ("ACCBT", 6),
        ("OGA", 16), ("ICBZ", 22), ("CO", 28), ("GS", 13), ("ARB", 13), ("MDWO", 33),
    ]
    /// One person in so many holds a second function.
    private static let secondFunctionEvery = 9

    private(set) var people: [Person] = []
    private var random: Randomness
    private let start: Day
    private let local: LocalOrganisation?
    private var takenNames: Set<String> = []

    /// - Parameters:
    ///   - places: municipalities with how much they weigh, and which functions their people can serve in time.
    ///   - local: how municipalities organise it themselves; nil when they share their lines.
    init(seed: UInt64, start: Day, places: [SamplePlace], local: LocalOrganisation? = nil) {
        random = Randomness(seed: seed)
        self.start = start
        self.local = local
        for pool in Self.poolSizes {
            let function = Code<CrisisFunction>(pool.function)
            if let local, local.isLocal(function) {
                for place in local.homes(function, count: pool.people, of: places) {
                    addPerson(at: place, function, in: places)
                }
                continue
            }
            let near = places.filter { $0.functionsInTime.contains(function) }
            for number in 0..<pool.people {
                // Administrators' functions: one a municipality, round the table.
                let isLocal = ["GS", "ARB"].contains(pool.function)
                let place = isLocal ? places[number % places.count] : pick(near.isEmpty ? places : near)
                addPerson(at: place, function, in: places)
            }
        }
    }

    private mutating func addPerson(
        at place: SamplePlace, _ function: Code<CrisisFunction>, in places: [SamplePlace]
    ) {
        var functions = [function]
        let rostered = Self.poolSizes.prefix(10).map { Code<CrisisFunction>($0.function) }
        let others = rostered.filter { $0 != function && place.functionsInTime.contains($0) }
        if rostered.contains(function), people.count % Self.secondFunctionEvery == 4,
            let other = random(others)
        {
            functions.append(other)
        }
        let name = newName()
        let number = 10_000 + people.count * 7 + number(below: 7)
        let domain = place.name.folded.replacing(" ", with: "")
        let mailbox = "\(name.given).\(name.prefix)\(name.surname)".folded.filter {
            $0.isASCII && ($0.isLetter || $0 == ".")
        }
        people.append(
            Person(
                municipality: place.code, personnelNumber: "\(number)", name: name, functions: functions,
                // 06 000…: a block that is given to nobody.
                mobile: "+316000\(String("0000\(people.count)".suffix(5)))",
                email: "\(mailbox)@\(domain).example",
                paper: paper(in: place.code), plannedAbsences: plannedAbsences(),
                laterAbsences: laterAbsences(),
                localFunctions: local.map { local in Set(functions.filter(local.isLocal)) } ?? []))
    }

    private mutating func newName() -> PersonName {
        while true {
            let given = SampleNames.given[number(below: SampleNames.given.count)]
            let (prefix, surname) = SampleNames.surnames[number(below: SampleNames.surnames.count)]
            let name = PersonName(given: given, prefix: prefix, surname: surname)
            guard !takenNames.contains(name.full) else { continue }
            takenNames.formUnion([name.full])
            return name
        }
    }

    /// Most certificates have no end; some end in the coming year, a few are only requested or unknown.
    private mutating func paper(in municipality: Code<Municipality>) -> Paper {
        let issued = start.adding(days: -200 - number(below: 1500))
        if let local, number(below: 100) < local.unknownPapers(in: municipality) { return .unknown }
        switch number(below: 100) {
        case 0..<8: return .unknown
        case 8..<10: return .requested
        case 10..<24: return .valid(issued: issued, through: start.adding(days: 20 + number(below: 330)))
        case 24..<45: return .valid(issued: issued, through: start.adding(days: 400 + number(below: 900)))
        default: return .valid(issued: issued, through: nil)
        }
    }

    /// Two weeks in summer for most, a week elsewhere for some.
    private mutating func plannedAbsences() -> [Interval] {
        var absences: [Interval] = []
        if number(below: 100) < 70 {
            absences.append(
                days(from: start.adding(days: 210 + number(below: 50)), count: 10 + number(below: 9)))
        }
        if number(below: 100) < 40 {
            absences.append(days(from: start.adding(days: number(below: 340)), count: 7))
        }
        return absences
    }

    /// A wave of absences in one fortnight, as every winter brings, and single ones through the year.
    private mutating func laterAbsences() -> [Interval] {
        var absences: [Interval] = []
        if number(below: 100) < 35 {
            absences.append(absence(from: 45 + number(below: 8), days: 5 + number(below: 5)))
        }
        if number(below: 100) < 30 {
            absences.append(absence(from: 3 + number(below: 340), days: 1 + number(below: 12)))
        }
        return absences
    }

    /// From somewhere in the working day to 18:00.
    private mutating func absence(from daysAfterStart: Int, days: Int) -> Interval {
        let first = start.adding(days: daysAfterStart)
        return Interval(
            Amsterdam.instant(first, hour: 6 + number(below: 12)),
            Amsterdam.instant(first.adding(days: days), hour: 18))
    }

    private func days(from first: Day, count: Int) -> Interval {
        Interval(from: first, through: first.adding(days: count - 1))
    }

    private mutating func pick(_ places: [SamplePlace]) -> SamplePlace {
        var rest = Double(number(below: 1_000_000)) / 1_000_000 * places.map(\.weight).reduce(0, +)
        for place in places {
            rest -= place.weight
            if rest < 0 { return place }
        }
        return places[places.count - 1]
    }

    private mutating func random<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[number(below: elements.count)]
    }

    private mutating func number(below limit: Int) -> Int {
        Int(random.next() % UInt64(limit))
    }
}

/// A municipality as the sample sees it.
struct SamplePlace {
    let code: Code<Municipality>
    let name: String
    /// Grows with the root of the inhabitants: a small municipality supplies more than its share.
    let weight: Double
    /// Functions whose work can be reached from here within the norm.
    let functionsInTime: Set<Code<CrisisFunction>>
}
