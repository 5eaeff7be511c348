import Domain
import Storage
import Web

/// What the roster page shows: the board narrowed to a choice, and drafts for the planner.
struct RosterPage: Sendable {
    let board: DutyBoard
    let municipality: Code<Municipality>?
    let function: Code<CrisisFunction>?
    let municipalities: [Municipality]
    let functions: [CrisisFunction]
    let drafts: [Roster]
    let mayEdit: Bool
    let showsRefusals: Bool
    let seesPeople: Bool

    init(_ visit: Visit, _ tx: Transaction) throws {
        let query = visit.request.query
        municipality = query["gemeente"].isEmpty ? nil : Code(query["gemeente"])
        function = query["functie"].isEmpty ? nil : Code(query["functie"])
        board = try DutyBoard(visit, tx, municipality: municipality, function: function)
        municipalities = try tx.municipalities().filter { $0.exists(on: visit.today) }
        let rostered = Set(try tx.lines().map(\.function))
        functions = try tx.functions().filter { rostered.contains($0.code) }
        mayEdit = visit.signedIn.may(.editRoster)
        drafts = mayEdit ? try tx.draftRosters() : []
        showsRefusals = visit.signedIn.may(.seeRefusals)
        seesPeople = visit.signedIn.may(.seePeople)
    }
}

/// One line's weeks.
struct LinePage: Sendable {
    static let weeks = 13

    let line: DutyLine
    let name: String
    let function: CrisisFunction
    let from: Day
    let weeks: [Week]
    let mayEdit: Bool
    let now: Instant

    struct Week: Sendable {
        let period: DutyPeriod
        let people: [DutySlot: (name: String, municipality: String)]
        let gapMinutes: Int
        /// Covered, but by one person only.
        let oneDeepMinutes: Int
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let code: Code<DutyLine> = visit.code("line")
        guard let line = try tx.lines().first(where: { $0.code == code }),
            let function = try tx.functions().first(where: { $0.code == line.function })
        else { throw WebFailure.notFound }
        self.line = line
        self.function = function
        name = try tx.lineNames()[code] ?? function.name
        now = visit.now
        mayEdit = visit.signedIn.may(.editRoster)
        from = Dutch.day(visit.request.query["van"]) ?? visit.today
        let present = DutyPeriod(at: visit.now, try tx.dutyChange(at: visit.now)).monday
        let periods = try tx.dutyPeriods(
            weekOf: visit.request.query["van"].isEmpty ? present : from, count: Self.weeks)
        let horizon = Interval(periods[0].interval.start, periods[Self.weeks - 1].interval.end)
        let input = try tx.coverageInput(during: horizon)
        let coverage = Coverage.sweep(lines: [line], candidates: input.candidates, horizon: horizon)
        let names = try tx.municipalityNames()
        let duties = try tx.duties(during: horizon, line: code)
        weeks = periods.map { period in
            Week(
                period, duties.filter { $0.duty.interval.overlaps(period.interval) }, coverage, input.people,
                names)
        }
    }

    /// What is so, as a sentence.
    var heading: String {
        let gaps = weeks.filter { $0.gapMinutes > 0 }
        guard let first = gaps.first else {
            return "\(name): deze \(Self.weeks) weken bezet"
        }
        return "\(name): onbezet in week \(first.period.monday.weekNumber)"
            + (gaps.count == 1 ? "" : " en nog \(Dutch.count(gaps.count - 1, "week", "weken"))")
    }
}

extension LinePage.Week {
    fileprivate init(
        _ period: DutyPeriod, _ duties: [StoredDuty], _ coverage: Coverage,
        _ people: [ID<Functionary>: Functionary],
        _ names: [Code<Municipality>: String]
    ) {
        self.period = period
        var shown: [DutySlot: (name: String, municipality: String)] = [:]
        for stored in duties {
            guard let person = people[stored.person] else { continue }
            shown[stored.duty.slot] = (person.name.full, names[person.municipality] ?? "")
        }
        self.people = shown
        var gaps = 0
        var oneDeep = 0
        for segment in coverage.segments where segment.interval.overlaps(period.interval) {
            let minutes = segment.interval.clamped(to: period.interval).minutes
            switch segment.depth {
            case nil: gaps += minutes
            case .covered: oneDeep += minutes
            case .oneOut, .twoOut: break
            }
        }
        gapMinutes = gaps
        oneDeepMinutes = oneDeep
    }
}

/// The form that puts somebody on a line for a week.
struct AssignmentPage: Sendable {
    let line: DutyLine
    let function: CrisisFunction
    let period: DutyPeriod
    let slot: DutySlot
    let options: [Option]
    let present: ID<Functionary>?
    /// The duty that they have then, which can be offered to others for them.
    let offered: ID<StoredDuty>?

    struct Option: Sendable {
        let id: ID<Functionary>
        let name: String
        let municipality: String
        /// Why this one, or why not, in a few words.
        let standing: String
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let code: Code<DutyLine> = visit.code("line")
        guard let line = try tx.lines().first(where: { $0.code == code }),
            let function = try tx.functions().first(where: { $0.code == line.function }),
            let monday = Day(iso: visit.request.parameters["week"] ?? ""), monday.weekday == .monday,
            let slot = DutySlot(rawValue: visit.request.parameters["slot"] ?? "")
        else { throw WebFailure.notFound }
        self.line = line
        self.function = function
        period = try tx.dutyPeriod(weekOf: monday)
        self.slot = slot
        let interval = period.interval
        let stored = try tx.duties(during: interval, line: code).first { $0.duty.slot == slot }
        present = stored?.person
        offered = stored.flatMap { $0.duty.interval.end > visit.now ? $0.id : nil }
        let input = try tx.coverageInput(
            during: interval, dutiesFrom: interval.start.adding(minutes: -371 * 24 * 60))
        let names = try tx.municipalityNames()
        let designated = input.candidates.filter { $0.fitness[line.function]?.designated.isEmpty == false }
        options = designated.map { candidate in
            let rested = candidate.duties.map(\.interval.end).filter { $0 <= interval.start }.max()
            let refusals = Coverage.refusals(of: candidate, for: line, during: interval)
            let elsewhere = candidate.duties.first { $0.interval.overlaps(interval) && $0.line != line.code }
            return (candidate, rested ?? .distantPast, refusals, elsewhere)
        }.sorted { left, right in
            let leftFit = left.2.isEmpty && left.3 == nil
            let rightFit = right.2.isEmpty && right.3 == nil
            return leftFit != rightFit ? leftFit : left.1 < right.1
        }.map { candidate, rested, refusals, elsewhere in
            let person = input.people[candidate.person]
            let standing: String =
                if let elsewhere {
                    "staat op \(elsewhere.line)"
                } else if let refusal = refusals.first {
                    refusal.sentence
                } else if rested == .distantPast {
                    "had nog geen dienst"
                } else {
                    "laatste dienst tot \(Dutch.shortDate(Amsterdam.day(at: rested)))"
                }
            return Option(
                id: candidate.person, name: person?.name.full ?? "",
                municipality: person.flatMap { names[$0.municipality] } ?? "", standing: standing)
        }
    }
}
