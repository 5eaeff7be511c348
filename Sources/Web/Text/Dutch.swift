package import Domain

/// Dates, times, numbers and lists as a Dutch reader expects them; the one place where they are formatted.
package enum Dutch {
    private static let weekdays = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    private static let months = [
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ]

    /// `nov` for 11.
    package static func month(_ number: Int) -> String {
        months[number - 1]
    }

    /// `november` for 11.
    package static func monthName(_ number: Int) -> String {
        [
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
            "oktober",
            "november", "december",
        ][number - 1]
    }

    /// `ma 23 nov 2026`
    package static func date(_ day: Day) -> String {
        let (year, month, number) = day.parts
        return "\(weekdays[day.weekday.rawValue]) \(number) \(months[month - 1]) \(year)"
    }

    /// `23-11-2026`, for tables and forms.
    package static func shortDate(_ day: Day) -> String {
        let (year, month, number) = day.parts
        return "\(twoDigits(number))-\(twoDigits(month))-\(year)"
    }

    /// `12.00`
    package static func time(_ instant: Instant) -> String {
        let clock = Amsterdam.wallClock(at: instant)
        return "\(twoDigits(clock.hour)).\(twoDigits(clock.minute))"
    }

    /// `ma 23 nov 2026, 12.00 uur`
    package static func moment(_ instant: Instant) -> String {
        "\(date(Amsterdam.day(at: instant))), \(time(instant)) uur"
    }

    /// `23-11-2026 12.00`, for tables.
    package static func shortMoment(_ instant: Instant) -> String {
        "\(shortDate(Amsterdam.day(at: instant))) \(time(instant))"
    }

    /// `za 12 dec 2026 00.00–08.00`, with the second date only where it differs; an end at 00.00 is read as
    /// 24.00.
    package static func period(_ interval: Interval) -> String {
        let start = Amsterdam.wallClock(at: interval.start)
        let end = Amsterdam.wallClock(at: interval.end)
        let first = "\(date(start.day)) \(time(interval.start))"
        if start.day == end.day { return "\(first)–\(time(interval.end))" }
        if end.hour == 0, end.minute == 0 {
            let last = end.day.adding(days: -1)
            return last == start.day ? "\(first)–24.00" : "\(first) – \(date(last)) 24.00"
        }
        return "\(first) – \(date(end.day)) \(time(interval.end))"
    }

    /// `12.345`
    package static func number(_ number: Int) -> String {
        let digits = Array("\(number.magnitude)")
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "." }
            text.append(digit)
        }
        return text
    }

    /// `€ 12.345,67`
    package static func money(_ money: Money) -> String {
        let (euros, cents) = money.cents.quotientAndRemainder(dividingBy: 100)
        let sign = money.cents < 0 ? "-" : ""
        return "€ \(sign)\(number(Int(euros.magnitude))),\(twoDigits(Int(cents.magnitude)))"
    }

    /// Reads an amount as people type it: `1.250`, `1250,50`, `€ 75`; nil for anything else.
    package static func money(_ text: String) -> Money? {
        let plain = text.filter { !$0.isWhitespace && $0 != "€" }
        guard let match = plain.wholeMatch(of: /(-?\d{1,3}(?:\.\d{3})*|-?\d{1,7})(?:,(\d{2}))?/),
            let euros = Int64(match.output.1.filter { $0 != "." })
        else { return nil }
        let cents = match.output.2.flatMap { Int64($0) } ?? 0
        return Money(cents: euros * 100 + (match.output.1.hasPrefix("-") ? -cents : cents))
    }

    /// A share with one decimal, rounded down so that 100 % means all: `98,7 %`.
    package static func percentage(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let thousandths = Int((Double(part) / Double(whole) * 1000).rounded(.down))
        return thousandths == 1000 ? "100 %" : "\(thousandths / 10),\(thousandths % 10) %"
    }

    /// `41 uur`, `3 dagen en 4 uur`, `25 minuten`
    package static func duration(minutes: Int) -> String {
        let hours = minutes / 60
        let rest = minutes % 60
        switch (hours, rest) {
        case (0, _): return count(rest, "minuut", "minuten")
        case (1..<72, 0): return "\(hours) uur"
        case (1..<72, _): return "\(hours) uur en \(count(rest, "minuut", "minuten"))"
        default:
            let days = count(hours / 24, "dag", "dagen")
            return hours % 24 == 0 ? days : "\(days) en \(hours % 24) uur"
        }
    }

    /// `1 persoon`, `3 personen`
    package static func count(_ number: Int, _ singular: String, _ plural: String) -> String {
        number == 1 ? "1 \(singular)" : "\(self.number(number)) \(plural)"
    }

    /// `a, b en c`
    package static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return "\(parts.dropLast().joined(separator: ", ")) en \(last)"
    }

    /// Reads a day as people type it in a form: `23-11-2026`, `23/11/2026`, or what a date field sends,
    /// `2026-11-23`.
    ///
    /// A year of two digits, or one in which nothing of this product can lie, is refused: `31-12-27` would
    /// otherwise end something in the first century without anybody noticing.
    package static func day(_ text: String) -> Day? {
        guard let day = Day(iso: text) ?? typedDay(text) else { return nil }
        return ImportDate.years.contains(day.parts.year) ? day : nil
    }

    /// Why what was typed is no day that can be meant here.
    package static func dayRefusal(_ text: String) -> String {
        guard let day = Day(iso: text) ?? typedDay(text) else {
            return "Dit is geen bestaande dag. Schrijf de datum als 23-11-2026."
        }
        if day.parts.year < 1000 { return "Schrijf het jaar met vier cijfers, zoals 23-11-2026." }
        let years = ImportDate.years
        return day.parts.year < years.lowerBound
            ? "\(shortDate(day)) is te lang geleden; kijk het jaar na. Het eerste is \(years.lowerBound)."
            : "\(shortDate(day)) ligt te ver vooruit; kijk het jaar na. Het laatste is \(years.upperBound)."
    }

    private static func typedDay(_ text: String) -> Day? {
        let parts = text.split { "-/. ".contains($0) }.map { Int($0) }
        guard parts.count == 3, let number = parts[0], let month = parts[1], let year = parts[2] else {
            return nil
        }
        return Day(year: year, month: month, day: number)
    }

    /// Reads `12:00` or `12.00` as minutes after midnight.
    package static func minutesOfDay(_ text: String) -> Int? {
        let parts = text.split { ".:".contains($0) }
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]) else { return nil }
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        return hour * 60 + minute
    }
}

extension String {
    /// `regionaal bureau` as `Regionaal bureau`.
    package var capitalisedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }

    /// Where there is no room for more than `length` characters: whole words with an ellipsis, and part of a word only
    /// when the last that fits is a long one.
    package func shortened(to length: Int) -> String {
        guard count > length else { return self }
        let part = prefix(length - 1)
        let words =
            part.last == " " || self[part.endIndex] == " "
            ? part : part[..<(part.lastIndex(of: " ") ?? part.startIndex)]
        let kept = words.count * 3 >= length * 2 ? words : part
        return String(kept).trimmedEnd + "…"
    }

    private var trimmedEnd: String { String(reversed().drop { " .,;:".contains($0) }.reversed()) }
}
