import Domain
import Storage
import Web

/// What the year calendar shows: every session of a year, with the visitor's own place in it.
struct ProgrammePage: Sendable {
    let year: Int
    let years: [Int]
    let months: [(month: Int, entries: [ProgrammeEntry])]
    /// What is next from now, in whichever year.
    let next: ProgrammeEntry?
    let own: [ID<ActivitySession>: Enrolment.State]
    let functionNames: [Code<CrisisFunction>: String]
    let functions: [CrisisFunction]
    let kind: ActivityKind?
    let function: Code<CrisisFunction>?
    let joint: JointExercise
    let mayEdit: Bool
    let hasOwn: Bool
    let now: Instant

    init(_ visit: Visit, _ tx: Transaction) throws {
        now = visit.now
        let thisYear = visit.today.parts.year
        let query = visit.request.query
        year = Int(query["jaar"]).map { min(max($0, thisYear - 10), thisYear + 5) } ?? thisYear
        years = Array((min(year, thisYear) - 1)...(max(year, thisYear) + 1))
        kind = ActivityKind(rawValue: query["soort"])
        functions = try tx.functions()
        let chosen = Code<CrisisFunction>(query["functie"])
        function = functions.contains { $0.code == chosen } ? chosen : nil
        functionNames = Dictionary(
            functions.map { ($0.code, $0.abbreviation) }, uniquingKeysWith: { first, _ in first })
        let interval = Interval(
            from: Day(year: year, month: 1, day: 1), through: Day(year: year, month: 12, day: 31))
        let (kind, function) = (kind, function)
        let entries = try tx.programme(during: interval).filter { entry in
            (kind == nil || entry.activity.kind == kind)
                && (function.map {
                    entry.activity.functions.isEmpty || entry.activity.functions.contains($0)
                }
                    ?? true)
        }
        let byMonth = Dictionary(grouping: entries) {
            Amsterdam.day(at: $0.session.interval.start).parts.month
        }
        months = byMonth.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        next = try tx.programme(during: Interval(visit.now, visit.now.adding(minutes: 366 * 24 * 60)))
            .first { !$0.session.isCancelled }
        joint = try tx.jointExercise(in: year, norms: tx.normSet(), at: visit.now)
        let person = visit.signedIn.may(.seeOwn) ? visit.signedIn.person : nil
        hasOwn = person != nil
        own = Dictionary(
            try person.map { try tx.enrolments(of: $0) }?.map { ($0.session, $0.state) } ?? [],
            uniquingKeysWith: { first, _ in first })
        mayEdit = visit.signedIn.may(.editProgramme)
    }
}

/// What somebody's own list shows: where they go, and where they were.
struct OwnProgrammePage: Sendable {
    struct Row: Sendable {
        let entry: ProgrammeEntry
        let enrolment: Enrolment
        /// On the waiting list, from 1.
        let position: Int?
        /// May still say what they thought of it.
        let mayJudge: Bool
    }

    let person: Functionary
    let ahead: [Row]
    let past: [Row]
    /// What is open and meant for a function of theirs.
    let offered: [ProgrammeEntry]
    let now: Instant

    /// How far ahead is offered.
    private static let offeredDays = 183

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard visit.signedIn.may(.seeOwn), let id = visit.signedIn.person,
            let person = try tx.functionary(id)
        else { throw WebFailure.notFound }
        self.person = person
        now = visit.now
        let entries = try tx.programme(during: .always)
        let own = Dictionary(
            try tx.enrolments(of: id).map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = try entries.compactMap { entry -> Row? in
            guard let enrolment = own[entry.session.id], enrolment.state != .withdrawn else { return nil }
            let position =
                enrolment.state == .waiting
                ? WaitingList.position(of: id, in: try tx.enrolments(of: entry.session.id)) : nil
            let opinion = try tx.opinion(of: enrolment.id)
            return Row(
                entry: entry, enrolment: enrolment, position: position,
                mayJudge: enrolment.attendance?.presence == .present && opinion == nil)
        }
        ahead = rows.filter { !$0.entry.session.hasEnded(at: visit.now) }
        past = rows.filter { $0.entry.session.hasEnded(at: visit.now) }.reversed()
        let functions = Set(try tx.designations(of: id).filter { $0.state != .ended }.map(\.function))
        let until = visit.now.adding(minutes: Self.offeredDays * 24 * 60)
        let isFree = { (session: ActivitySession) in
            own[session.id].map { $0.state == .withdrawn } ?? true
        }
        offered = entries.filter { entry in
            entry.session.isOpen(at: visit.now) && entry.session.interval.start < until
                && isFree(entry.session)
                && (entry.activity.functions.isEmpty || !functions.isDisjoint(with: entry.activity.functions))
        }
    }
}
