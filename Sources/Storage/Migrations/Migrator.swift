import Crypto
package import Domain

/// Brings a database to the schema of this version, one transaction a step.
package enum Migrator {
    /// Every step in order; the list only grows.
    static let migrations: [Migration] = [
        .journal,
        .access,
        .region,
        .people,
        .duty,
        .work,
        .norms,
        .design,
        .deputies,
        .keys,
        .api,
        .processes,
        .cards,
        .files,
        .simulations,
        .alarm,
        .channels,
        .answers,
        .deployment,
        .activities,
        .programme,
        .rosterLife,
        .audit,
        .competence,
        .deploymentRules,
        .privacy,
        .callLists,
        .contactTests,
        .waiting,
        .feeds,
        .swaps,
        .decisions,
        .risks,
        .rosterRequests,
        .agreements,
        .inventory,
        .documents,
        .alarmGrowth,
        .mandates,
        .plan,
        .relief,
        .shelter,
        .aftermath,
        .reviews,
        .evaluations,
        .specialists,
        .money,
        .steering,
        .lessonPlans,
    ]

    package static var knownVersion: Int { migrations.count }

    /// The last step that this database has had.
    package static func appliedVersion(_ tx: Transaction) throws -> Int {
        try tx.row("SELECT MAX(version) AS version FROM schema_migration")?.optionalInteger("version") ?? 0
    }

    /// - Throws: `StorageFault.newerSchema` or `.changedMigration`; the database is then left as it was.
    package static func migrate(_ storage: Storage, at now: Instant) async throws {
        try await storage.write { tx in
            try lockSchema(tx)
            try tx.executeScript(
                Migration(
                    version: 0, name: "schema",
                    text: """
                        CREATE TABLE IF NOT EXISTS schema_migration (
                            version {integer} NOT NULL PRIMARY KEY,
                            name {text} NOT NULL,
                            checksum {text} NOT NULL,
                            applied_at {integer} NOT NULL
                        ) {strict}
                        """
                ).script(for: tx.dialect))
        }
        try await storage.read { tx in try check(tx) }
        for migration in migrations {
            try await storage.write { tx in try apply(migration, tx, now) }
        }
    }

    private static func check(_ tx: Transaction) throws {
        for row in try tx.rows("SELECT version, checksum FROM schema_migration ORDER BY version") {
            let version = try row.integer("version")
            guard version <= knownVersion else {
                throw StorageFault.newerSchema(found: version, known: knownVersion)
            }
            guard try row.text("checksum") == checksum(of: migrations[version - 1]) else {
                throw StorageFault.changedMigration(version: version)
            }
        }
    }

    private static func apply(_ migration: Migration, _ tx: Transaction, _ now: Instant) throws {
        try lockSchema(tx)
        guard try tx.row("SELECT version FROM schema_migration WHERE version = \(migration.version)") == nil
        else { return }
        try tx.executeScript(migration.script(for: tx.dialect))
        try tx.execute(
            """
            INSERT INTO schema_migration (version, name, checksum, applied_at)
            VALUES (\(migration.version), \(migration.name), \(checksum(of: migration)), \(now))
            """)
    }

    /// Two nodes that start together: the second waits here and finds the step done. SQLite's `BEGIN
    /// IMMEDIATE` already waits.
    private static func lockSchema(_ tx: Transaction) throws {
        guard tx.dialect == .postgres else { return }
        try tx.executeScript("SELECT pg_advisory_xact_lock(\(schemaLock))")
    }

    /// Any number that nothing else locks.
    private static let schemaLock = 20_261_123

    private static func checksum(of migration: Migration) -> String {
        [UInt8](SHA256.hash(data: Array(migration.text.utf8))).hexadecimal
    }
}
