import Domain
import Testing

@testable import Web

@Suite struct DutchTests {
    @Test(arguments: [
        ("1-1-1900", "01-01-1900 is te lang geleden"), ("1-1-2199", "01-01-2199 ligt te ver vooruit"),
        ("31-2-2026", "Dit is geen bestaande dag"), ("gisteren", "Dit is geen bestaande dag"),
        ("23-11-26", "Schrijf het jaar met vier cijfers"),
    ])
    func `a day that exists is not said to be none`(text: String, sentence: String) {
        #expect(Dutch.day(text) == nil)
        #expect(Dutch.dayRefusal(text).hasPrefix(sentence))
    }

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    private func moment(_ iso: String, _ hour: Int, _ minute: Int = 0) throws -> Instant {
        Amsterdam.instant(try day(iso), hour: hour, minute: minute)
    }

    @Test func `a date has its weekday and its month in short`() throws {
        #expect(Dutch.date(try day("2026-11-23")) == "ma 23 nov 2026")
        #expect(Dutch.date(try day("2028-02-29")) == "di 29 feb 2028")
        #expect(Dutch.shortDate(try day("2026-03-01")) == "01-03-2026")
        #expect(Dutch.month(3) == "mrt")
    }

    @Test func `a moment is told on the clock of Amsterdam, in winter and in summer`() throws {
        #expect(Dutch.moment(Instant(milliseconds: 0)) == "do 1 jan 1970, 01.00 uur")
        #expect(Dutch.moment(try moment("2026-07-01", 9, 5)) == "wo 1 jul 2026, 09.05 uur")
        #expect(Dutch.shortMoment(try moment("2026-11-23", 12)) == "23-11-2026 12.00")
    }

