import Testing

@testable import Domain

@Suite struct TurnoutTests {
    private static let raisedAt = Instant(milliseconds: 1_795_000_000_000)

    private static func turnout(_ wanted: Int, within: Int? = 30, seconds: [Int]) -> Turnout {
        Turnout(
            wanted: wanted, withinMinutes: within, raisedAt: raisedAt,
            arrivals: seconds.map { raisedAt.adding(seconds: $0) })
    }

    @Test func `the moment of the norm itself is in time, a second later is late`() {
        #expect(Self.turnout(1, seconds: [1800]).verdict == .inTime)
        #expect(Self.turnout(1, seconds: [1801]).verdict == .late)
        #expect(Self.turnout(1, seconds: [1801]).minutesToFill == 31)
        #expect(Self.turnout(1, seconds: [1800]).minutesToFill == 30)
    }

    @Test func `the last wanted place decides, whoever came besides does not`() {
        let turnout = Self.turnout(2, seconds: [4000, 600, 1200])
        #expect(turnout.filledAt == Self.raisedAt.adding(seconds: 1200))
        #expect(turnout.verdict == .inTime)
        #expect(turnout.inTimeCount == 2)
    }

    @Test func `too few is short, however early they came`() {
        let turnout = Self.turnout(2, seconds: [60])
        #expect(turnout.verdict == .short)
        #expect(turnout.filledAt == nil && turnout.minutesToFill == nil)
        #expect(turnout.inTimeCount == 1)
    }

    @Test func `without a norm nobody is late`() {
        let turnout = Self.turnout(1, within: nil, seconds: [9000])
        #expect(turnout.verdict == .noNorm)
        #expect(turnout.inTimeCount == nil)
    }

    @Test func `figures add places, and count no norm where there is none`() {
        let figures = TurnoutFigures([
            Self.turnout(2, seconds: [600, 2400]), Self.turnout(1, within: nil, seconds: [300]),
            Self.turnout(1, seconds: []),
        ])
        #expect((figures.alarms, figures.wanted, figures.filled) == (3, 4, 3))
        #expect((figures.withNorm, figures.inTime) == (3, 1))
        #expect(figures.medianMinutes == 40)
        #expect(TurnoutFigures([]).medianMinutes == nil)
    }
}
