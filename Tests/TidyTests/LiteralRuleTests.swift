import Foundation
import Testing

@Suite struct LiteralRuleTests {
    private func isFine(_ literal: String, path: String = "Sources/App/Alarm/RaiseAlarm.swift") -> Bool {
        LiteralRule().findings(in: [SourceFile(path: path, text: "let a = \"\"\"\n\(literal)\n\"\"\"")])
            .isEmpty
    }

    @Test(arguments: [
        "SELECT id\nFROM alarm", "WITH a AS (SELECT 1 FROM b) UPDATE c", "INSERT INTO a",
        "INSERT OR REPLACE INTO a",
        "UPDATE a SET b = 1", "DELETE FROM a", "CREATE TABLE a", "SELECT \\(columns) FROM a",
    ])
    func `SQL belongs in queries, searches and Storage`(sql: String) {
        #expect(!isFine(sql))
        #expect(isFine(sql, path: "Sources/App/Alarm/AlarmQueries.swift"))
        #expect(isFine(sql, path: "Sources/App/Journal/JournalSearch+SQLite.swift"))
        #expect(isFine(sql, path: "Sources/Storage/Work/WorkQueue.swift"))
        #expect(!isFine(sql, path: "Sources/App/Alarm/AlarmPages.swift"))
    }

    @Test(arguments: ["<p>", "<div class='x'>", "x</td>", "<br/>", "<h1", "<svg viewBox"])
    func `HTML belongs on pages, in pictures and in Web`(html: String) {
        #expect(!isFine(html))
        #expect(isFine(html, path: "Sources/App/Alarm/AlarmPages.swift"))
        #expect(isFine(html, path: "Sources/App/Coverage/CoveragePicture.swift"))
        #expect(isFine(html, path: "Sources/Web/Layout.swift"))
        #expect(!isFine(html, path: "Sources/App/Alarm/AlarmQueries.swift"))
    }

    @Test(arguments: [
        "select one from the list", "a < b", "oranje serve <map>", "a <begin and end>", "FROM here", "SET",
        "<3",
    ])
    func `a sentence is neither`(text: String) {
        #expect(isFine(text))
    }

    @Test func `a comment is not a string`() {
        let file = SourceFile(
            path: "Sources/Domain/A.swift", text: "// SELECT a FROM b\n/// <p>\nlet a = b <p> (c)")
        #expect(LiteralRule().findings(in: [file]).isEmpty)
    }
}
