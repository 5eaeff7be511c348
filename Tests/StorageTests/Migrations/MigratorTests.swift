import TestSupport
import Testing

@testable import Storage

@Suite struct MigratorTests {
    @Test(arguments: TestEngine.allCases)
    func `a database of a newer version is refused and left as it was`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            try await storage.write { tx in
                try tx.execute(
                    """
                    INSERT INTO schema_migration (version, name, checksum, applied_at)
                    VALUES (\(Migrator.knownVersion + 1), 'later', 'x', 0)
                    """)
            }
            await #expect(
                throws: StorageFault.newerSchema(
                    found: Migrator.knownVersion + 1, known: Migrator.knownVersion)
            ) {
                try await Migrator.migrate(storage, at: TestMoments.start)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a step that was changed after its release is refused`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            try await storage.write { tx in
                try tx.execute("UPDATE schema_migration SET checksum = 'other' WHERE version = 3")
            }
            await #expect(throws: StorageFault.changedMigration(version: 3)) {
                try await Migrator.migrate(storage, at: TestMoments.start)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `migrating twice does nothing the second time`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            try await Migrator.migrate(storage, at: TestMoments.start)
            let count = try await storage.read { tx in
                try tx.row("SELECT COUNT(*) AS number FROM schema_migration")?.integer("number")
            }
            #expect(count == Migrator.knownVersion)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `two nodes that start together both find the schema whole`(engine: TestEngine) async throws {
        try await engine.withPlace { place in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        let storage = try Storage.open(place)
                        try await Migrator.migrate(storage, at: TestMoments.start)
                        try await storage.close()
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func `both engines have the same tables, columns and obligations`() async throws {
        let sqlite = try await TestEngine.sqlite.withStorage { try await $0.read(Self.sqliteColumns) }
        let postgres = try await TestEngine.postgres.withStorage { try await $0.read(Self.postgresColumns) }
        #expect(sqlite == postgres)
        #expect(sqlite.count > 100)
    }

    private static func sqliteColumns(_ tx: Transaction) throws -> [String] {
        try tx.rows(
            """
            SELECT m.name AS table_name, c.name AS column_name, lower(c.type) AS kind, c."notnull" AS required
            FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1, 2
            """
        ).map { row in
            let required = try row.flag("required") ? "required" : "optional"
            return
                "\(try row.text("table_name")).\(try row.text("column_name")) \(try row.text("kind")) \(required)"
        }
    }

    private static func postgresColumns(_ tx: Transaction) throws -> [String] {
        let kinds = ["bigint": "integer", "double precision": "real", "bytea": "blob", "text": "text"]
        return try tx.rows(
            """
            SELECT table_name::text AS table_name, column_name::text AS column_name, data_type::text AS kind,
                is_nullable::text AS nullable
            FROM information_schema.columns WHERE table_schema = 'public'
            ORDER BY table_name COLLATE "C", column_name COLLATE "C"
            """
        ).map { row in
            let kind = try row.text("kind")
            let required = try row.text("nullable") == "NO" ? "required" : "optional"
            return
                "\(try row.text("table_name")).\(try row.text("column_name")) \(kinds[kind] ?? kind) \(required)"
        }
    }
}
