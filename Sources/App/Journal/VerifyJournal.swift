package import Storage

/// Whether the chain is whole: `firstBroken` is the first sequence number at which it is not.
package struct JournalVerdict: Equatable, Sendable {
    package let recordCount: Int
    package let firstBroken: Int?
    /// Keys of people that the master keys at hand do not open.
    package let unreadableKeys: Int

    package init(recordCount: Int, firstBroken: Int?, unreadableKeys: Int = 0) {
        self.recordCount = recordCount
        self.firstBroken = firstBroken
        self.unreadableKeys = unreadableKeys
    }

    package var isWhole: Bool { firstBroken == nil && unreadableKeys == 0 }
}

/// Reads the whole journal and recomputes every hash.
///
/// A changed, missing, added or reordered record breaks the chain where it stands; a chain cut off at its end
/// breaks because the head still points behind it.
package func verifyJournal(_ storage: Storage) async throws -> JournalVerdict {
    try await storage.read { tx in
        var expected = 1
        var previousHash = ""
        while true {
            let records = try tx.journalRecords(after: expected - 1, limit: journalPage)
            for record in records {
                guard record.sequence == expected, record.previousHash == previousHash, record.isIntact else {
                    return JournalVerdict(recordCount: expected - 1, firstBroken: expected)
                }
                expected += 1
                previousHash = record.hash
            }
            if records.count < journalPage { break }
        }
        let head = try tx.journalHead()
        let isComplete = head?.sequence == expected - 1 && head?.hash == previousHash
        return JournalVerdict(
            recordCount: expected - 1, firstBroken: isComplete ? nil : expected,
            unreadableKeys: try tx.unreadablePersonSecrets())
    }
}

/// Records read at a time, to keep memory flat over years of journal.
private let journalPage = 5000
