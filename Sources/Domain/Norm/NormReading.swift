/// Reads a number with or without a unit, as people type it in a form: `90`, `1,5 uur`, `12.00`, `maandag`.
package enum NormReading {
    /// - Returns: the number in `unit`, nil for an empty text, or what is wrong with it.
    package static func value(_ text: String, in unit: NormUnit) -> Result<Int?, NormFault> {
        let text = text.folded.filter { $0 != "€" }
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let first = words.first else { return .success(nil) }
        if unit == .weekday { return weekday(words) }
        if unit == .timeOfDay { return timeOfDay(words) }
        guard let number = decimal(first) else { return .failure(.notANumber(text: text)) }
        let said = words.dropFirst().joined(separator: " ")
        guard let tenths = tenths(number, said, in: unit) else {
            return .failure(.unknownUnit(text: said, unit))
        }
        guard tenths >= 0 else { return .failure(.negative) }
        guard tenths % 10 == 0 else { return .failure(.notWhole(unit)) }
        return .success(tenths / 10)
    }

    /// `1,5`, `1.000`, `-3`; in tenths, because half an hour is as far as anybody goes.
    private static func decimal(_ text: String) -> Int? {
        let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
        let digits = isNegative ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ thousands(String($0)) }), parts.count <= 2 else { return nil }
        var tenths = 0
        if parts.count == 2 {
            guard parts[1].count == 1, let digit = Int(parts[1]) else { return nil }
            tenths = digit
        }
        let (number, overflow) = whole.multipliedReportingOverflow(by: 10)
        guard !overflow, number <= Int.max / 2 else { return nil }
        return isNegative ? -(number + tenths) : number + tenths
    }

    /// Points only where thousands begin.
    private static func thousands(_ text: String) -> Int? {
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCII) && $0.allSatisfy(\.isNumber) })
        else { return nil }
        return Int(groups.joined())
    }

    /// Nil when the words after the number are no unit, or one of another kind.
    private static func tenths(_ number: Int, _ said: String, in unit: NormUnit) -> Int? {
        guard !said.isEmpty else { return number }
        if unit.spellings.contains(said) { return number }
        guard let from = NormUnit.allCases.first(where: { $0.spellings.contains(said) }),
            let (fromKind, fromSize) = from.size, let (kind, size) = unit.size, fromKind == kind
        else { return nil }
        let (scaled, overflow) = number.multipliedReportingOverflow(by: fromSize)
        guard !overflow else { return nil }
        // Not a whole tenth: shown as "not whole", whatever the digit.
        return scaled % size == 0 ? scaled / size : scaled / size * 10 + 1
    }

    private static func weekday(_ words: [String]) -> Result<Int?, NormFault> {
        let names = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
        guard words.count == 1 else { return .failure(.notANumber(text: words.joined(separator: " "))) }
        if let index = names.firstIndex(of: words[0]) { return .success(index + 1) }
        guard let number = Int(words[0]) else { return .failure(.notANumber(text: words[0])) }
        return .success(number)
    }

    private static func timeOfDay(_ words: [String]) -> Result<Int?, NormFault> {
        let text = words.filter { $0 != "uur" && $0 != "u" }.joined(separator: " ")
        let parts = text.split { ".:".contains($0) }.map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
            (0...59).contains(minute)
        else { return .failure(.notANumber(text: text)) }
        return .success(hour * 60 + minute)
    }
}

extension NormUnit {
    /// What people write after a number, folded; the first is how the product writes it.
    fileprivate var spellings: [String] {
        switch self {
        case .minutes: ["minuten", "minuut", "min", "min."]
        case .hours: ["uur", "uren", "u"]
        case .days: ["dagen", "dag"]
        case .weeks: ["weken", "week"]
        case .months: ["maanden", "maand"]
        case .years: ["jaar", "jaren"]
        case .people: ["mensen", "personen", "persoon"]
        case .times: ["keer", "maal"]
        case .percent: ["%", "procent"]
        case .timesPerYear: ["keer per jaar", "maal per jaar", "per jaar"]
        case .hoursPerWeek: ["uur per week", "uren per week"]
        case .hoursPerMonth: ["uur per maand", "uren per maand"]
        case .hoursPerYear: ["uur per jaar", "uren per jaar"]
        case .euros: ["euro", "eur"]
        case .eurosPerWeek: ["euro per week", "eur per week", "per week"]
        case .points: ["punten", "punt"]
        case .weekday, .timeOfDay: []
        }
    }

    /// Units of one kind can be written for one another.
    fileprivate enum Kind { case clock, calendar }

    fileprivate var size: (kind: Kind, units: Int)? {
        switch self {
        case .minutes: (.clock, 1)
        case .hours: (.clock, 60)
        case .days: (.clock, 1_440)
        case .weeks: (.clock, 10_080)
        case .months: (.calendar, 1)
        case .years: (.calendar, 12)
        case .people, .times, .percent, .timesPerYear, .hoursPerWeek, .hoursPerMonth, .hoursPerYear, .euros,
            .eurosPerWeek, .points, .weekday, .timeOfDay:
            nil
        }
    }
}
