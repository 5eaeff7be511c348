import Testing

@testable import Sheets

@Suite struct CellStylesTests {
    @Test(arguments: [
        "dd-mm-yyyy", "d\\-m\\-yyyy;@", "[$-413]d mmmm yyyy;@", "yyyy\\-mm\\-dd\\ hh:mm", "mmm\\ yy", "mmmm",
        "[Red]d/m/yy", "\"op \"d mmm", "D-M-JJ",
    ])
    func `a format with days, months or years is a date`(code: String) {
        #expect(CellStyles.kind(of: code) == .date)
    }

    @Test(arguments: ["h:mm", "hh:mm:ss", "[h]:mm", "mm:ss", "[mm]", "h \"uur\""])
    func `a format with only hours, minutes and seconds is a time`(code: String) {
        #expect(CellStyles.kind(of: code) == .time)
    }

    @Test(arguments: [
        "General", "0.00", "#,##0.00", "0%", "0.00E+00", "\"dag\" 0", "\\d0", "[Red]0",
        "_-* #,##0_-;-* #,##0_-", "@",
        "0", "[$€-2] #,##0.00", "# ?/?",
    ])
    func `every other format is a number`(code: String) {
        #expect(CellStyles.kind(of: code) == .number)
    }

    @Test func `zeros alone pad a number`() {
        #expect(CellStyles.kind(of: "00000") == .padded(5))
        #expect(CellStyles.kind(of: "0000000000") == .padded(10))
    }
}
