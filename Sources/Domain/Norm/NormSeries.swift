/// One norm through all time: touching steps, in each of which one row or none holds.
package struct NormSeries: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package let interval: Interval
        /// Nil where nothing was ever recorded.
        package let norm: Norm?

        package var value: Int? { norm?.value }
    }

    /// From `Instant.distantPast` to `Instant.distantFuture`, at least one.
    package let steps: [Step]

    package static let empty = NormSeries([])

    /// - Parameter rows: from weak to strong; at each moment the last one that holds counts. Cost: O(n²) in
    ///   the rows of one norm, of which there are a handful.
    package init(_ rows: [Norm]) {
        let rows = rows.filter { $0.withdrawnAt == nil && !$0.interval.isEmpty }
        let turns = Set(rows.flatMap { [$0.interval.start, $0.interval.end] } + [.distantPast]).sorted()
        var steps: [Step] = []
        for (index, start) in turns.enumerated() where start < .distantFuture {
            let end = index + 1 < turns.count ? turns[index + 1] : .distantFuture
            let norm = rows.last { $0.interval.contains(start) }
            if let last = steps.last, last.norm == norm {
                steps[steps.count - 1] = Step(interval: Interval(last.interval.start, end), norm: norm)
            } else {
                steps.append(Step(interval: Interval(start, end), norm: norm))
            }
        }
        self.steps = steps
    }

    /// Cost: O(log steps).
    package func norm(at instant: Instant) -> Norm? {
        var low = 0
        var high = steps.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if steps[middle].interval.start <= instant { low = middle } else { high = middle }
        }
        return steps[low].norm
    }

    package func value(at instant: Instant) -> Int? {
        norm(at: instant)?.value
    }

    /// The moments inside `horizon` at which the value becomes another.
    package func turns(in horizon: Interval) -> [Instant] {
        zip(steps, steps.dropFirst()).filter { $0.value != $1.value }.map(\.1.interval.start)
            .filter { $0 > horizon.start && $0 < horizon.end }
    }
}
