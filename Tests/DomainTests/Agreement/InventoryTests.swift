import Foundation
import Testing

@testable import Domain

@Suite struct InventoryTests {
    private let number = InventoryQuestion(
        code: Code("fte"), section: .people, text: "", kind: .number(unit: "mensen"))
    private let choice = InventoryQuestion(
        code: Code("hoe"), section: .organisation, text: "", kind: .choice(["lokaal", "samen"]))

    private func answer(_ version: Int, _ value: String) -> InventoryAnswer {
        InventoryAnswer(
            question: number.code, version: version, value: value, at: Instant(milliseconds: 0), by: "B.")
    }

    private func outcome(_ base: Int, _ value: String, _ history: [InventoryAnswer]) -> InventoryEdit.Outcome
    {
        InventoryEdit(question: number.code, base: base, value: value).outcome(history)
    }

    @Test func `an answer is read as its kind, and what is none is refused`() {
        #expect(number.answer("1.200") == "1200")
        #expect(number.answer("-1") == nil)
        #expect(number.answer("veel") == nil)
        #expect(number.answer("2000000000") == nil)
        #expect(number.answer("") == "")
        #expect(choice.answer("samen") == "samen")
        #expect(choice.answer("anders") == nil)
        let euros = InventoryQuestion(code: Code("e"), section: .budget, text: "", kind: .euros)
        #expect(euros.answer("€ 25.000") == "25000")
        let grade = InventoryQuestion(code: Code("g"), section: .trust, text: "", kind: .grade)
        #expect(grade.answer("5") == "5")
        #expect(grade.answer("6") == nil)
        let text = InventoryQuestion(code: Code("t"), section: .definition, text: "", kind: .text)
        #expect(text.answer(String(repeating: "a", count: 2000)) != nil)
        #expect(text.answer(String(repeating: "a", count: 2001)) == nil)
    }

    @Test func `two people in one questionnaire lose nothing`() {
        #expect(outcome(0, "", []) == .nothing)
        #expect(outcome(0, "3", []) == .saved)
        // Not touched on this form, changed on another.
        #expect(outcome(1, "3", [answer(1, "3"), answer(2, "4")]) == .nothing)
        #expect(outcome(1, "5", [answer(1, "3"), answer(2, "4")]) == .conflict(answer(2, "4")))
        // Both typed the same.
        #expect(outcome(0, "4", [answer(1, "4")]) == .nothing)
        // After having seen the other's answer.
        #expect(outcome(2, "5", [answer(1, "3"), answer(2, "4")]) == .saved)
        #expect(outcome(2, "", [answer(1, "3"), answer(2, "4")]) == .saved)
        #expect(outcome(0, "", [answer(1, "3")]) == .nothing)
        #expect(outcome(1, "", [answer(1, "3"), answer(2, "4")]) == .conflict(answer(2, "4")))
    }

    @Test func `the spread leaves out who did not answer and says how many that are`() {
        let spread = InventorySpread(number, ["10", "", "2", "7", "3"])
        #expect(spread.answered == 4)
        #expect(spread.asked == 5)
        #expect(spread.least == 2)
        #expect(spread.median == 3)
        #expect(spread.most == 10)
        #expect(InventorySpread(number, ["", ""]).median == nil)
        let options = InventorySpread(choice, ["samen", "samen", "", "lokaal"])
        #expect(options.counts.map(\.municipalities) == [1, 2])
        #expect(options.least == nil)
    }

    @Test func `a round is open through its last day`() {
        let day = Day(daysSince1970: 20_000)
        let round = InventoryRound(
            id: ID(uuid: UUID()), title: "",
            referenceDay: day, closesOn: day)
        #expect(round.isOpen(on: day))
        #expect(!round.isOpen(on: day.adding(days: 1)))
    }
}
