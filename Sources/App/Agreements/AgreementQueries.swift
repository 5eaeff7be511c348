import Domain
import Storage

extension Transaction {
    func insert(_ agreement: Agreement, at now: Instant) throws {
        try execute(
            """
            INSERT INTO agreement (id, theme, title, created_at)
            VALUES (\(agreement.id), \(agreement.theme), \(agreement.title), \(now))
            """)
    }

    func insert(_ version: Agreement.Version, of agreement: ID<Agreement>) throws {
        try execute(
            """
            INSERT INTO agreement_version (agreement, number, day, text, source)
            VALUES (\(agreement), \(version.number), \(version.day), \(version.text), \(version.source))
            """)
    }

    func insert(_ adoption: Adoption, number: Int, at now: Instant) throws {
        let choice = adoption.choice
        try execute(
            """
            INSERT INTO agreement_adoption (id, agreement, version, municipality, choice, deviation, harm, ground, day,
                number, recorded_at)
            VALUES (\(adoption.id), \(adoption.agreement), \(adoption.version), \(adoption.municipality),
                \(choice.kind), \(choice.deviation), \(choice.harm.kind), \(choice.harm.ground), \(adoption.day),
                \(number), \(now))
            """)
    }

    func insert(_ promise: Promise) throws {
        try execute(
            """
            INSERT INTO promise (id, code, agreement, function, people, callers, response_minutes, notice_minutes,
                weekdays, from_minute, to_minute, valid_from, valid_through, version)
            VALUES (\(promise.id), \(promise.code), \(promise.agreement), \(promise.function), \(promise.people),
                \(promise.callers), \(promise.responseMinutes), \(promise.noticeMinutes),
                \(promise.hours.storedWeekdays), \(promise.hours.fromMinute), \(promise.hours.toMinute),
                \(promise.validFrom), \(promise.validThrough), \(promise.version))
            """)
        try insertParties(of: promise)
    }

    /// - Returns: false when somebody else changed it since `promise.version` was read.
    func update(_ promise: Promise) throws -> Bool {
        let changed = try execute(
            """
            UPDATE promise SET agreement = \(promise.agreement), function = \(promise.function),
                people = \(promise.people), callers = \(promise.callers),
                response_minutes = \(promise.responseMinutes), notice_minutes = \(promise.noticeMinutes),
                weekdays = \(promise.hours.storedWeekdays), from_minute = \(promise.hours.fromMinute),
                to_minute = \(promise.hours.toMinute), valid_from = \(promise.validFrom),
                valid_through = \(promise.validThrough), version = version + 1
            WHERE id = \(promise.id) AND version = \(promise.version)
            """)
        guard changed == 1 else { return false }
        try execute("DELETE FROM promise_party WHERE promise = \(promise.id)")
        try insertParties(of: promise)
        return true
    }

    private func insertParties(of promise: Promise) throws {
        let parties =
            promise.suppliers.map { (PromiseSide.supplier, $0) } + promise.receivers.map { (.receiver, $0) }
        for (side, municipality) in parties {
            try execute(
                """
                INSERT INTO promise_party (promise, side, municipality)
                VALUES (\(promise.id), \(side), \(municipality))
                """)
        }
    }
}

extension PromiseHours {
    /// The numbers of the days, Monday 0.
    fileprivate var storedWeekdays: String {
        weekdays.map(\.rawValue).sorted().map(String.init).joined()
    }
}
