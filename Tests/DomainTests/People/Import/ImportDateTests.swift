import Testing

@testable import Domain

@Suite struct ImportDateTests {
    @Test(arguments: [
        "01-09-2026", "1-9-2026", "01/09/2026", "1.9.2026", "2026-09-01", "01-09-2026 00:00",
        "01-09-2026 00:00:00", "2026-09-01T00:00:00", " 01-09-2026\u{A0}", "46266", "1-9-2026 0:00:00",
    ])
    func `a day may be written in many ways`(text: String) {
        #expect(ImportDate.parse(text) == .success(Day(daysSince1970: 20_697)))
    }

    @Test func `the day of the examples is the first of September`() {
        #expect(Day(iso: "2026-09-01")?.daysSince1970 == 20_697)
        #expect(ImportDate.written(Day(daysSince1970: 20_697)) == "01-09-2026")
    }

    @Test(arguments: [
        ("30-02-2026", DateFault.doesNotExist), ("29-02-2026", .doesNotExist), ("12/31/2026", .doesNotExist),
        ("00-00-0000", .doesNotExist), ("01-02-26", .twoDigitYear), ("1/2/26", .twoDigitYear),
        ("01-01-1949", .outsideYears(1950...2100)), ("01-01-2101", .outsideYears(1950...2100)),
        ("10000", .outsideYears(1950...2100)), ("99999", .outsideYears(1950...2100)), ("", .notADate),
        ("morgen", .notADate), ("2026", .notADate), ("01-09-2026 14:30", .notADate), ("1-9", .notADate),
        ("1-9-2026-1", .notADate), ("001-9-2026", .notADate), ("01-09-20266", .notADate),
        ("+1-09-2026", .notADate), ("1-sep-2026", .notADate), ("٠١-٠٩-٢٠٢٦", .notADate),
    ])
    func `what is no day is refused with its reason`(text: String, fault: DateFault) {
        #expect(ImportDate.parse(text) == .failure(fault))
    }

    @Test func `a leap day exists in a leap year`() {
        #expect(ImportDate.parse("29-02-2028") == .success(Day(daysSince1970: 21_243)))
    }

    @Test(arguments: ["31-12-9999", "9999-12-31 00:00:00", "31-12-2999"])
    func `the last day of the calendar means no end`(text: String) {
        #expect(ImportDate.meansNoEnd(text))
    }

    @Test func `other days are an end`() {
        #expect(!ImportDate.meansNoEnd("31-12-2026"))
    }
}
