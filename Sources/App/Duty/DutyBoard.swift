import Domain
import Storage

/// Who is on duty now and who is next (*nu en straks*), per line, as one visitor may see it.
struct DutyBoard: Sendable {
    /// How far ahead the next duty is looked for.
    private static let aheadDays = 60

    /// Those that are not covered first, then in the region's order.
    let lines: [Line]
    let now: Instant

    struct Line: Sendable {
        let line: DutyLine
        /// With the district where the function has more than one line.
        let name: String
        let function: CrisisFunction
        let district: District
        let present: [Person]
        let next: [Person]
        /// Enough of those present count.
        let isCovered: Bool
    }

    struct Person: Sendable {
        let id: ID<Functionary>
        let name: String
        let municipality: String
        let duty: Duty
        /// Why this person does not count now; empty when they do, and for the next duty.
        let refusals: [Refusal]
        /// The number to call, if the visitor may see it.
        let number: ContactChannel?
    }

    /// - Parameters:
    ///   - municipality: only lines that serve it; nil for all.
    ///   - function: only this one; nil for all.
    ///   - input: what was loaded already for a time that holds now; nil to load it.
    init(
        _ visit: Visit, _ tx: Transaction, municipality: Code<Municipality>? = nil,
        function wanted: Code<CrisisFunction>? = nil, input known: CoverageInput? = nil
    ) throws {
        now = visit.now
        let input = try known ?? tx.coverageInput(during: Interval(now, now.adding(minutes: 1)))
        let functions = Dictionary(
            try tx.functions().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let districts = Dictionary(
            try tx.districts().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let people = PersonReading(visit, tx, input, names: try tx.municipalityNames())
        let lineNames = try tx.lineNames()
        let ahead = try tx.duties(during: Interval(now, now.adding(minutes: Self.aheadDays * 24 * 60)))
        let all = try input.lines.compactMap { line -> Line? in
            guard let function = functions[line.function], let district = districts[line.district] else {
                return nil
            }
            guard wanted == nil || wanted == line.function else { return nil }
            if let municipality,
                try !tx.municipalities(of: district.code, on: visit.today).contains(municipality)
            {
                return nil
            }
            let ofLine = ahead.filter { $0.duty.line == line.code }
            let present = ofLine.filter { $0.duty.interval.contains(visit.now) }
            let later = ofLine.filter { $0.duty.interval.start > visit.now }
            let next = later.filter { $0.duty.interval.start == later.first?.duty.interval.start }
            let presentPeople = try present.map { try people.person($0, line, isNow: true) }
            return Line(
                line: line, name: lineNames[line.code] ?? function.name, function: function,
                district: district, present: presentPeople,
                next: try next.map { try people.person($0, line, isNow: false) },
                isCovered: Set(presentPeople.filter(\.refusals.isEmpty).map(\.id)).count
                    >= line.wanted(at: visit.now))
        }
        // What is not covered comes first: that is what somebody opens this page for at night.
        lines = all.filter { !$0.isCovered } + all.filter(\.isCovered)
    }

    var uncovered: [Line] { lines.filter { !$0.isCovered } }

    /// What is so now, as a sentence.
    var heading: String {
        guard !lines.isEmpty else { return "Er zijn geen piketlijnen voor deze keuze" }
        guard let first = uncovered.first else { return "Nu is alles bezet" }
        let others = uncovered.count - 1
        let more = others == 0 ? "" : others == 1 ? " en nog 1 lijn" : " en nog \(others) lijnen"
        return "Nu onbezet: \(first.name)\(more)"
    }
}

/// Turns a stored duty into what the visitor may see of the person.
private struct PersonReading {
    let visit: Visit
    let tx: Transaction
    let input: CoverageInput
    let names: [Code<Municipality>: String]
    let candidates: [ID<Functionary>: Candidate]

    init(_ visit: Visit, _ tx: Transaction, _ input: CoverageInput, names: [Code<Municipality>: String]) {
        self.visit = visit
        self.tx = tx
        self.input = input
        self.names = names
        candidates = Dictionary(
            input.candidates.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func person(_ stored: StoredDuty, _ line: DutyLine, isNow: Bool) throws -> DutyBoard.Person {
        let functionary = input.people[stored.person]
        let refusals =
            isNow
            ? candidates[stored.person].map {
                Coverage.refusals(of: $0, for: line, at: visit.now)
            } : []
        return DutyBoard.Person(
            id: stored.person, name: functionary?.name.full ?? "onbekend",
            municipality: functionary.flatMap { names[$0.municipality] } ?? "", duty: stored.duty,
            refusals: refusals ?? [], number: isNow ? try number(of: stored.person, functionary) : nil)
    }

    /// Private numbers: for the planner, the control room, and the official of the person's own municipality.
    private func number(of person: ID<Functionary>, _ functionary: Functionary?) throws -> ContactChannel? {
        let signedIn = visit.signedIn
        let isOwnMunicipality =
            functionary.map { signedIn.reach(of: .editPeople).includes($0.municipality) } ?? false
        guard signedIn.may(.seeDutyNumbers) || isOwnMunicipality || signedIn.person == person else {
            return nil
        }
        return try tx.channels(of: person).first { $0.kind != .email }
    }
}
