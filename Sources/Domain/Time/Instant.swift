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
