import Testing

@testable import Domain

@Suite struct BasisMeasureTests {
    @Test func `a share is rounded down, so that all means all`() {
        #expect(BasisFigure(.coverage, 99_999, of: 100_000).thousandths == 999)
        #expect(BasisFigure(.coverage, 5, of: 5).thousandths == 1_000)
        #expect(BasisFigure(.coverage, 0, of: 0).thousandths == nil)
        #expect(BasisFigure(.coverage, nil, of: 5).thousandths == nil)
        #expect(BasisFigure(.reviews, 5, of: nil).thousandths == nil)
    }

    @Test func `a quarter is read as it is written, and nothing else is one`() throws {
        let day = try #require(Day(iso: "2026-11-23"))
        #expect(BasisQuarter(of: day).text == "2026-4")
        #expect(BasisQuarter("2026-4") == BasisQuarter(of: day))
        for text in ["2026-5", "2026", "x-1", "2026-0", "1999-1", ""] { #expect(BasisQuarter(text) == nil) }
        let (first, last) = (BasisQuarter("2026-1"), BasisQuarter("2025-4"))
        #expect(try #require(last) < #require(first))
    }

    @Test func `the months of a quarter count once they are over`() throws {
        let quarter = try #require(BasisQuarter("2026-4"))
        func over(_ text: String) throws -> [String] {
            quarter.monthsOver(on: try #require(Day(iso: text))).map(\.iso)
        }
        #expect(try over("2026-10-31") == [])
        #expect(try over("2026-11-01") == ["2026-10-01"])
        #expect(try over("2027-03-09") == ["2026-10-01", "2026-11-01", "2026-12-01"])
    }
}
