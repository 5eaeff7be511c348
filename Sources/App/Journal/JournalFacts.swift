import Storage

/// What other features may read of the journal.
extension Transaction {
    /// The end of the chain. Its sequence number rises with every change of a fact.
    func journalHead() throws -> (sequence: Int, hash: String)? {
        try row("SELECT sequence, hash FROM journal_head WHERE id = 1")
            .map { (try $0.integer("sequence"), try $0.text("hash")) }
    }

    /// How far the journal is, and whether it holds anything but `action` after `sequence`.
    func journalProgress(
        after sequence: Int, except action: String
    ) throws -> (last: Int, hasOthers: Bool) {
        let last = try row("SELECT MAX(sequence) AS last FROM journal")?.optionalInteger("last") ?? 0
        let other = try row(
            "SELECT sequence FROM journal WHERE sequence > \(sequence) AND action <> \(action) LIMIT 1")
        return (last, other != nil)
    }
}
