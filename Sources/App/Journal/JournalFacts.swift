import Storage

/// What other features may read of the journal.
extension Transaction {
    /// The end of the chain. Its sequence number rises with every change of a fact.
    func journalHead() throws -> (sequence: Int, hash: String)? {
        try row("SELECT sequence, hash FROM journal_head WHERE id = 1")
            .map { (try $0.integer("sequence"), try $0.text("hash")) }
    }
}
