import Testing

@testable import Domain

@Suite struct HourEntryTests {
    @Test(arguments: [
        ("2", 120), ("1,5", 90), ("1.5", 90), ("1:30", 90), ("0,25", 15), ("1,75 uur", 105), ("8u", 480),
        ("-3", -180),
        ("0", 0), ("30", 1800),
    ])
    func `hours are read as people type them`(text: String, minutes: Int) {
        #expect(HourEntry.minutes(text) == minutes)
    }

    @Test(arguments: ["", "veel", "1:75", "12345", "1,555", "2 3 a"])
    func `what is no number of hours is nothing`(text: String) {
        #expect(HourEntry.minutes(text) == nil)
    }

    @Test func `negative, absurd, future and old hours each have their own fault`() throws {
        let today = try #require(Day(iso: "2026-11-23"))
        var random = Randomness(seed: 1)
        let id: ID<HourEntry> = random.id(at: Instant(milliseconds: 0))
        func faults(_ minutes: Int, _ day: Day) -> [HourFault] {
            HourEntry(id: id, municipality: nil, day: day, minutes: minutes, part: nil, note: "").faults(
                today: today)
        }
        #expect(faults(90, today) == [] && faults(1440, today) == [])
        #expect(faults(-60, today) == [.negative] && faults(0, today) == [.nothing])
        #expect(faults(1441, today) == [.absurd(minutes: 1441)])
        let written = HourEntry(id: id, municipality: nil, day: today, minutes: 60, part: nil, note: "")
        #expect(written.faults(today: today, writtenMinutes: 1_380) == [])
        #expect(
            written.faults(today: today, writtenMinutes: 1_381) == [.fullDay(writtenMinutes: 1_381)])
        let tomorrow = today.adding(days: 1)
        #expect(faults(60, tomorrow) == [.inTheFuture(tomorrow)])
        let old = today.adding(days: -HourEntry.daysBack - 1)
        #expect(faults(-1, old) == [.negative, .tooLongAgo(old)])
        #expect(faults(60, old.adding(days: 1)) == [])
    }
}
