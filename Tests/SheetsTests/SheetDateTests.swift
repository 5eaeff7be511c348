import Domain
import Testing

@testable import Sheets

@Suite struct SheetDateTests {
    private func iso(_ serial: Double, counts1904: Bool = false) -> String? {
        SheetDate(counts1904: counts1904).moment(serial).map {
            "\($0.day.iso) \(SheetCell.clock($0.seconds))"
        }
    }

    @Test func `days count from 1900, over a 29 February that never was`() {
        #expect(iso(1) == "1900-01-01 00:00")
        #expect(iso(59) == "1900-02-28 00:00")
        #expect(iso(60) == nil)
        #expect(iso(61) == "1900-03-01 00:00")
        #expect(iso(46_349) == "2026-11-23 00:00")
        #expect(iso(2_958_465) == "9999-12-31 00:00")
        #expect([0, -1, 2_958_466].allSatisfy { iso($0) == nil })
    }

    @Test func `or from 1904`() {
        #expect(iso(0, counts1904: true) == "1904-01-01 00:00")
        #expect(iso(44_887, counts1904: true) == "2026-11-23 00:00")
    }

    @Test func `a time of day is the fraction, to the second`() {
        #expect(iso(46_349.5) == "2026-11-23 12:00")
        #expect(iso(46_349 + 1.0 / 3) == "2026-11-23 08:00")
        #expect(iso(46_349.999_999_9) == "2026-11-24 00:00")
        #expect(iso(46_349 + 1.0 / 86_400) == "2026-11-23 00:00:01")
    }

    @Test func `what is written is read back`() throws {
        for count in stride(from: -25_508, to: 60_000, by: 97) {
            let day = Day(daysSince1970: count)
            let read = try #require(
                SheetDate(counts1904: false).moment(SheetDate.serial(day, seconds: 34_205)))
            #expect(read.day == day && read.seconds == 34_205)
        }
    }

    @Test func `the strict dialect writes dates as text`() throws {
        let moment = try #require(SheetDate.moment(iso: "2026-11-23T09:30:05"))
        #expect(moment.day.iso == "2026-11-23" && moment.seconds == 34_205)
        #expect(SheetDate.moment(iso: "2026-11-23")?.seconds == 0)
        #expect(SheetDate.moment(iso: "2026-02-30") == nil)
        #expect(SheetDate.moment(iso: "2026-11-23T25:00:00") == nil)
    }
}
