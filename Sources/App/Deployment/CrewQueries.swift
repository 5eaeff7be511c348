import Domain
import Storage

extension Transaction {
    /// Everybody who works in a deployment: written in, or called by one of its alarms and coming.
    func crew(
        of id: ID<Deployment>
    ) throws -> [(person: ID<Functionary>, function: Code<CrisisFunction>)] {
        try rows(
            """
            SELECT person, function FROM deployment_member WHERE deployment = \(id) AND is_active = 1
            UNION
            SELECT c.person, p.function FROM deployment_alarm l
            JOIN alarm_callee c ON c.alarm = l.alarm
            JOIN alarm_post p ON p.alarm = c.alarm AND p.position = c.post
            WHERE l.deployment = \(id) AND c.state IN ('promised', 'atWork')
            ORDER BY 2, 1
            """
        ).map { (try $0.id("person"), Code(try $0.text("function"))) }
    }

    /// How many there are or will be per function; an alarm that runs counts for all it asks.
    func presentCounts(of id: ID<Deployment>) throws -> [Code<CrisisFunction>: Int] {
        let rows = try rows(
            """
            SELECT function, CAST(SUM(number) AS BIGINT) AS number FROM (
                SELECT function, COUNT(*) AS number FROM deployment_member
                WHERE deployment = \(id) AND is_active = 1 GROUP BY function
                UNION ALL
                SELECT p.function, p.wanted FROM deployment_alarm l
                JOIN alarm a ON a.id = l.alarm AND a.ended_at IS NULL
                JOIN alarm_post p ON p.alarm = a.id WHERE l.deployment = \(id)
                UNION ALL
                SELECT p.function, COUNT(*) FROM deployment_alarm l
                JOIN alarm a ON a.id = l.alarm AND a.ended_at IS NOT NULL
                JOIN alarm_post p ON p.alarm = a.id
                JOIN alarm_callee c ON c.alarm = a.id AND c.post = p.position AND c.state IN ('promised', 'atWork')
                WHERE l.deployment = \(id) GROUP BY p.function
            ) AS parts GROUP BY function
            """)
        return try rows.reduce(into: [:]) { counts, row in
            counts[Code(try row.text("function"))] = try row.integer("number")
        }
    }
}
