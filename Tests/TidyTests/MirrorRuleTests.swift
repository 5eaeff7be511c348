import Foundation
import Testing

@Suite struct MirrorRuleTests {
    private func isFine(_ test: String) -> Bool {
        let paths = ["Sources/Domain/Time/Day.swift", "Sources/Storage/schema.sql", "Tests/\(test)"]
        return MirrorRule().findings(in: paths.map { SourceFile(path: $0, text: "") }).isEmpty
    }

    @Test func `a test is named for its source`() {
        #expect(isFine("DomainTests/Time/DayTests.swift"))
        #expect(!isFine("DomainTests/Time/DaysTests.swift"))
        #expect(!isFine("StorageTests/schemaTests.swift"))
    }

    @Test(arguments: [
        "Stories/EveningTests.swift", "AppTests/Stories/EveningTests.swift", "TidyTests/XTests.swift",
        "TestSupport/YTests.swift",
        "AppTests/FakeProvider.swift", "DomainTests/Time/cases.json", "FaultSimulation/PowerCutTests.swift",
    ])
    func `stories, house rules and support have no mirror`(test: String) {
        #expect(isFine(test))
    }
}
