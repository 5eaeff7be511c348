import Domain
import Storage

extension Transaction {
    func keptAnswer(key: String, of account: ID<Account>, since moment: Instant) throws -> KeptAnswer? {
        try row(
            """
            SELECT request_hash, status, headers, body FROM kept_answer
            WHERE account = \(account) AND idempotency_key = \(key) AND kept_at > \(moment)
            """
        ).map { row in
            KeptAnswer(
                requestHash: try row.text("request_hash"), status: try row.integer("status"),
                headers: try row.text("headers"), body: try row.bytes("body"))
        }
    }

    /// Takes the place of an older one that no longer counts.
    func keep(_ answer: KeptAnswer, key: String, of account: ID<Account>, at now: Instant) throws {
        try execute("DELETE FROM kept_answer WHERE account = \(account) AND idempotency_key = \(key)")
        try execute(
            """
            INSERT INTO kept_answer (account, idempotency_key, request_hash, status, headers, body, kept_at)
            VALUES (\(account), \(key), \(answer.requestHash), \(answer.status), \(answer.headers), \(answer.body), \(now))
            """)
    }

    func deleteKeptAnswers(before moment: Instant) throws {
        try execute("DELETE FROM kept_answer WHERE kept_at <= \(moment)")
    }
}
