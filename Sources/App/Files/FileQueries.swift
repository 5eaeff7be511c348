import Domain
import Storage

extension Transaction {
    func insert(_ file: StoredFile) throws {
        try execute(
            """
            INSERT INTO stored_file (id, blob, name, purpose, account, stored_at, expires_at)
            VALUES (\(file.id), \(file.blob), \(file.name), \(file.purpose), \(file.account), \(file.storedAt),
                \(file.expiresAt))
            """)
    }

    func selectStoredFile(_ id: ID<StoredFile>) throws -> StoredFile? {
        try row(
            """
            SELECT id, blob, name, purpose, account, stored_at, expires_at FROM stored_file WHERE id = \(id)
            """
        ).map { row in
            StoredFile(
                id: try row.id("id"), blob: try row.text("blob"), name: try row.text("name"),
                purpose: try row.kind("purpose"), account: try row.id("account"),
                storedAt: try row.instant("stored_at"), expiresAt: try row.optionalInstant("expires_at"))
        }
    }

    func deleteStoredFile(_ id: ID<StoredFile>) throws {
        try execute("DELETE FROM stored_file WHERE id = \(id)")
    }

    func deleteStoredFiles(expiredBefore now: Instant) throws {
        try execute("DELETE FROM stored_file WHERE expires_at < \(now)")
    }
}
