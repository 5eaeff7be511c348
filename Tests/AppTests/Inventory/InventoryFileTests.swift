import Domain
import Testing

@testable import App

@Suite struct InventoryFileTests {
    @Test func `every part of the questionnaire has questions, each with a code of its own`() {
        let questions = InventoryFile.shipped
        #expect(Set(questions.map(\.section)) == Set(InventoryQuestion.Section.allCases))
        #expect(Set(questions.map(\.code)).count == questions.count)
    }

    @Test func `a part and its whole stand on one form and are counted alike`() throws {
        let questions = InventoryFile.shipped
        let parts = questions.filter { $0.whole != nil }
        #expect(!parts.isEmpty)
        for part in parts {
            let whole = try #require(questions.first { $0.code == part.whole })
            #expect(whole.section == part.section && whole.kind == part.kind && whole.code != part.code)
        }
    }
}
