/// A calendar day without a zone, in the Gregorian calendar; stored as ISO text (`2026-11-23`).
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let daysSince1970: Int

    package init(daysSince1970: Int) {
        self.daysSince1970 = daysSince1970
    }

    /// Nil for a day that does not exist, such as 30 February.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        self.init(daysSince1970: Day.daysSince1970(year: year, month: month, day: day))
        guard parts == (year, month, day) else { return nil }
    }

    /// Reads `2026-11-23`, nothing else.
    package init?(iso text: String) {
        var text = text
        let numbers = text.withUTF8 { utf8 -> (year: Int, month: Int, day: Int)? in
            guard utf8.count == 10, utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-") else {
                return nil
            }
            guard let year = Self.number(utf8[0..<4]), let month = Self.number(utf8[5..<7]),
                let day = Self.number(utf8[8..<10])
            else { return nil }
            return (year, month, day)
        }
        guard let numbers else { return nil }
        self.init(year: numbers.year, month: numbers.month, day: numbers.day)
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }

    package static func < (left: Day, right: Day) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }

    package func adding(days: Int) -> Day {
        Day(daysSince1970: daysSince1970 + days)
    }

    /// The same day so many months on; the last day of that month where it does not exist.
    package func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let number = year * 12 + month - 1 + months
        let first = Day.daysSince1970(year: number / 12, month: number % 12 + 1, day: 1)
        let next = Day.daysSince1970(year: (number + 1) / 12, month: (number + 1) % 12 + 1, day: 1)
        return Day(daysSince1970: min(first + day - 1, next - 1))
    }

    package var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        Weekday.allCases[((daysSince1970 + 3) % 7 + 7) % 7]
    }

    /// The Monday of this day's ISO week.
    package var monday: Day {
        adding(days: -weekday.rawValue)
    }

    /// Year, month 1–12, day 1–31 (Howard Hinnant's `civil_from_days`).
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = daysSince1970 + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var description: String { iso }

    package var iso: String {
        let (year, month, day) = parts
        return "\(fourDigits(year))-\(twoDigits(month))-\(twoDigits(day))"
    }

    /// ISO 8601 week number, 1–53: the week of this week's Thursday.
    package var weekNumber: Int {
        let thursday = monday.adding(days: 3)
        let firstDay = Day.daysSince1970(year: thursday.parts.year, month: 1, day: 1)
        return (thursday.daysSince1970 - firstDay) / 7 + 1
    }

    private func fourDigits(_ year: Int) -> String {
        String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
    }

    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

/// Monday first, as in every Dutch roster.
package enum Weekday: Int, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}
