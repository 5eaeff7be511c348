import Domain
import Storage

extension Transaction {
    func insert(_ deputyship: Deputyship, by actor: String, at now: Instant) throws {
        try execute(
            """
            INSERT INTO deputyship (id, holder, role, municipality, deputy, first_day, last_day, appointed_by,
                appointed_at)
            VALUES (\(deputyship.id), \(deputyship.holder), \(deputyship.grant.role),
                \(deputyship.grant.municipality?.text ?? ""), \(deputyship.deputy), \(deputyship.firstDay),
                \(deputyship.lastDay), \(actor), \(now))
            """)
    }

    func endDeputyship(_ id: ID<Deputyship>, at now: Instant) throws {
        try execute("UPDATE deputyship SET ended_at = \(now) WHERE id = \(id)")
        try execute("UPDATE session SET acting_for = NULL WHERE acting_for = \(id)")
    }

    /// - Parameter deputyship: nil to act as oneself again.
    func setActing(_ deputyship: ID<Deputyship>?, token: String) throws {
        try execute(
            "UPDATE session SET acting_for = \(deputyship) WHERE token_hash = \(sessionHash(token))")
    }
}
