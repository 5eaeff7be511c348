import Storage

/// What other features may read of access.
extension Transaction {
    /// Display names by the text under which an account stands in the journal.
    func accountNames() throws -> [String: String] {
        let rows = try rows("SELECT id, display_name FROM account")
        return try rows.reduce(into: [:]) { names, row in
            names["account:\(try row.text("id"))"] = try row.text("display_name")
        }
    }
}
