import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct SQLTests {
    @Test func `interpolated values are bound in order of appearance`() {
        let name = "'; DROP TABLE account; --"
        let statement: SQL = "SELECT 1 FROM account WHERE name = \(name) AND must_change = \(true)"
        #expect(statement.text == "SELECT 1 FROM account WHERE name = $1 AND must_change = $2")
        #expect(statement.values == [.text(name), .integer(1)])
    }

    @Test func `a fragment brings its values along and the numbers go on counting`() {
        let none: Int? = nil
        let inner: SQL = "b = \(2) AND c = \(none)"
        let statement: SQL = "a = \(1) AND \(sql: inner) AND d = \(4)"
        #expect(statement.text == "a = $1 AND b = $2 AND c = $3 AND d = $4")
        #expect(statement.values == [.integer(1), .integer(2), .null, .integer(4)])
    }

    @Test func `a list has a place for each value, and an empty one equals nothing`() {
        let statement: SQL = "a IN (\(list: [1, 2, 3])) AND b = \(4)"
        #expect(statement.text == "a IN ($1, $2, $3) AND b = $4")
        let nothing: [Int] = []
        let empty: SQL = "a IN (\(list: nothing))"
        #expect(empty.text == "a IN (NULL)")
        #expect(empty.values.isEmpty)
    }

    @Test(arguments: TestEngine.allCases)
    func `a text with quotation marks is a value and never SQL`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            let name = "'; DELETE FROM journal_head; -- \" $1 \\"
            let found = try await storage.read { tx in
                try tx.row("SELECT sequence FROM journal_head WHERE hash <> \(name)")
            }
            #expect(found != nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `every statement of the product can be prepared`(engine: TestEngine) async throws {
        let literals = try Self.sourceLiterals()
        try await engine.withStorage { storage in
            var count = 0
            for literal in literals {
                let statement = PreparedText(literal, dialect: storage.dialect)
                guard statement.isStatement, statement.isFor(storage.dialect) else { continue }
                count += 1
                let place = "\(literal.file):\(literal.line)"
                guard statement.unknown.isEmpty else {
                    Issue.record("\(place): voeg \(statement.unknown) toe aan PreparedText.fragment")
                    continue
                }
                do {
                    let text = statement.text
                    try await storage.write { tx in try tx.prepare(text) }
                } catch {
                    Issue.record("\(place): \(error)")
                }
            }
            #expect(count >= 60)
        }
    }

    /// What keeps years of alarms. A night's forgetting may read one whole; whoever waits for an answer may not.
    private static let growing: Set<String> = [
        "alarm", "alarm_address", "alarm_answer", "alarm_callee", "alarm_candidate", "alarm_contact",
        "alarm_event", "alarm_exclusion", "alarm_link", "alarm_message", "alarm_post", "alarm_wave",
        "inbound_message",
    ]

    @Test func `no statement of the alarm reads a table from end to end that grows with the years`()
        async throws
    {
        let literals = try Self.sourceLiterals().filter { $0.file.hasPrefix("App/Alarm/") }
        let (scans, count) = try await TestEngine.sqlite.withStorage { storage in
            var scans: [String] = []
            var count = 0
            for literal in literals {
                let statement = PreparedText(literal, dialect: storage.dialect)
                // A part of a statement has no condition yet.
                guard statement.isStatement, statement.text.contains("WHERE"), statement.isFor(.sqlite) else {
                    continue
                }
                count += 1
                let plan = SQL(stringLiteral: "EXPLAIN QUERY PLAN \(statement.textWithValues)")
                let lines = try await storage.read { tx in try tx.rows(plan).map { try $0.text("detail") } }
                scans += lines.filter { Self.isScan($0, in: statement.text) }
                    .map { "\(literal.file):\(literal.line) \($0)" }
            }
            return (scans, count)
        }
        #expect(scans == [])
        #expect(count > 60)
    }

    /// `SCAN m` without an index, where `m` is a growing table or stands for one.
    private static func isScan(_ line: String, in statement: String) -> Bool {
        let words = line.split(separator: " ").map(String.init)
        guard words.count > 1, words[0] == "SCAN", !line.contains("INDEX") else { return false }
        let named = statement.split { $0.isWhitespace || $0 == "," || $0 == "(" || $0 == ")" }.map(
            String.init)
        return zip(named, named.dropFirst() + [""]).contains { table, alias in
            growing.contains(table) && (table == words[1] || alias == words[1])
        }
    }

    @Test func `a statement that cannot be prepared is noticed`() async throws {
        for engine in TestEngine.allCases {
            try await engine.withStorage { storage in
                await #expect(throws: StorageFault.self) {
                    try await storage.write { tx in try tx.prepare("SELECT naam FROM account") }
                }
            }
        }
    }

    @Test func `literals are found with their interpolations, comments and regular expressions passed over`()
    {
        let source = #"""
            // "SELECT 0"
            let names = text.matches(of: /"([^"]+)":/)
            let one = "SELECT \(f("x")) FROM a"
            let two = """
                UPDATE a SET b = \(c ?? d(1)) \
                WHERE e
                """
            """#
        let statements = LiteralScanner.literals(in: source, file: "a.swift")
            .map { PreparedText($0, dialect: .sqlite) }.filter(\.isStatement)
        let words = statements.map { $0.text.split(separator: " ").joined(separator: " ") }
        #expect(words == ["SELECT $1 FROM a", "UPDATE a SET b = $1 WHERE e"])
    }

    private static func sourceLiterals() throws -> [SourceLiteral] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        return try paths.filter { $0.hasSuffix(".swift") }.flatMap { path in
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            return LiteralScanner.literals(in: text, file: path)
        }
    }
}

/// A literal with a placeholder for every value and every known fragment filled in.
private struct PreparedText {
    private(set) var text = ""
    private(set) var unknown: [String] = []
    private var valueCount = 0

    init(_ literal: SourceLiteral, dialect: Dialect) {
        for part in literal.parts {
            switch part {
            case .text(let text): self.text += text
            case .code(let code): append(code, dialect)
            }
        }
        text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// With a number for every value, for a look at the plan.
    var textWithValues: String {
        text.replacing(/\$[0-9]+/, with: "1")
    }

    var isStatement: Bool {
        ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "].contains { text.hasPrefix($0) }
    }

    /// A function of PostgreSQL is called on PostgreSQL only.
    func isFor(_ dialect: Dialect) -> Bool {
        dialect == .postgres || !text.contains("pg_")
    }

    private mutating func append(_ code: String, _ dialect: Dialect) {
        if code.hasPrefix("list:") {
            text += "\(placeholder()), \(placeholder())"
        } else if code.hasPrefix("sql:") {
            let name = code.dropFirst("sql:".count).trimmingCharacters(in: .whitespaces)
            if let fragment = fragment(name, dialect) { text += fragment } else { unknown.append(name) }
        } else {
            text += placeholder()
        }
    }

    private mutating func placeholder() -> String {
        valueCount += 1
        return "$\(valueCount)"
    }

    /// What stands for `\(sql: name)`, in its longest form.
    private mutating func fragment(_ name: String, _ dialect: Dialect) -> String? {
        switch name {
        case "dialect.forUpdate": return dialect.forUpdate.text
        case "dialect.forUpdateSkipLocked": return dialect.forUpdateSkipLocked.text
        case "dialect.forShare": return dialect.forShare.text
        case "alarmSelection":
            return """
                SELECT id, request_key, request_hash, raised_at, raised_by, municipality, place, description, described_at,
                    within_minutes, is_exercise, is_flexible, is_regional, norms, state, generation, due_at, take_due_at,
                    told_count, taken_at, taken_by, ended_at
                FROM alarm
                """
        case "functionarySelection":
            return """
                SELECT id, municipality, personnel_number, given, prefix, surname, work_base, employed_through, version
                FROM functionary
                """
        case "entrySelection":
            return """
                SELECT id, number, kind, thing, occurred_at, received_at, recorded_at, author, author_name,
                    author_function, source, text, is_confidential, payload, superseded_by, processed_by
                FROM deployment_entry
                """
        case "condition" where text.contains("UPDATE deployment_entry"): return "AND thing = \(placeholder())"
        case "aftermathCondition": return "WHERE id = \(placeholder())"
        case "condition" where text.contains("FROM deployment"): return "WHERE id = \(placeholder())"
        // Narrowing to a person (people) or to a line and a person (duty).
        case "condition" where text.contains("FROM duty"):
            return "AND line = \(placeholder()) AND person = \(placeholder())"
        case "condition" where text.contains("FROM deputyship"):
            return
                "(d.deputy = \(placeholder()) OR d.holder = \(placeholder())) AND d.last_day >= \(placeholder())"
        case "condition" where text.contains("FROM requirement"): return "WHERE function = \(placeholder())"
        case "condition" where text.contains("FROM api_token"): return "WHERE account = \(placeholder())"
        case "place(after: cursor)":
            return
                "AND (p.sort_key, p.id) > (SELECT c.sort_key, c.id FROM functionary c WHERE c.id = \(placeholder()))"
        case "condition":
            return "\(text.contains("WHERE") ? "AND" : "WHERE") person = \(placeholder())"
        case "try condition(search)":
            let holds = dialect == .sqlite ? "instr" : "strpos"
            return """
                1 = 1 AND p.municipality IN (\(placeholder()), \(placeholder())) AND p.municipality = \(placeholder())
                AND \(holds)(p.search_text, \(placeholder())) > 0
                AND EXISTS (SELECT 1 FROM designation d WHERE d.person = p.id AND d.function = \(placeholder())
                    AND d.state <> \(placeholder()))
                """
        default: return nil
        }
    }
}
