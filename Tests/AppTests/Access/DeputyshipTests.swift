import Domain
import TestSupport
import Testing

@testable import App

@Suite struct DeputyshipTests {
    private func deputyship(endedAt: Instant? = nil) throws -> Deputyship {
        Deputyship(
            id: try #require(ID("01a13951-6cc0-7bc6-846c-9661bc721227")),
            holder: try #require(ID("01a13951-6cc0-7bc6-846c-9661bc721228")), holderName: "Anna",
            grant: RoleGrant(role: .mayor, municipality: Code("GM0606")),
            deputy: try #require(ID("01a13951-6cc0-7bc6-846c-9661bc721229")), deputyName: "Bram",
            firstDay: try #require(Day(iso: "2027-03-27")), lastDay: try #require(Day(iso: "2027-03-28")),
            endedAt: endedAt)
    }

    @Test func `it holds from the first midnight to the last, also when the clock changes`() throws {
        let interval = try #require(try deputyship().interval)
        // 28 March 2027 has 23 hours.
        #expect(interval.minutes == 47 * 60)
        #expect(try deputyship().isInForce(at: interval.start))
        #expect(try !deputyship().isInForce(at: interval.start.adding(seconds: -1)))
        #expect(try deputyship().isInForce(at: interval.end.adding(seconds: -1)))
        #expect(try !deputyship().isInForce(at: interval.end))
    }

    @Test func `ended early it holds until then, and ended before its first day it never did`() throws {
        let start = try #require(try deputyship().interval).start
        let ended = try deputyship(endedAt: start.adding(minutes: 60))
        #expect(ended.interval?.minutes == 60)
        #expect(!ended.isInForce(at: start.adding(minutes: 60)))
        #expect(try deputyship(endedAt: start.adding(minutes: -60)).interval == nil)
        #expect(try !deputyship(endedAt: start.adding(minutes: -60)).isInForce(at: start))
    }
}
