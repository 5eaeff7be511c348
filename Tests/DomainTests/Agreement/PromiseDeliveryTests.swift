import Testing

@testable import Domain

@Suite struct PromiseDeliveryTests {
    private let start = Instant(milliseconds: 0)

    private func delivery(_ promised: Int, _ minutes: [Int], within: Int? = 60) -> PromiseDelivery {
        PromiseDelivery(
            raisedAt: start, promised: promised, responseMinutes: within,
            arrivals: minutes.map { start.adding(minutes: $0) })
    }

    @Test func `a promise is kept when all came in time, and more than promised is not counted`() {
        #expect(delivery(2, [10, 60]).isKept)
        #expect(!delivery(2, [10, 61]).isKept)
        #expect(delivery(2, [10, 61]).delivered == 2)
        #expect(delivery(1, [10, 20, 30]).inTime == 1)
        #expect(delivery(2, [10, 500], within: nil).isKept)
        #expect(!delivery(1, []).isKept)
    }

    @Test func `over many calls`() {
        let figures = DeliveryFigures([delivery(2, [10, 90]), delivery(1, [5]), delivery(1, [])])
        #expect(figures.calls == 3)
        #expect(figures.kept == 1)
        #expect(figures.promised == 4)
        #expect(figures.delivered == 3)
        #expect(figures.inTime == 2)
        #expect(DeliveryFigures([]).calls == 0)
    }
}
