import Domain
import Storage

/// A communication test as it was written down.
struct StoredContactTest: Sendable {
    let id: ID<StoredContactTest>
    let startsAt: Instant
    let closesAt: Instant
    let audience: Int
    /// When the result was drawn up; nil while it runs.
    let endedAt: Instant?
    /// Planned by the norm, not by somebody.
    let isScheduled: Bool

    fileprivate init(_ row: Row) throws {
        id = try row.id("id")
        startsAt = try row.instant("starts_at")
        closesAt = try row.instant("closes_at")
        audience = try row.integer("audience")
        endedAt = try row.optionalInstant("ended_at")
        isScheduled = try row.flag("is_scheduled")
    }
}

/// One message of a test.
struct ContactTestMessage: Sendable {
    let number: Int
    let test: ID<StoredContactTest>
    let line: ContactTest.Line
    let isPossibleDuplicate: Bool
}

extension Transaction {
    // MARK: Planning

    func insertContactTest(
        _ id: ID<StoredContactTest>, startsAt: Instant, closesAt: Instant, isScheduled: Bool,
        audience: [ID<Functionary>], at now: Instant
    ) throws {
        try execute(
            """
            INSERT INTO contact_test (id, starts_at, closes_at, audience, is_scheduled, created_at)
            VALUES (\(id), \(startsAt), \(closesAt), \(audience.count), \(isScheduled), \(now))
            """)
        // Numbers follow each other over all tests; planning is one write at a time.
        var number =
            try row("SELECT COALESCE(MAX(number), 0) AS number FROM contact_test_line")?.integer("number")
            ?? 0
        let channels = try channelsByPerson()
        for person in audience {
            try execute("INSERT INTO contact_test_person (test, person) VALUES (\(id), \(person))")
            for channel in channels[person] ?? [] {
                number += 1
                try execute(
                    """
                    INSERT INTO contact_test_line (number, test, person, kind, address, state, possible_duplicate)
                    VALUES (\(number), \(id), \(person), \(channel.kind), \(channel.address),
                        \(ContactTest.State.waiting), 0)
                    """)
            }
        }
    }

    func contactTest(_ id: ID<StoredContactTest>) throws -> StoredContactTest? {
        try row(
            """
            SELECT id, starts_at, closes_at, audience, ended_at, is_scheduled FROM contact_test WHERE id = \(id)
            """
        ).map { try StoredContactTest($0) }
    }

    /// The last first.
    func contactTests(limit: Int) throws -> [StoredContactTest] {
        try rows(
            """
            SELECT id, starts_at, closes_at, audience, ended_at, is_scheduled FROM contact_test
            ORDER BY starts_at DESC, id LIMIT \(limit)
            """
        ).map { try StoredContactTest($0) }
    }

    func contactTestPeople(of test: ID<StoredContactTest>) throws -> [ID<Functionary>] {
        try rows(
            """
            SELECT p.person FROM contact_test_person p JOIN functionary f ON f.id = p.person
            WHERE p.test = \(test) ORDER BY f.sort_key, f.id
            """
        ).map { try $0.id("person") }
    }

    func contactTestLines(of test: ID<StoredContactTest>) throws -> [ContactTest.Line] {
        try rows(
            """
            SELECT person, kind, address, state, answered_at FROM contact_test_line WHERE test = \(test) ORDER BY number
            """
        ).map { try ContactTest.Line($0) }
    }

    // MARK: Sending

    /// Messages that have not left. One that was being sent by a runner that never said how it ended may arrive twice.
    func unsentContactTestMessages(
        of test: ID<StoredContactTest>, limit: Int
    ) throws -> [ContactTestMessage] {
        let states = [ContactTest.State.waiting.rawValue, ContactTest.State.sending.rawValue]
        let messages = try rows(
            """
            SELECT number, test, person, kind, address, state, answered_at, possible_duplicate FROM contact_test_line
            WHERE test = \(test) AND state IN (\(list: states)) ORDER BY number LIMIT \(limit)
            """
        ).map { row in
            let line = try ContactTest.Line(row)
            return ContactTestMessage(
                number: try row.integer("number"), test: try row.id("test"), line: line,
                isPossibleDuplicate: try row.flag("possible_duplicate") || line.state == .sending)
        }
        for message in messages {
            try execute(
                """
                UPDATE contact_test_line SET state = \(ContactTest.State.sending),
                    possible_duplicate = \(message.isPossibleDuplicate)
                WHERE number = \(message.number)
                """)
        }
        return messages
    }

    func setContactTestState(
        _ state: ContactTest.State, of number: Int, mayHaveArrived: Bool, fault: String?
    ) throws {
        try execute(
            """
            UPDATE contact_test_line SET state = \(state), fault = \(fault),
                possible_duplicate = CASE WHEN \(mayHaveArrived) = 1 THEN 1 ELSE possible_duplicate END
            WHERE number = \(number)
            """)
    }

    // MARK: Answers and results

    func contactTestMessage(_ number: Int) throws -> ContactTestMessage? {
        try row(
            """
            SELECT number, test, person, kind, address, state, answered_at, possible_duplicate FROM contact_test_line
            WHERE number = \(number)
            """
        ).map { row in
            ContactTestMessage(
                number: try row.integer("number"), test: try row.id("test"), line: try ContactTest.Line(row),
                isPossibleDuplicate: try row.flag("possible_duplicate"))
        }
    }

    /// - Returns: false when it was answered before.
    func setContactTestAnswered(_ number: Int, way: AnswerWay, at now: Instant) throws -> Bool {
        try execute(
            """
            UPDATE contact_test_line SET answered_at = \(now), answered_by = \(way)
            WHERE number = \(number) AND answered_at IS NULL
            """) == 1
    }

    func endContactTest(_ id: ID<StoredContactTest>, at now: Instant) throws -> Bool {
        try execute(
            """
            UPDATE contact_test_line SET state = \(ContactTest.State.failed)
            WHERE test = \(id) AND state = \(ContactTest.State.waiting)
            """)
        return try execute("UPDATE contact_test SET ended_at = \(now) WHERE id = \(id) AND ended_at IS NULL")
            == 1
    }
}

extension ContactTest.Line {
    fileprivate init(_ row: Row) throws {
        self.init(
            person: try row.id("person"), kind: try row.kind("kind"), address: try row.text("address"),
            state: try row.kind("state"), answeredAt: try row.optionalInstant("answered_at"))
    }
}