    @Test func `money has a comma before the cents and a point before each thousand`() {
        let amounts: [Int64] = [0, 5, 48_340, 2_500_000, -123_456, .max, .min]
        #expect(
            amounts.map { Dutch.money(Money(cents: $0)) } == [
                "€ 0,00", "€ 0,05", "€ 483,40", "€ 25.000,00", "€ -1.234,56",
                "€ 92.233.720.368.547.758,07", "€ -92.233.720.368.547.758,08",
            ])
    }

    @Test func `a period within a day names the day once, and midnight at its end is 24.00`() throws {
        let morning = Interval(try moment("2026-12-12", 0), try moment("2026-12-12", 8))
        #expect(Dutch.period(morning) == "za 12 dec 2026 00.00–08.00")
        let whole = Interval(try moment("2026-12-12", 0), try moment("2026-12-13", 0))
        #expect(Dutch.period(whole) == "za 12 dec 2026 00.00–24.00")
    }

    @Test func `a period over more days names both, also when it ends at midnight`() throws {
        let week = Interval(try moment("2026-11-23", 12), try moment("2026-11-30", 12))
        #expect(Dutch.period(week) == "ma 23 nov 2026 12.00 – ma 30 nov 2026 12.00")
        let weekend = Interval(try moment("2026-11-28", 0), try moment("2026-11-30", 0))
        #expect(Dutch.period(weekend) == "za 28 nov 2026 00.00 – zo 29 nov 2026 24.00")
    }

    @Test func `a period over a clock change keeps the times that the clocks show`() throws {
        let spring = Interval(try moment("2027-03-28", 0), try moment("2027-03-28", 6))
        #expect(spring.minutes == 5 * 60)
        #expect(Dutch.period(spring) == "zo 28 mrt 2027 00.00–06.00")
        let autumn = Interval(try moment("2027-10-31", 0), try moment("2027-11-01", 0))
        #expect(autumn.minutes == 25 * 60)
        #expect(Dutch.period(autumn) == "zo 31 okt 2027 00.00–24.00")
    }

    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1.000"), (12_345, "12.345"), (1_323_434, "1.323.434"),
        (-1234, "-1.234"), (-999, "-999"),
    ])
    func `thousands are set apart with a point`(number: Int, text: String) {
        #expect(Dutch.number(number) == text)
    }

    @Test func `a share is rounded down, so that 100 percent means all`() {
        #expect(Dutch.percentage(1, of: 1) == "100 %")
        #expect(Dutch.percentage(5_765_759, of: 5_765_760) == "99,9 %")
        #expect(Dutch.percentage(1, of: 3) == "33,3 %")
        #expect(Dutch.percentage(0, of: 8) == "0,0 %")
        #expect(Dutch.percentage(0, of: 0) == "–")
        for whole in 1...400 {
            for part in 0..<whole {
                let thousandths = part * 1000 / whole
                #expect(
                    Dutch.percentage(part, of: whole) == "\(thousandths / 10),\(thousandths % 10) %")
            }
        }
    }

    @Test(arguments: [
        (0, "0 minuten"), (1, "1 minuut"), (59, "59 minuten"), (60, "1 uur"), (61, "1 uur en 1 minuut"),
        (90, "1 uur en 30 minuten"), (41 * 60, "41 uur"), (71 * 60 + 59, "71 uur en 59 minuten"),
        (72 * 60, "3 dagen"), (76 * 60, "3 dagen en 4 uur"), (365 * 1440, "365 dagen"),
    ])
    func `a duration is told in the words of its size`(minutes: Int, text: String) {
        #expect(Dutch.duration(minutes: minutes) == text)
    }

    @Test func `counts and lists are sentences`() {
        #expect(Dutch.count(1, "persoon", "personen") == "1 persoon")
        #expect(Dutch.count(0, "persoon", "personen") == "0 personen")
        #expect(Dutch.count(1200, "persoon", "personen") == "1.200 personen")
        #expect(Dutch.list([]) == "")
        #expect(Dutch.list(["a"]) == "a")
        #expect(Dutch.list(["a", "b", "c"]) == "a, b en c")
        #expect("regionaal bureau".capitalisedFirst == "Regionaal bureau")
        #expect("".capitalisedFirst == "")
    }

    @Test(arguments: ["23-11-2026", "23/11/2026", "23.11.2026", "23 11 2026", "2026-11-23"])
    func `a day is read as people type it`(text: String) throws {
        #expect(Dutch.day(text) == (try day("2026-11-23")))
    }

    @Test(arguments: [
        "", "morgen", "23-11", "31-02-2026", "29-02-2027", "11-23-2026", "23-11-26-1", "0-1-2026", "23-11-",
        "23-11-0",
    ])
    func `a day that does not exist is no day`(text: String) {
        #expect(Dutch.day(text) == nil)
    }

    @Test func `a year of two digits is not guessed`() {
        #expect(Dutch.day("23-11-26") == nil)
    }

    @Test func `a time is read with a colon or a point`() {
        #expect(Dutch.minutesOfDay("12:00") == 720)
        #expect(Dutch.minutesOfDay("08.30") == 510)
        #expect(Dutch.minutesOfDay("0:05") == 5)
        #expect(Dutch.minutesOfDay("23:59") == 1439)
        for text in ["", "12", "24:01", "12:60", "-1:00", "half twee", "1:2:3"] {
            #expect(Dutch.minutesOfDay(text) == nil, "\(text)")
        }
    }

    @Test(arguments: ["31-12-27", "0027-12-31", "31-12-0027", "31-12-9999", "1-1-1949"])
    func `a year in which nothing of the product can lie is refused`(text: String) {
        #expect(Dutch.day(text) == nil)
    }

    @Test(arguments: [
        ("kort genoeg", 11, "kort genoeg"),
        ("Advies: geen opvang nodig. Morgen terugbellen", 30, "Advies: geen opvang nodig…"),
        ("Adviseur crisiscommunicatie beleidsteam", 20, "Adviseur crisiscomm…"),
        ("een twee drie", 9, "een twee…"),
        ("bellen, morgen", 9, "bellen…"), ("", 3, ""),
    ]) func `what is too long for its place ends with a whole word where it can`(
        text: String, length: Int, short: String
    ) {
        #expect(text.shortened(to: length) == short)
    }
}
