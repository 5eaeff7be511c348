import Foundation

/// Days as HR systems and spreadsheets write them.
package enum ImportDate {
    /// Outside these years a date in an HR list is a typing error.
    package static let years = 1950...2100

    package static func parse(_ text: String) -> Result<Day, DateFault> {
        let tidy = text.tidied
        if let serial = serial(tidy) { return plausible(serial) }
        guard let written = withoutMidnight(tidy) else { return .failure(.notADate) }
        for separator: Character in ["-", "/", "."] {
            let parts = written.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            guard parts.allSatisfy(isNumber) else { return .failure(.notADate) }
            return day(parts)
        }
        return .failure(.notADate)
    }

    /// "01-09-2026", as people read it.
    package static func written(_ day: Day) -> String {
        let (year, month, number) = day.parts
        return "\(twoDigits(number))-\(twoDigits(month))-\(year)"
    }

    /// HR systems write 31-12-9999 (Raet) or 31-12-2999 (AFAS) for "no end".
    static func meansNoEnd(_ text: String) -> Bool {
        guard let written = withoutMidnight(text.tidied) else { return false }
        return ["9999", "2999"].contains { written.hasPrefix($0) || written.hasSuffix($0) }
    }

    private static func day(_ parts: [Substring]) -> Result<Day, DateFault> {
        let yearFirst = parts[0].count == 4
        let year = yearFirst ? parts[0] : parts[2]
        let others = yearFirst ? [parts[1], parts[2]] : [parts[1], parts[0]]
        guard others.allSatisfy({ $0.count <= 2 }) else { return .failure(.notADate) }
        if year.count == 2 { return .failure(.twoDigitYear) }
        guard year.count == 4, let year = Int(year), let month = Int(others[0]), let number = Int(others[1])
        else { return .failure(.notADate) }
        guard let day = Day(year: year, month: month, day: number) else { return .failure(.doesNotExist) }
        return plausible(day)
    }

    private static func plausible(_ day: Day) -> Result<Day, DateFault> {
        years.contains(day.parts.year) ? .success(day) : .failure(.outsideYears(years))
    }

    /// A spreadsheet's own number for a day: 1 is 1-1-1900, and 60 a 29 February that never was, so
    /// that counting back from later days starts at 30-12-1899. Five digits reach from 1927 to 2173.
    private static func serial(_ text: String) -> Day? {
        guard text.count == 5, isNumber(text[...]), let serial = Int(text) else { return nil }
        return Day(daysSince1970: serial - 25_569)
    }

    /// Databases add 00:00 to a day; any other time means that the field is something else.
    private static func withoutMidnight(_ text: String) -> String? {
        guard let cut = text.firstIndex(where: { $0 == " " || $0 == "T" }) else { return text }
        let time = text[text.index(after: cut)...]
        return midnights.contains(String(time)) ? String(text[..<cut]) : nil
    }

    private static let midnights: Set<String> = [
        "0:00", "00:00", "0:00:00", "00:00:00", "00:00:00.000", "00:00Z", "00:00:00Z",
    ]

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
}

/// Why a text is no day.
package enum DateFault: Error, Equatable, Sendable {
    case notADate
    case doesNotExist
    /// "01-02-26": which century, and even which part is the year, is not in it.
    case twoDigitYear
    case outsideYears(ClosedRange<Int>)
}
