package import Foundation

/// A moment in milliseconds since 1970-01-01T00:00Z, as the databases store it.
///
/// Differences between instants are absolute time; nights, days and weeks are asked of `Amsterdam`.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package init(_ date: Date) {
        self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// Before every moment the product knows; an interval that starts here has no known start.
    package static let distantPast = Instant(milliseconds: -62_135_596_800_000)
    /// After every moment the product knows (31-12-9999); an interval that ends here has no known end.
    package static let distantFuture = Instant(milliseconds: 253_402_214_400_000)

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    package func adding(minutes: Int) -> Instant {
        Instant(milliseconds: milliseconds + Int64(minutes) * 60_000)
    }

    package func adding(seconds: Int) -> Instant {
        Instant(milliseconds: milliseconds + Int64(seconds) * 1000)
    }

    /// Whole minutes from `earlier` to this instant, rounded down; negative when `earlier` is later.
    package func minutes(since earlier: Instant) -> Int {
        Int((milliseconds - earlier.milliseconds).quotientRoundedDown(by: 60_000))
    }

    /// Reads RFC 3339: `2026-11-23T12:00:00+01:00`, with or without a fraction of a second. Nil for anything else, a
    /// moment without an offset among it: nobody can tell which one is meant.
    package init?(iso8601 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
            let day = Day(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = Self.number(bytes[11..<13], upTo: 23), bytes[13] == UInt8(ascii: ":"),
            let minute = Self.number(bytes[14..<16], upTo: 59), bytes[16] == UInt8(ascii: ":"),
            let second = Self.number(bytes[17..<19], upTo: 59)
        else { return nil }
        var rest = bytes[19...]
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { Self.number([$0], upTo: 9) != nil }
            guard !digits.isEmpty else { return nil }
            // What is finer than a millisecond is dropped.
            fraction = (Array(digits.prefix(3)) + [48, 48, 48]).prefix(3).reduce(0) { $0 * 10 + Int($1) - 48 }
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let offset = Self.offsetMinutes(rest) else { return nil }
        let seconds = Int64(day.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        self.init(milliseconds: (seconds - Int64(offset) * 60) * 1000 + Int64(fraction))
    }

    /// `Z` or `+01:00`.
    private static func offsetMinutes(_ bytes: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(bytes)
        if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = number(bytes[1..<3], upTo: 23),
            let minutes = number(bytes[4..<6], upTo: 59)
        else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "+"): return hours * 60 + minutes
        case UInt8(ascii: "-"): return -(hours * 60 + minutes)
        default: return nil
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>, upTo max: Int) -> Int? {
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number <= max ? number : nil
    }

    /// `2026-11-23T11:00:00Z`, the form of every interface between programs.
    package var iso8601: String {
        let day = Day(daysSince1970: Int(milliseconds.quotientRoundedDown(by: 86_400_000)))
        let seconds = Int((milliseconds - Int64(day.daysSince1970) * 86_400_000) / 1000)
        return
            "\(day.iso)T\(twoDigits(seconds / 3600)):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))Z"
    }
}

extension Int64 {
    /// Division towards minus infinity, so that moments before 1970 fall on the right day.
    func quotientRoundedDown(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

/// `7` as `07`; times and dates are padded by hand because formatters cost a microsecond each.
package func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}
