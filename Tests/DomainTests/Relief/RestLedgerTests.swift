import Testing

@testable import Domain

struct RestLedgerTests {
    private let start = SmallCrews.start

    private var limits: WorkingTimeLimits {
        var limits = WorkingTimeLimits(.empty, at: start)
        limits.restHours = 11
        limits.restHoursShort = 8
        return limits
    }

    private func work(_ from: Int, _ to: Int) -> Interval {
        Interval(start.adding(minutes: from * 60), start.adding(minutes: to * 60))
    }

    private func ledger(_ work: [Interval], at hour: Int) -> RestLedger {
        RestLedger(work: work, limits, shiftMinutesMax: 720, at: start.adding(minutes: hour * 60))
    }

    @Test func `eight hours with a day between leave no debt`() {
        let ledger = ledger([work(0, 8), work(24, 32)], at: 40)
        #expect(ledger.workedMinutes == 16 * 60)
        #expect(ledger.deviations.isEmpty)
        #expect(ledger.debtMinutes == 0)
    }

    @Test func `fifteen hours on end are three too many, and sleep pays them back hour by hour`() {
        let work = [work(0, 15)]
        #expect(ledger(work, at: 16).debtMinutes == 180)
        #expect(ledger(work, at: 16).deviations.map(\.finding) == [.longShift(minutes: 900, most: 720)])
        // Eleven hours of rest are due anyway; what comes after them makes up.
        #expect(ledger(work, at: 15 + 11).debtMinutes == 180)
        #expect(ledger(work, at: 15 + 13).debtMinutes == 60)
        #expect(ledger(work, at: 15 + 14).debtMinutes == 0)
    }

    @Test func `one short rest in a week is allowed, the second is a debt`() {
        let ledger = ledger([work(0, 8), work(16, 24), work(32, 40)], at: 41)
        #expect(ledger.deviations.map(\.finding) == [.shortRest(minutes: 480, least: 660)])
        #expect(ledger.debtMinutes == 180)
    }

    @Test func `work that goes on counts until now`() {
        #expect(ledger([work(0, 100)], at: 13).workedMinutes == 13 * 60)
        #expect(ledger([work(0, 100)], at: 13).debtMinutes == 60)
    }
}
