import Testing

@testable import Domain

@Suite struct ReviewFiguresTests {
    @Test func `a board sees how often and what was learnt`() throws {
        let today = try #require(Day(iso: "2026-12-22"))
        func closed(_ wise: ReviewAnswer.Verdict, _ lesson: String) -> ScalingReview {
            ScalingReview(
                dueOn: "2026-12-01", wise: ReviewAnswer(wise, grounds: "x"),
                legitimate: ReviewAnswer(.yes, grounds: "x"), lesson: lesson, isClosed: true)
        }
        let figures = ReviewFigures(
            [
                closed(.yes, "Bel eerder"), closed(.partly, ""), ScalingReview(dueOn: "2026-12-21"),
                ScalingReview(dueOn: "2026-12-22"),
            ], on: today)
        #expect(figures.closed == 2)
        #expect(figures.open == 2)
        #expect(figures.overdue == 1)
        #expect(figures.wise == [.yes: 1, .partly: 1])
        #expect(figures.legitimate == [.yes: 2])
        #expect(figures.lessons == ["Bel eerder"])
    }
}
