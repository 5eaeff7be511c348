import Domain
import Web

/// A week as ISO 8601 writes it: `2026-W48`.
struct ISOWeek: Hashable, Sendable {
    let period: DutyPeriod

    init(_ period: DutyPeriod) {
        self.period = period
    }

    /// Nil for a week that its year does not have.
    init?(_ text: String) {
        let parts = text.split(separator: "-W", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(parts[0]),
            let number = Int(parts[1]), number >= 1, let fourth = Day(year: year, month: 1, day: 4)
        else { return nil }
        // 4 January is always in the first week.
        self.init(DutyPeriod(weekOf: fourth.adding(days: (number - 1) * 7)))
        guard self.text == text else { return nil }
    }

    var text: String {
        "\(period.monday.adding(days: 3).parts.year)-W\(twoDigits(period.monday.weekNumber))"
    }
}

extension Scalar where Value == ISOWeek {
    static let week = Scalar(
        .string, expected: "een bestaande week zoals 2026-W48",
        keywords: ["pattern": "^(20|21)[0-9]{2}-W(0[1-9]|[1-4][0-9]|5[0-2])$", "examples": ["2026-W48"]],
        parse: { text in text.hasPrefix("20") || text.hasPrefix("21") ? ISOWeek(text) : nil }, print: \.text)
}
