import Domain
import Storage

/// A duty as it is stored, with the roster it came from.
struct StoredDuty: Sendable {
    let id: ID<StoredDuty>
    let roster: ID<Roster>
    let person: ID<Functionary>
    let duty: Duty
    let state: Roster.State
    let maker: Maker
    /// Why this person, in Dutch, written when the choice was made.
    let explanation: String

    enum Maker: String, Sendable {
        case rotation, hand
        /// Found by weighing everything, in points.
        case solver
    }
}

/// A set of duties made together (*rooster*): a draft until it is published, then live.
struct Roster: Sendable {
    let id: ID<Roster>
    let state: State
    let interval: Interval
    let madeAt: Instant
    /// Places for which nobody was fit when it was made.
    let vacancyCount: Int
    let publishedAt: Instant?

    enum State: String, Sendable {
        case draft, published
        /// Another duty took its place; kept as history.
        case replaced
    }

    /// Whole days between a moment and the first duty.
    func noticeDays(at now: Instant) -> Int {
        Amsterdam.day(at: interval.start).daysSince1970 - Amsterdam.day(at: now).daysSince1970
    }
}

/// What other features may read of duty.
extension Transaction {
    /// The region's lines in their own order, each with the norms of its function.
    ///
    /// - Parameter known: the norms to reckon with; nil for those on record, and `.empty` for whoever asks no norm.
    func lines(norms known: NormSet? = nil) throws -> [DutyLine] {
        let norms = try known ?? normSet()
        return try rows("SELECT code, function, district, wanted FROM duty_line ORDER BY position, code")
            .map { row in
                DutyLine(
                    code: Code(try row.text("code")), function: Code(try row.text("function")),
                    district: Code(try row.text("district")), norms: norms,
                    wantedOtherwise: try row.integer("wanted"))
            }
    }

    /// `Officier van Dienst Bevolkingszorg, Noord`
    func lineNames() throws -> [Code<DutyLine>: String] {
        let functions = Dictionary(
            try functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let districts = Dictionary(
            try districts().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let lines = try lines(norms: .empty)
        let shared = Dictionary(grouping: lines, by: \.function).filter { $0.value.count > 1 }
        return Dictionary(
            lines.map { line in
                let function = functions[line.function] ?? line.function.text
                let district = districts[line.district] ?? line.district.text
                return (line.code, shared[line.function] == nil ? function : "\(function), \(district)")
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The functions in which a person is on duty, first or backup.
    func dutyFunctions(of person: ID<Functionary>, at now: Instant) throws -> Set<Code<CrisisFunction>> {
        Set(
            try rows(
                """
                SELECT l.function FROM duty d JOIN duty_line l ON l.code = d.line
                WHERE d.person = \(person) AND d.starts_at <= \(now) AND d.ends_at > \(now)
                    AND d.state = \(Roster.State.published)
                """
            ).map { Code(try $0.text("function")) })
    }

    /// When duty changes, by the norms of a moment.
    func dutyChange(at instant: Instant) throws -> DutyChange {
        DutyChange(try normSet(), at: instant)
    }

    /// The duty that begins in the week of a day.
    func dutyPeriod(weekOf day: Day) throws -> DutyPeriod {
        DutyPeriod(weekOf: day, try dutyChange(at: Amsterdam.startOfDay(day)))
    }

    /// So many weeks of duty, from the week of a day.
    func dutyPeriods(weekOf day: Day, count: Int) throws -> [DutyPeriod] {
        Array(sequence(first: try dutyPeriod(weekOf: day)) { $0.next }.prefix(count))
    }

    func duty(_ id: ID<StoredDuty>) throws -> StoredDuty? {
        try row(
            """
            SELECT id, roster, line, person, slot, starts_at, ends_at, state, made_by, explanation
            FROM duty WHERE id = \(id)
            """
        ).map(StoredDuty.init)
    }

    /// Duties that touch `interval`, by start and slot.
    func duties(
        _ state: Roster.State = .published, during interval: Interval, line: Code<DutyLine>? = nil,
        person: ID<Functionary>? = nil
    ) throws -> [StoredDuty] {
        var condition: SQL = ""
        if let line { condition = "AND line = \(line)" }
        if let person { condition = "\(sql: condition) AND person = \(person)" }
        return try rows(
            """
            SELECT id, roster, line, person, slot, starts_at, ends_at, state, made_by, explanation FROM duty
            WHERE state = \(state) AND starts_at < \(interval.end) AND ends_at > \(interval.start) \(sql: condition)
            ORDER BY starts_at, line, slot DESC, id
            """
        ).map(StoredDuty.init)
    }
}

extension StoredDuty {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), roster: try row.id("roster"), person: try row.id("person"),
            duty: Duty(
                line: Code(try row.text("line")), slot: try row.kind("slot"),
                interval: Interval(try row.instant("starts_at"), try row.instant("ends_at"))),
            state: try row.kind("state"), maker: try row.kind("made_by"),
            explanation: try row.text("explanation"))
    }
}
