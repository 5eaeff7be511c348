import Foundation
import Testing

@testable import Domain

@Suite struct AftermathPointTests {
    private let today = Day(daysSince1970: 20_000)

    private func point(
        _ topic: AftermathTopic, due: Int? = nil, done: Bool = false, cents: Int64? = nil
    ) -> AftermathPoint {
        AftermathPoint(
            id: ID(uuid: .init()), topic: topic, what: "iets", dueOn: due.map { today.adding(days: $0) },
            isDone: done, amount: cents.map { Money(cents: $0) })
    }

    @Test func `a point is late the day after its day, unless it is done`() {
        #expect(!point(.damage, due: 0).isOverdue(on: today))
        #expect(point(.damage, due: -1).isOverdue(on: today))
        #expect(!point(.damage, due: -1, done: true).isOverdue(on: today))
        #expect(!point(.damage).isOverdue(on: today))
    }

    @Test func `what nobody wrote about is named, actions apart`() {
        let overview = AftermathOverview(
            [
                point(.damage, cents: 1_050), point(.cost, due: -1, cents: 250),
                point(.care, done: true),
            ], on: today)
        #expect(overview.open == 2)
        #expect(overview.overdue == 1)
        #expect(overview.amount == Money(cents: 1_300))
        #expect(overview.silent == [.shelter, .legal, .communication, .commemoration, .evaluation])
    }
}
