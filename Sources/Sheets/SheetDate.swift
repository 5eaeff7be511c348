import Domain

/// Days as spreadsheets count them.
struct SheetDate {
    /// 31-12-9999, the last day a spreadsheet knows.
    private static let last = 2_958_465

    let counts1904: Bool

    /// Day and second of a serial number; nil for what is no day, such as 0 and 29 February 1900, which the
    /// 1900 count has and the calendar has not.
    func moment(_ serial: Double) -> (day: Day, seconds: Int)? {
        guard serial >= 0, serial < Double(Self.last + 1) else { return nil }
        let total = Int((serial * 86_400).rounded())
        let (count, seconds) = total.quotientAndRemainder(dividingBy: 86_400)
        // 1-1-1904 is 24,107 days before 1970.
        if counts1904 { return (Day(daysSince1970: count - 24_107), seconds) }
        switch count {
        case 1..<60: return (Day(daysSince1970: count - 25_568), seconds)
        case 61...: return (Day(daysSince1970: count - 25_569), seconds)
        default: return nil
        }
    }

    /// `2026-01-15`, `2026-01-15T09:30:00`: the form of the strict dialect.
    static func moment(iso text: String) -> (day: Day, seconds: Int)? {
        guard let day = Day(iso: String(text.prefix(10))) else { return nil }
        let time = text.dropFirst(11).prefix(8).split(separator: ":").map { Int($0) }
        guard text.count > 10, time.count >= 2, let hour = time[0], let minute = time[1] else {
            return (day, 0)
        }
        let second = time.count > 2 ? time[2] ?? 0 : 0
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
            return nil
        }
        return (day, hour * 3600 + minute * 60 + second)
    }

    /// Of the 1900 count, for writing; spreadsheets themselves do not show days before March 1900 right.
    static func serial(_ day: Day, seconds: Int = 0) -> Double {
        Double(day.daysSince1970 + 25_569) + Double(seconds) / 86_400
    }
}
