/// A half-open stretch of time: `start` belongs to it, `end` does not. Whole minutes; empty when `end` is not
/// after `start`.
package struct Interval: Hashable, Sendable {
    package let start: Instant
    package let end: Instant

    package init(_ start: Instant, _ end: Instant) {
        self.start = start
        self.end = end
    }

    /// "Geldig t/m" a day ends at 00:00 of the next, Amsterdam time; nil means no known boundary.
    package init(from first: Day?, through last: Day?) {
        start = first.map(Amsterdam.startOfDay) ?? .distantPast
        end = last.map { Amsterdam.startOfDay($0.adding(days: 1)) } ?? .distantFuture
    }

    package static let always = Interval(.distantPast, .distantFuture)

    package var isEmpty: Bool { end <= start }

    package var minutes: Int { isEmpty ? 0 : end.minutes(since: start) }

    package func contains(_ instant: Instant) -> Bool {
        start <= instant && instant < end
    }

    package func contains(_ other: Interval) -> Bool {
        start <= other.start && other.end <= end
    }

    package func overlaps(_ other: Interval) -> Bool {
        !isEmpty && !other.isEmpty && start < other.end && other.start < end
    }

    package func clamped(to other: Interval) -> Interval {
        Interval(max(start, other.start), min(end, other.end))
    }
}
