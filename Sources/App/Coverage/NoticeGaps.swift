import Domain
import Storage

extension Change {
    /// Records a fact and tells, in the same transaction, which lines it leaves without enough people
    /// (spec V3): a notice for every stretch that was covered before, and the end of notices that it mends.
    ///
    /// Cost: nothing for somebody who stands on no duty; otherwise two proofs of the lines concerned.
    ///
    /// - Parameters:
    ///   - person: whose fact it is; nil when it may be anybody's.
    ///   - functions: which it is about; nil for all.
    mutating func noticingGaps(
        of person: ID<Functionary>?, in functions: Set<Code<CrisisFunction>>? = nil, cause: String,
        _ write: (inout Change) throws -> Void
    ) throws {
        let minute = Instant(milliseconds: now.milliseconds - now.milliseconds % 60_000)
        let horizon = Interval(minute, try tx.normSet().proofHorizon(at: now).end)
        let lines = try concernedLines(person, functions, horizon)
        guard !lines.isEmpty else { return try write(&self) }
        let before = try coverage(of: lines, horizon)
        try write(&self)
        let after = try coverage(of: lines, horizon)
        let notices = try tx.openGapNotices(on: lines, at: now)
        for difference in before.differences(to: after) {
            for gap in difference.newGaps {
                try open(gap, difference.line, cause, person)
            }
            guard !difference.closedGaps.isEmpty else { continue }
            let gaps = after.gaps(of: difference.line)
            for notice in notices
            where notice.line == difference.line
                && !gaps.overlaps(notice.interval.clamped(to: horizon))
            {
                try close(notice)
            }
        }
    }

    private mutating func open(
        _ gap: Interval, _ line: Code<DutyLine>, _ cause: String, _ person: ID<Functionary>?
    ) throws {
        let notice = GapNotice(
            id: newID(), line: line, interval: gap, cause: cause, person: person, openedAt: now,
            closedAt: nil)
        try tx.insert(notice)
        try record(
            JournalEntry(
                "gap.opened", "line", line,
                after: [
                    "van": .text(gap.start.iso8601), "tot": .text(gap.end.iso8601), "door": .text(cause),
                    "persoon": person.map { .text("\($0)") } ?? .none,
                ]))
    }

    private mutating func close(_ notice: GapNotice) throws {
        try tx.closeGapNotice(notice.id, at: now)
        try record(
            JournalEntry(
                "gap.closed", "line", notice.line,
                before: [
                    "van": .text(notice.interval.start.iso8601), "tot": .text(notice.interval.end.iso8601),
                ]))
    }

    private func concernedLines(
        _ person: ID<Functionary>?, _ functions: Set<Code<CrisisFunction>>?, _ horizon: Interval
    ) throws -> [Code<DutyLine>] {
        let rostered = Set(
            try person.map { try tx.duties(during: horizon, person: $0).map(\.duty.line) }
                ?? tx.lines().map(\.code))
        guard !rostered.isEmpty else { return [] }
        return try tx.lines().filter { line in
            rostered.contains(line.code) && functions?.contains(line.function) ?? true
        }.map(\.code)
    }

    private func coverage(of lines: [Code<DutyLine>], _ horizon: Interval) throws -> Coverage {
        let input = try tx.coverageInput(during: horizon)
        return Coverage.sweep(
            lines: input.lines.filter { lines.contains($0.code) }, candidates: input.candidates,
            horizon: horizon)
    }
}

extension Coverage {
    fileprivate func gaps(of line: Code<DutyLine>) -> IntervalSet {
        IntervalSet(segments.filter { $0.line == line && $0.depth == nil }.map(\.interval))
    }
}
