import Foundation
import Testing

@Suite struct LineRuleTests {
    private func lines(_ text: String, path: String = "Sources/App/Routes.swift") -> [Int] {
        LineRule().findings(in: [SourceFile(path: path, text: text)]).map(\.line)
    }

    private let long = String(repeating: "é", count: 121)

    @Test func `a line of 120 characters fits, also when they take two bytes each`() {
        #expect(lines("\n// " + long.dropLast(4)).isEmpty)
        #expect(lines("\n" + long) == [2])
    }

    @Test func `the content of a multi-line string may be longer, its first line may not`() {
        #expect(lines("let a = \"\"\"\n\(long)\n\"\"\"").isEmpty)
        #expect(lines("let \(long) = \"\"\"\n\(long)\n\"\"\"") == [1])
    }

    @Test func `a line that is mostly one sentence or tag may have 160 characters`() {
        #expect(lines("    \"\(String(repeating: "a", count: 140))\"").isEmpty)
        #expect(lines("    \"\(String(repeating: "a", count: 170))\"") == [1])
        #expect(
            lines("    let \(String(repeating: "a", count: 90)) = \"\(String(repeating: "b", count: 50))\"")
                == [1])
    }

    @Test func `SQL is read by people, facts by programs, tests by their own rules`() {
        #expect(lines(long, path: "Sources/Storage/Migrations/0001.sql") == [1])
        #expect(lines(long, path: "Sources/App/Region/Facts/VR17.json").isEmpty)
        #expect(lines(long, path: "Tests/AppTests/ATests.swift").isEmpty)
    }
}
