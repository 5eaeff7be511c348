import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct DeploymentFormsTests {
    /// Monday 23 November 2026, 10.00.
    private func moment(_ text: String, isComing: Bool) -> String? {
        let form = DeploymentForm(FormFields(["gebeurd": text, "tijd": text]), at: TestRegion.now)
        return (isComing ? form.coming("tijd") : form.past("gebeurd")).map { Dutch.shortMoment($0) }
    }

    @Test func `a time of the clock is the nearest that it can be, or of the day that is said`() {
        let past: [(String, String?)] = [
            ("09.30", "23-11-2026 09.30"), ("9:30 uur", "23-11-2026 09.30"), ("10.05", "23-11-2026 10.05"),
            ("23.30", "22-11-2026 23.30"), ("21-11-2026 23.30", "21-11-2026 23.30"),
            ("2026-11-21 23:30", "21-11-2026 23.30"), ("21-11-2026, 23.30 uur", "21-11-2026 23.30"),
            ("24-11-2026 01.00", nil), ("99.99", nil), ("31-02-2026 10.00", nil), ("uur", nil), ("", nil),
            ("21-11-2026", nil),
        ]
        for (text, expected) in past { #expect(moment(text, isComing: false) == expected, "\(text)") }
        let coming: [(String, String?)] = [
            ("10.30", "23-11-2026 10.30"), ("09.30", "24-11-2026 09.30"),
            ("25-11-2026 09.30", "25-11-2026 09.30"), ("22-11-2026 09.30", nil), ("straks", nil),
        ]
        for (text, expected) in coming { #expect(moment(text, isComing: true) == expected, "\(text)") }
    }

    @Test func `in the night in which the clock goes back, the hour that comes twice is taken once`() throws {
        let day = try #require(Day(iso: "2026-10-25"))
        let form = DeploymentForm(
            FormFields(["gebeurd": "02.30"]), at: Amsterdam.instant(day, hour: 4))
        #expect(form.past("gebeurd").map { Dutch.shortMoment($0) } == "25-10-2026 02.30")
    }
}
