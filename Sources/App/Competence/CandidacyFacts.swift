import Domain
import Storage

extension Transaction {
    /// The newest first. - Parameter person: nil for everybody's.
    func candidacies(of person: ID<Functionary>? = nil) throws -> [Candidacy] {
        let condition: SQL = if let person { "WHERE person = \(person)" } else { "" }
        return try rows(
            """
            SELECT id, person, function, motivation, intake_on, state, answer, applied_at, version FROM candidacy
            \(sql: condition) ORDER BY applied_at DESC, id
            """
        ).map { row in
            Candidacy(
                id: try row.id("id"), person: try row.id("person"), function: Code(try row.text("function")),
                motivation: try row.text("motivation"), intakeOn: try row.optionalDay("intake_on"),
                state: try row.kind("state"), answer: try row.text("answer"),
                appliedAt: try row.instant("applied_at"), version: try row.integer("version"))
        }
    }

    func insert(_ candidacy: Candidacy) throws {
        try execute(
            """
            INSERT INTO candidacy (id, person, function, motivation, intake_on, state, answer, applied_at, version)
            VALUES (\(candidacy.id), \(candidacy.person), \(candidacy.function), \(candidacy.motivation),
                \(candidacy.intakeOn), \(candidacy.state), \(candidacy.answer), \(candidacy.appliedAt),
                \(candidacy.version))
            """)
    }

    /// - Returns: false when the version before is no longer the stored one.
    func update(_ candidacy: Candidacy, at now: Instant) throws -> Bool {
        try execute(
            """
            UPDATE candidacy SET state = \(candidacy.state), answer = \(candidacy.answer), intake_on = \(candidacy.intakeOn),
                decided_at = \(now), version = \(candidacy.version)
            WHERE id = \(candidacy.id) AND version = \(candidacy.version - 1)
            """) == 1
    }

    /// Who does not want to be counted in *kennen*.
    func acquaintanceOptOuts() throws -> Set<ID<Functionary>> {
        Set(try rows("SELECT person FROM acquaintance_opt_out").map { try $0.id("person") })
    }

    func setAcquaintanceOptOut(_ isOut: Bool, of person: ID<Functionary>, at now: Instant) throws {
        try execute("DELETE FROM acquaintance_opt_out WHERE person = \(person)")
        guard isOut else { return }
        try execute("INSERT INTO acquaintance_opt_out (person, chosen_at) VALUES (\(person), \(now))")
    }
}
