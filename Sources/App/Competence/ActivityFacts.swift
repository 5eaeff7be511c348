import Domain
import Storage

/// What other features may read of what people did.
extension Transaction {
    /// By person and day. - Parameter person: nil for everybody's.
    func performedActivities(of person: ID<Functionary>? = nil) throws -> [PerformedActivity] {
        let condition: SQL = if let person { "WHERE person = \(person)" } else { "" }
        return try rows(
            """
            SELECT id, person, kind, function, performed_on, minutes, title, source, source_key
            FROM performed_activity \(sql: condition) ORDER BY person, performed_on, id
            """
        ).map(PerformedActivity.init)
    }

    /// What one source says, of everybody, by person and day.
    func performedActivities(from source: PerformedActivity.Source) throws -> [PerformedActivity] {
        try rows(
            """
            SELECT id, person, kind, function, performed_on, minutes, title, source, source_key
            FROM performed_activity WHERE source = \(source.kind) AND source_key = \(source.key)
            ORDER BY person, performed_on, id
            """
        ).map(PerformedActivity.init)
    }
}

extension PerformedActivity {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), person: try row.id("person"), kind: try row.kind("kind"),
            function: try row.optionalText("function").map { Code($0) }, day: try row.day("performed_on"),
            minutes: try row.integer("minutes"), title: try row.text("title"),
            source: Source(try row.kind("source"), key: try row.text("source_key")))
    }
}
