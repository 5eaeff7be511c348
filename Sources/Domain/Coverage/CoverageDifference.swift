/// What another proof of the same people says of one line: minutes per depth before and after, and the time
/// that becomes or no longer is a gap.
package struct LineDifference: Hashable, Sendable {
    package let line: Code<DutyLine>
    package let before: CoverageFigures
    package let after: CoverageFigures
    /// Covered before and not after, in order.
    package let newGaps: [Interval]
    /// Not covered before and covered after, in order.
    package let closedGaps: [Interval]

    package var isNone: Bool {
        newGaps.isEmpty && closedGaps.isEmpty && before == after
    }
}

extension Coverage {
    /// Compares two proofs over the same horizon, line by line in the order of `other`.
    package func differences(to other: Coverage) -> [LineDifference] {
        let mine = Dictionary(grouping: segments, by: \.line)
        let others = Dictionary(grouping: other.segments, by: \.line)
        return other.lines.map { line in
            let (before, after) = (mine[line.code] ?? [], others[line.code] ?? [])
            let (gapsBefore, gapsAfter) = (before.gaps, after.gaps)
            return LineDifference(
                line: line.code,
                before: Coverage(lines: [line], horizon: horizon, segments: before).figures,
                after: Coverage(lines: [line], horizon: other.horizon, segments: after).figures,
                newGaps: gapsAfter.subtracting(gapsBefore).intervals,
                closedGaps: gapsBefore.subtracting(gapsAfter).intervals)
        }
    }
}

extension [Segment] {
    fileprivate var gaps: IntervalSet {
        IntervalSet(filter { $0.depth == nil }.map(\.interval))
    }
}
