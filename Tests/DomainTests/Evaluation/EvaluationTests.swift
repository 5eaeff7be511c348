import Foundation
import Testing

@testable import Domain

@Suite struct EvaluationTests {
    private func evaluation(
        summary: String = "Het ging goed", by account: String = "account:a", lessons: [Lesson] = []
    ) -> Evaluation {
        Evaluation(summary: summary, preparedBy: account, findings: [], lessons: lessons, approved: nil)
    }

    private func lesson(action: String = "Oefenen", owner: String = "OTO", due: Bool = true) -> Lesson {
        Lesson(
            id: ID(uuid: .init()), text: "Bel eerder", action: action, owner: owner,
            dueOn: due ? Day(daysSince1970: 20_000) : nil)
    }

    @Test func `whoever wrote it does not approve it, another does`() {
        #expect(evaluation().refusal(toApproval: "account:b", isOver: true) == nil)
        #expect(evaluation().refusal(toApproval: "account:a", isOver: true) == .sameAccount)
        #expect(
            evaluation().refusal(toApproval: "account:a namens account:b", isOver: true) == .sameAccount)
    }

    @Test func `it is approved when it is over, and every lesson is somebody's by a day`() {
        #expect(evaluation().refusal(toApproval: "account:b", isOver: false) == .stillRunning)
        #expect(evaluation(summary: "").refusal(toApproval: "account:b", isOver: true) == .noSummary)
        let loose = evaluation(lessons: [lesson(), lesson(action: ""), lesson(due: false)])
        #expect(loose.refusal(toApproval: "account:b", isOver: true) == .lessonWithoutAction(2))
        #expect(evaluation(lessons: [lesson()]).refusal(toApproval: "account:b", isOver: true) == nil)
    }
}
