import Domain
import Storage

/// How full a session is.
struct EnrolmentCount: Sendable {
    var placed = 0
    var waiting = 0
}

/// What a participant thought of a session; never shown with a name.
struct SessionOpinion: Equatable, Sendable {
    /// 1 (nothing) to 5 (very much).
    let usefulness: Int
    let learned: String
    let better: String
}

extension Transaction {
    /// Everybody who ever enrolled for the session, first to last.
    func enrolments(of session: ID<ActivitySession>) throws -> [Enrolment] {
        try rows(
            """
            SELECT id, session, person, municipality, state, enrolled_at, presence, result, minutes
            FROM enrolment WHERE session = \(session) ORDER BY enrolled_at, id
            """
        ).map(Enrolment.init)
    }

    func enrolments(of person: ID<Functionary>) throws -> [Enrolment] {
        try rows(
            """
            SELECT id, session, person, municipality, state, enrolled_at, presence, result, minutes
            FROM enrolment WHERE person = \(person) ORDER BY enrolled_at, id
            """
        ).map(Enrolment.init)
    }

    /// Of every session that begins in `interval`.
    func enrolments(during interval: Interval) throws -> [ID<ActivitySession>: [Enrolment]] {
        let enrolments = try rows(
            """
            SELECT e.id, e.session, e.person, e.municipality, e.state, e.enrolled_at, e.presence, e.result, e.minutes
            FROM enrolment e JOIN activity_session s ON s.id = e.session
            WHERE s.starts_at >= \(interval.start) AND s.starts_at < \(interval.end) ORDER BY e.enrolled_at, e.id
            """
        ).map(Enrolment.init)
        return Dictionary(grouping: enrolments, by: \.session)
    }

    func enrolmentCounts(during interval: Interval) throws -> [ID<ActivitySession>: EnrolmentCount] {
        try rows(
            """
            SELECT e.session, e.state, COUNT(*) AS number
            FROM enrolment e JOIN activity_session s ON s.id = e.session
            WHERE s.starts_at >= \(interval.start) AND s.starts_at < \(interval.end)
            GROUP BY e.session, e.state
            """
        ).reduce(into: [:]) { counts, row in
            let id: ID<ActivitySession> = try row.id("session")
            switch try row.kind("state", of: Enrolment.State.self) {
            case .placed: counts[id, default: EnrolmentCount()].placed = try row.integer("number")
            case .waiting: counts[id, default: EnrolmentCount()].waiting = try row.integer("number")
            case .withdrawn: break
            }
        }
    }

    func insert(_ enrolment: Enrolment) throws {
        try execute(
            """
            INSERT INTO enrolment (id, session, person, municipality, state, enrolled_at, presence, result, minutes,
                sequence)
            VALUES (\(enrolment.id), \(enrolment.session), \(enrolment.person), \(enrolment.municipality),
                \(enrolment.state), \(enrolment.enrolledAt), \(enrolment.attendance?.presence.rawValue),
                \(enrolment.attendance?.result?.rawValue), \(enrolment.attendance?.minutes), \(0))
            """)
    }

    func update(_ enrolment: Enrolment) throws {
        try execute(
            """
            UPDATE enrolment SET state = \(enrolment.state), enrolled_at = \(enrolment.enrolledAt),
                presence = \(enrolment.attendance?.presence.rawValue), result = \(enrolment.attendance?.result?.rawValue),
                minutes = \(enrolment.attendance?.minutes)
            WHERE id = \(enrolment.id)
            """)
    }

    /// The number of the next invitation for this place: a calendar keeps the highest.
    func nextInvitation(of enrolment: ID<Enrolment>) throws -> Int {
        try row("UPDATE enrolment SET sequence = sequence + 1 WHERE id = \(enrolment) RETURNING sequence")?
            .integer("sequence") ?? 0
    }

    func opinion(of enrolment: ID<Enrolment>) throws -> SessionOpinion? {
        try row("SELECT usefulness, learned, better FROM session_opinion WHERE enrolment = \(enrolment)")
            .map(SessionOpinion.init)
    }

    /// Of the session, the most useful first: an order that says nothing about who wrote it.
    func opinions(of session: ID<ActivitySession>) throws -> [SessionOpinion] {
        try rows(
            """
            SELECT o.usefulness, o.learned, o.better
            FROM session_opinion o JOIN enrolment e ON e.id = o.enrolment
            WHERE e.session = \(session) ORDER BY o.usefulness DESC, o.learned, o.better
            """
        ).map(SessionOpinion.init)
    }

    func save(_ opinion: SessionOpinion, of enrolment: ID<Enrolment>) throws {
        try execute(
            """
            INSERT INTO session_opinion (enrolment, usefulness, learned, better)
            VALUES (\(enrolment), \(opinion.usefulness), \(opinion.learned), \(opinion.better))
            ON CONFLICT (enrolment)
            DO UPDATE SET usefulness = excluded.usefulness, learned = excluded.learned, better = excluded.better
            """)
    }
}

extension Enrolment {
    fileprivate init(_ row: Row) throws {
        var attendance: Attendance?
        if !(try row.isNull("presence")) {
            attendance = Attendance(
                presence: try row.kind("presence"),
                result: try row.isNull("result") ? nil : try row.kind("result"),
                minutes: try row.integer("minutes"))
        }
        self.init(
            id: try row.id("id"), session: try row.id("session"), person: try row.id("person"),
            municipality: Code(try row.text("municipality")), state: try row.kind("state"),
            enrolledAt: try row.instant("enrolled_at"), attendance: attendance)
    }
}

extension SessionOpinion {
    fileprivate init(_ row: Row) throws {
        self.init(
            usefulness: try row.integer("usefulness"), learned: try row.text("learned"),
            better: try row.text("better"))
    }
}
