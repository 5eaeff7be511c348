/// The union of intervals: sorted, not empty, neither overlapping nor touching.
package struct IntervalSet: Hashable, Sendable {
    package let intervals: [Interval]

    /// Cost: O(n log n).
    package init(_ intervals: some Sequence<Interval>) {
        var merged: [Interval] = []
        for interval in intervals.filter({ !$0.isEmpty }).sorted(by: { $0.start < $1.start }) {
            if let last = merged.last, interval.start <= last.end {
                merged[merged.count - 1] = Interval(last.start, max(last.end, interval.end))
            } else {
                merged.append(interval)
            }
        }
        self.intervals = merged
    }

    package var isEmpty: Bool { intervals.isEmpty }

    /// Cost: O(log n).
    package func interval(at instant: Instant) -> Interval? {
        var low = 0
        var high = intervals.count
        while low < high {
            let middle = (low + high) / 2
            if intervals[middle].end <= instant { low = middle + 1 } else { high = middle }
        }
        guard low < intervals.count, intervals[low].contains(instant) else { return nil }
        return intervals[low]
    }

    package func contains(_ instant: Instant) -> Bool {
        interval(at: instant) != nil
    }

    package func contains(_ other: Interval) -> Bool {
        interval(at: other.start)?.contains(other) ?? false
    }

    package func overlaps(_ other: Interval) -> Bool {
        intervals.contains { $0.overlaps(other) }
    }

    package var complement: IntervalSet {
        var gaps: [Interval] = []
        var start = Instant.distantPast
        for interval in intervals {
            gaps.append(Interval(start, interval.start))
            start = interval.end
        }
        gaps.append(Interval(start, .distantFuture))
        return IntervalSet(gaps)
    }

    /// What lies in this set and not in `other`. Cost: O(n + m).
    package func subtracting(_ other: IntervalSet) -> IntervalSet {
        let kept = other.complement.intervals
        var found: [Interval] = []
        var first = 0
        for interval in intervals {
            while first < kept.count, kept[first].end <= interval.start { first += 1 }
            for candidate in kept[first...] {
                guard candidate.start < interval.end else { break }
                found.append(interval.clamped(to: candidate))
            }
        }
        return IntervalSet(found)
    }
}
