import Domain
import Testing

@Suite struct JointExerciseTests {
    /// 2026-11-23, 09:00.
    private let now = Amsterdam.instant(Day(daysSince1970: 20_780), hour: 9)

    private func session(_ iso: String, isCancelled: Bool = false) throws -> ActivitySession {
        var random = Randomness(seed: 1)
        let day = try #require(Day(iso: iso))
        return ActivitySession(
            id: random.id(at: now), activity: random.id(at: now),
            interval: Interval(Amsterdam.instant(day, hour: 9), Amsterdam.instant(day, hour: 17)), place: "",
            leader: "", capacity: nil, cost: Money(cents: 0), enrolThrough: nil,
            cancellation: isCancelled ? ActivitySession.Cancellation(at: now, reason: "storm") : nil)
    }

    private func state(_ year: Int, _ sessions: [ActivitySession], perYear: Int? = 1) -> JointExercise {
        JointExercise.state(in: year, sessions: sessions, perYear: perYear, at: now)
    }

    @Test func `held, planned, missing and unknown are told apart`() throws {
        let held = try session("2026-09-30")
        let ahead = try session("2026-12-10")
        #expect(state(2026, [held]) == .held(on: [try #require(Day(iso: "2026-09-30"))]))
        #expect(state(2026, [ahead]) == .planned(next: try #require(Day(iso: "2026-12-10"))))
        #expect(state(2026, []) == .missing(count: 1))
        #expect(state(2027, [held, ahead]) == .missing(count: 1))
        #expect(state(2026, [held], perYear: nil) == .unknown)
    }

    @Test func `one that was called off is neither held nor planned`() throws {
        #expect(state(2026, [try session("2026-09-30", isCancelled: true)]) == .missing(count: 1))
        #expect(state(2026, [try session("2026-12-10", isCancelled: true)]) == .missing(count: 1))
    }

    @Test func `a norm of two asks for two, and today's counts when it is over`() throws {
        let held = try session("2026-09-30")
        let today = try session("2026-11-23")
        #expect(state(2026, [held], perYear: 2) == .missing(count: 1))
        #expect(
            state(2026, [held, today], perYear: 2) == .planned(next: try #require(Day(iso: "2026-11-23"))))
        #expect(state(2026, [], perYear: 2) == .missing(count: 2))
        #expect(state(2026, [], perYear: 0) == .held(on: []))
    }

    @Test func `the year is that of the clock in Amsterdam`() throws {
        let eve = try session("2027-01-01")
        let night = ActivitySession(
            id: eve.id, activity: eve.activity,
            interval: Interval(
                Amsterdam.instant(try #require(Day(iso: "2026-12-31")), hour: 23), eve.interval.end),
            place: "", leader: "", capacity: nil, cost: Money(cents: 0), enrolThrough: nil)
        #expect(state(2026, [night]) == .planned(next: try #require(Day(iso: "2026-12-31"))))
        #expect(state(2027, [night]) == .missing(count: 1))
    }
}
