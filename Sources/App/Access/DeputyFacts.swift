import Domain
import Storage

extension Transaction {
    /// What this account may take up now.
    func deputyships(openTo account: ID<Account>, at now: Instant) throws -> [Deputyship] {
        let today = Amsterdam.day(at: now)
        return try deputyships("d.deputy = \(account) AND d.last_day >= \(today)").filter {
            $0.isInForce(at: now)
        }
    }

    /// Those of one holder or one deputy that are not past.
    func deputyships(about account: ID<Account>, from day: Day) throws -> [Deputyship] {
        try deputyships("(d.deputy = \(account) OR d.holder = \(account)) AND d.last_day >= \(day)")
    }

    /// Every one that is not past.
    func deputyships(from day: Day) throws -> [Deputyship] {
        try deputyships("d.last_day >= \(day)")
    }

    func deputyship(_ id: ID<Deputyship>) throws -> Deputyship? {
        try deputyships("d.id = \(id)").first
    }

    /// A holder whose account was closed, or who lost the role, has nothing to lend.
    private func deputyships(_ condition: SQL) throws -> [Deputyship] {
        try rows(
            """
            SELECT d.id, d.holder, h.display_name AS holder_name, d.role, d.municipality, d.deputy,
                p.display_name AS deputy_name, d.first_day, d.last_day, d.ended_at
            FROM deputyship d
            JOIN account h ON h.id = d.holder AND h.disabled_at IS NULL
            JOIN account_role r ON r.account = d.holder AND r.role = d.role AND r.municipality = d.municipality
            JOIN account p ON p.id = d.deputy
            WHERE \(sql: condition) ORDER BY d.first_day, d.id
            """
        ).map { row in
            let municipality = try row.text("municipality")
            return Deputyship(
                id: try row.id("id"), holder: try row.id("holder"), holderName: try row.text("holder_name"),
                grant: RoleGrant(
                    role: try row.kind("role"), municipality: municipality.isEmpty ? nil : Code(municipality)),
                deputy: try row.id("deputy"), deputyName: try row.text("deputy_name"),
                firstDay: try row.day("first_day"), lastDay: try row.day("last_day"),
                endedAt: try row.optionalInstant("ended_at"))
        }
    }
}
