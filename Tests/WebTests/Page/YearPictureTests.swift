import Domain
import Foundation
import Testing

@testable import Web

@Suite struct YearPictureTests {
    private static let first = Day(daysSince1970: 20_780)

    private func picture(_ tones: [YearPicture.Tone], marked: [Bool] = []) -> String {
        let weeks = tones.indices.map { Self.first.adding(days: 7 * $0) }
        let cells = tones.enumerated().map { index, tone in
            YearPicture.Cell(tone, path: "/lijn?week=\(index)&a=1", words: "Lijn <A>, week \(index)")
        }
        return YearPicture(
            "Bezetting", weeks: weeks, rows: [YearPicture.Row("Lijn <A>", cells)],
            legend: [(.deep, "bezet")], marked: (marked, "feestdag")
        ).html.text
    }

    @Test func `every week is a link that says in words what its tone means`() {
        let html = picture([.deep, .gap, .borne, .covered, .unknown])
        for (index, tone) in ["deep", "gap", "borne", "covered", "unknown"].enumerated() {
            #expect(html.contains("href=\"/lijn?week=\(index)&amp;a=1\""))
            #expect(html.contains("aria-label=\"Lijn &lt;A&gt;, week \(index)\""))
            #expect(html.contains("class=\"fill-\(tone)\" x=\"\(index * 20).0%\""))
        }
    }

    @Test func `a month of fewer than four weeks has no name, and January says its year`() {
        // From Monday 23 November: two weeks of November, four of December, four of January.
        let html = picture(Array(repeating: .deep, count: 10))
        #expect(!html.contains(">nov<"))
        #expect(html.contains(">dec<"))
        #expect(html.contains(">jan<tspan class=\"wide\"> 2027</tspan>"))
    }

    @Test func `only a marked week has a dot above it`() {
        #expect(
            picture([.deep, .deep], marked: [false, true]).components(separatedBy: "cy=\"20\"").count == 2)
        #expect(!picture([.deep, .deep], marked: [false, false]).contains("cy=\"20\""))
    }
}
