import Domain
import Storage

/// What other features may read of specialists.
extension Transaction {
    /// Everybody who was asked or agreed, by field and in the order in which they were asked.
    func specialists() throws -> [Specialist] {
        try rows(
            """
            SELECT id, person, field, remark, proposed_at, consented_at FROM specialist ORDER BY field, proposed_at, id
            """
        ).map(Self.specialist)
    }

    func specialist(_ id: ID<Specialist>) throws -> Specialist? {
        try rows(
            "SELECT id, person, field, remark, proposed_at, consented_at FROM specialist WHERE id = \(id)"
        ).first.map(Self.specialist)
    }

    func specialists(of person: ID<Functionary>) throws -> [Specialist] {
        try rows(
            """
            SELECT id, person, field, remark, proposed_at, consented_at FROM specialist WHERE person = \(person)
            ORDER BY field
            """
        ).map(Self.specialist)
    }

    private static func specialist(_ row: Row) throws -> Specialist {
        Specialist(
            id: try row.id("id"), person: try row.id("person"), field: Code(try row.text("field")),
            remark: try row.text("remark"), proposedAt: try row.instant("proposed_at"),
            consentedAt: try row.optionalInstant("consented_at"))
    }

    func insert(_ specialist: Specialist) throws {
        try execute(
            """
            INSERT INTO specialist (id, person, field, remark, proposed_at, consented_at)
            VALUES (\(specialist.id), \(specialist.person), \(specialist.field), \(specialist.remark),
                \(specialist.proposedAt), \(specialist.consentedAt))
            """)
    }

    func setConsent(_ id: ID<Specialist>, at now: Instant) throws {
        try execute("UPDATE specialist SET consented_at = \(now) WHERE id = \(id)")
    }

    func deleteSpecialist(_ id: ID<Specialist>) throws {
        try execute("DELETE FROM specialist WHERE id = \(id)")
    }
}
