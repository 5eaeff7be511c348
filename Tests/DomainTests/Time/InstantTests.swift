import Foundation
import Testing

@testable import Domain

@Suite struct InstantTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_795_431_600_000, "2026-11-23T11:00:00Z"),
            (-1000, "1969-12-31T23:59:59Z"),
            (-1, "1969-12-31T23:59:59Z"), (951_782_399_999, "2000-02-28T23:59:59Z"),
            (951_782_400_000, "2000-02-29T00:00:00Z"),
        ] as [(Int64, String)])
    func `an instant is written in UTC with whole seconds`(milliseconds: Int64, text: String) {
        #expect(Instant(milliseconds: milliseconds).iso8601 == text)
    }

    @Test(
        arguments: [(0, 0), (59_999, 0), (60_000, 1), (-1, -1), (-60_000, -1), (-60_001, -2)]
            as [(Int64, Int)])
    func `minutes since an earlier instant are rounded down, also when it is later`(
        milliseconds: Int64, minutes: Int
    ) {
        let start = Instant.wall("2026-06-01 12:00")
        let later = Instant(milliseconds: start.milliseconds + milliseconds)
        #expect(later.minutes(since: start) == minutes)
    }

    @Test func `adding is absolute time: an hour later the clock in Amsterdam may show the same`() {
        let before = Instant.wall("2026-10-25 02:30")
        #expect(before.adding(minutes: 60) == before.adding(seconds: 3600))
        #expect(Amsterdam.wallClock(at: before) == Amsterdam.wallClock(at: before.adding(minutes: 60)))
        #expect(before.adding(minutes: 60).adding(minutes: -60) == before)
    }

    @Test func `a date becomes the millisecond it lies in`() {
        #expect(Instant(Date(timeIntervalSince1970: 12.5)).milliseconds == 12_500)
        #expect(Instant(Date(timeIntervalSince1970: -0.0005)).milliseconds == -1)
    }

    @Test func `instants are ordered by time, between the far past and the far future`() {
        let noon = Instant.wall("2026-06-01 12:00")
        #expect(noon < noon.adding(seconds: 1))
        #expect(Instant.distantPast < Instant.wall("1900-01-01 00:00"))
        #expect(Instant.wall("2999-12-31 23:59") < Instant.distantFuture)
        #expect(Instant.distantFuture.iso8601 == "9999-12-31T00:00:00Z")
        #expect(Instant.distantPast.iso8601 == "0001-01-01T00:00:00Z")
    }

    @Test(arguments: [(0, "00"), (7, "07"), (10, "10"), (59, "59")])
    func `a number below ten gets a nought in front`(number: Int, text: String) {
        #expect(twoDigits(number) == text)
    }

    @Test(
        arguments: [(7, 3, 2), (-7, 3, -3), (-6, 3, -2), (0, 3, 0), (-1, 86_400_000, -1)]
            as [(Int64, Int64, Int64)])
    func `dividing rounds towards the past`(dividend: Int64, divisor: Int64, quotient: Int64) {
        #expect(dividend.quotientRoundedDown(by: divisor) == quotient)
    }

    @Test(
        arguments: [
            ("2026-11-23T11:00:00Z", 1_795_431_600_000), ("2026-11-23T12:00:00+01:00", 1_795_431_600_000),
            ("2026-11-23t05:30:00.25-05:30", 1_795_431_600_250), ("1969-12-31T23:59:59.999999Z", -1),
            ("2026-11-23T11:00:00", nil), ("2026-11-23 11:00:00Z", nil), ("2026-02-29T11:00:00Z", nil),
            ("2026-11-23T24:00:00Z", nil), ("2026-11-23T11:60:00Z", nil), ("2026-11-23T11:00:60Z", nil),
            ("2026-11-23T11:00:00.Z", nil), ("2026-11-23T11:00:00+0100", nil), ("2026-11-23T11:00:00Zx", nil),
            ("2026-11-23T11:00Z", nil), ("", nil),
        ] as [(String, Int64?)])
    func `an instant is read with any offset, and not without one`(text: String, milliseconds: Int64?) {
        #expect(Instant(iso8601: text)?.milliseconds == milliseconds)
    }
}
