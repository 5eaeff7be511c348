import Domain
import Storage

/// One line of "who saw my data".
struct SeenBy: Sendable {
    let at: Instant
    /// As the account is called now.
    let viewer: String
    let roles: [Role]
    let kind: DataView.Kind
}

/// What is known of somebody's leaving.
struct Departure: Equatable, Sendable {
    let person: ID<Functionary>
    let lastDay: Day
    let anonymisedAt: Instant?
    /// When training records went too.
    let recordsDeletedAt: Instant?
}

/// When somebody was asked whether their data is right, and when they said so.
struct ContactConfirmation: Equatable, Sendable {
    var askedAt: Instant?
    var confirmedAt: Instant?

    /// Whether it was confirmed after it was last asked, within the last `days`.
    func isConfirmed(since days: Int, at now: Instant) -> Bool {
        guard let confirmedAt, confirmedAt >= now.adding(minutes: -days * 24 * 60) else { return false }
        return askedAt.map { confirmedAt >= $0 } ?? true
    }
}

extension Transaction {
    func peopleSeen(
        by account: ID<Account>, _ kind: DataView.Kind, on day: Day
    ) throws -> Set<ID<Functionary>> {
        Set(
            try rows(
                "SELECT person FROM data_view WHERE account = \(account) AND kind = \(kind) AND day = \(day)"
            ).map { try $0.id("person") })
    }

    /// Two nodes that note the same at once note it once.
    func insert(_ note: ViewNote) throws {
        let day = Amsterdam.day(at: note.at)
        for person in note.people {
            try execute(
                """
                INSERT INTO data_view (person, account, kind, day, at)
                VALUES (\(person), \(note.account), \(note.kind), \(day), \(note.at))
                ON CONFLICT (person, account, kind, day) DO NOTHING
                """)
        }
    }

    /// The latest first.
    func views(of person: ID<Functionary>, limit: Int) throws -> [SeenBy] {
        let roles = try rows("SELECT account, role FROM account_role ORDER BY account, role")
            .reduce(into: [String: [Role]]()) { roles, row in
                roles[try row.text("account"), default: []].append(try row.kind("role"))
            }
        return try rows(
            """
            SELECT v.at, v.kind, v.account, a.display_name FROM data_view v JOIN account a ON a.id = v.account
            WHERE v.person = \(person) ORDER BY v.at DESC, v.kind LIMIT \(limit)
            """
        ).map { row in
            SeenBy(
                at: try row.instant("at"), viewer: try row.text("display_name"),
                roles: roles[try row.text("account")] ?? [], kind: try row.kind("kind"))
        }
    }

    func deleteViews(before day: Day) throws {
        try execute("DELETE FROM data_view WHERE day < \(day)")
    }

    /// Whether mail leaves at all: a question that cannot be sent is not asked.
    func hasMailChannel() throws -> Bool {
        try row("SELECT id FROM channel WHERE kind = \(ChannelKind.mail) AND is_open = \(true) LIMIT 1")
            != nil
    }

    func confirmation(of person: ID<Functionary>) throws -> ContactConfirmation {
        try row("SELECT asked_at, confirmed_at FROM contact_confirmation WHERE person = \(person)")
            .map {
                ContactConfirmation(
                    askedAt: try $0.optionalInstant("asked_at"),
                    confirmedAt: try $0.optionalInstant("confirmed_at"))
            } ?? ContactConfirmation()
    }

    func confirmations() throws -> [ID<Functionary>: ContactConfirmation] {
        try rows("SELECT person, asked_at, confirmed_at FROM contact_confirmation")
            .reduce(into: [:]) { confirmations, row in
                confirmations[try row.id("person")] = ContactConfirmation(
                    askedAt: try row.optionalInstant("asked_at"),
                    confirmedAt: try row.optionalInstant("confirmed_at"))
            }
    }

    func save(_ confirmation: ContactConfirmation, of person: ID<Functionary>) throws {
        try execute(
            """
            INSERT INTO contact_confirmation (person, asked_at, confirmed_at)
            VALUES (\(person), \(confirmation.askedAt), \(confirmation.confirmedAt))
            ON CONFLICT (person)
            DO UPDATE SET asked_at = excluded.asked_at, confirmed_at = excluded.confirmed_at
            """)
    }

    func departure(of person: ID<Functionary>) throws -> Departure? {
        try row(
            """
            SELECT person, last_day, anonymised_at, records_deleted_at FROM departure WHERE person = \(person)
            """
        ).map(Departure.init)
    }

    /// Everybody who left or is leaving, the longest gone first.
    func departures() throws -> [Departure] {
        try rows(
            "SELECT person, last_day, anonymised_at, records_deleted_at FROM departure ORDER BY last_day, person"
        ).map(Departure.init)
    }

    func save(_ departure: Departure, at now: Instant) throws {
        try execute(
            """
            INSERT INTO departure (person, last_day, recorded_at, anonymised_at, records_deleted_at)
            VALUES (\(departure.person), \(departure.lastDay), \(now), \(departure.anonymisedAt),
                \(departure.recordsDeletedAt))
            ON CONFLICT (person)
            DO UPDATE SET last_day = excluded.last_day, anonymised_at = excluded.anonymised_at,
                records_deleted_at = excluded.records_deleted_at
            """)
    }

    /// Whoever is gone by the register, whether or not somebody said goodbye here.
    func peopleEmployed(before day: Day) throws -> [(person: ID<Functionary>, lastDay: Day)] {
        try rows(
            """
            SELECT id, employed_through FROM functionary
            WHERE employed_through < \(day) AND NOT EXISTS (SELECT 1 FROM departure d WHERE d.person = functionary.id)
            ORDER BY employed_through, id
            """
        ).map { (try $0.id("id"), try $0.day("employed_through")) }
    }

    /// In how many alarms somebody was called.
    func alarmCount(of person: ID<Functionary>) throws -> Int {
        try row("SELECT COUNT(*) AS number FROM alarm_callee WHERE person = \(person)")?.integer("number")
            ?? 0
    }

    /// Names that incident dossiers keep, with how many alarms each was in.
    func incidentNames() throws -> [(person: ID<Functionary>, name: String, alarms: Int)] {
        try rows(
            """
            SELECT n.person, n.name, COUNT(c.alarm) AS alarms
            FROM incident_name n LEFT JOIN alarm_callee c ON c.person = n.person
            GROUP BY n.person, n.name ORDER BY n.name, n.person
            """
        ).map { (try $0.id("person"), try $0.text("name"), try $0.integer("alarms")) }
    }
}

extension Departure {
    fileprivate init(_ row: Row) throws {
        self.init(
            person: try row.id("person"), lastDay: try row.day("last_day"),
            anonymisedAt: try row.optionalInstant("anonymised_at"),
            recordsDeletedAt: try row.optionalInstant("records_deleted_at"))
    }
}
