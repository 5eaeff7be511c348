import Domain
import Testing

@testable import App

@Suite struct InventoryFileTests {
    @Test func `every part of the questionnaire has questions, each with a code of its own`() {
        let questions = InventoryFile.shipped
        #expect(Set(questions.map(\.section)) == Set(InventoryQuestion.Section.allCases))
        #expect(Set(questions.map(\.code)).count == questions.count)
    }
}
