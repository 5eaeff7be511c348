import Domain
import Storage

extension Change {
    /// Records a fact or a choice and tells, in the same transaction, what it leaves uncovered (spec V3): after
    /// it every gap of the lines concerned has an open notice, and no notice says more than there is a gap.
    ///
    /// Of several inside each other the outermost looks, once. Cost: nothing for somebody who stands on no duty;
    /// otherwise one proof of the lines and the time concerned.
    ///
    /// - Parameters:
    ///   - person: whose fact it is; nil when it may be anybody's.
    ///   - functions: which it is about; nil for all.
    ///   - lines: which it is about; nil for those on which the person stands.
    ///   - interval: outside it nothing changes.
    ///   - tells: whether planners get a mail about new ones.
    mutating func noticingGaps(
        of person: ID<Functionary>? = nil, in functions: Set<Code<CrisisFunction>>? = nil,
        on lines: Set<Code<DutyLine>>? = nil, during interval: Interval = .always, cause: String,
        tells: Bool = true, _ write: (inout Change) throws -> Void
    ) throws {
        guard !isNoticingGaps else { return try write(&self) }
        isNoticingGaps = true
        defer { isNoticingGaps = false }
        let before = try concernedLines(person, functions, lines, interval)
        try write(&self)
        let concerned = before.union(try concernedLines(person, functions, lines, interval))
        let opened = try settleGaps(on: concerned, during: interval, cause: cause, person: person)
        if tells { try tellPlanners(of: opened) }
    }

    /// Makes the open notices of some lines say what the proof says.
    ///
    /// - Returns: what nobody was told of before.
    mutating func settleGaps(
        on lines: Set<Code<DutyLine>>, during interval: Interval, cause: String, person: ID<Functionary>?
    ) throws -> [GapNotice] {
        guard !lines.isEmpty else { return [] }
        let norms = try tx.normSet()
        let ahead = Interval(wholeMinute, norms.proofHorizon(at: now).end).clamped(to: interval)
        guard !ahead.isEmpty else { return [] }
        let notices = try tx.openGapNotices(on: Array(lines), at: now)
        let horizon = notices.map(\.interval).filter { $0.overlaps(ahead) }.reduce(ahead) {
            Interval(min($0.start, max($1.start, wholeMinute)), max($0.end, $1.end))
        }
        let input = try tx.coverageInput(during: horizon, norms: norms)
        let coverage = Coverage.sweep(
            lines: input.lines.filter { lines.contains($0.code) }, candidates: input.candidates,
            horizon: horizon)
        var opened: [GapNotice] = []
        for line in coverage.lines {
            let gaps = coverage.gaps(of: line.code)
            var noticed: [Interval] = []
            for notice in notices where notice.line == line.code && notice.interval.overlaps(horizon) {
                noticed.append(notice.interval)
                try trim(notice, to: gaps, horizon)
            }
            for gap in gaps.subtracting(IntervalSet(noticed)).intervals {
                opened.append(try open(gap, line.code, cause, person))
            }
        }
        return opened
    }

    /// Duties lie on whole minutes.
    var wholeMinute: Instant { Instant(milliseconds: now.milliseconds / 60_000 * 60_000) }

    /// What is mended of a notice ends; the rest goes on as it was told.
    private mutating func trim(_ notice: GapNotice, to gaps: IntervalSet, _ horizon: Interval) throws {
        // Of the time outside the horizon nothing is known that was not known before.
        let mended = IntervalSet([notice.interval.clamped(to: horizon)]).subtracting(gaps)
        guard !mended.isEmpty else { return }
        try close(notice)
        for rest in IntervalSet([notice.interval]).subtracting(mended).intervals where rest.end > now {
            _ = try open(rest, notice.line, notice.cause, notice.person)
        }
    }

    private mutating func open(
        _ gap: Interval, _ line: Code<DutyLine>, _ cause: String, _ person: ID<Functionary>?
    ) throws -> GapNotice {
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
        return notice
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
        _ person: ID<Functionary>?, _ functions: Set<Code<CrisisFunction>>?, _ lines: Set<Code<DutyLine>>?,
        _ interval: Interval
    ) throws -> Set<Code<DutyLine>> {
        let ahead = Interval(wholeMinute, .distantFuture).clamped(to: interval)
        let rostered =
            try lines
            ?? person.map { Set(try tx.duties(during: ahead, person: $0).map(\.duty.line)) }
            ?? Set(tx.lines(norms: .empty).map(\.code))
        guard let functions, !rostered.isEmpty else { return rostered }
        return Set(
            try tx.lines(norms: .empty).filter {
                rostered.contains($0.code) && functions.contains($0.function)
            }.map(\.code))
    }
}

extension Coverage {
    fileprivate func gaps(of line: Code<DutyLine>) -> IntervalSet {
        IntervalSet(segments.filter { $0.line == line && $0.depth == nil }.map(\.interval))
    }
}
