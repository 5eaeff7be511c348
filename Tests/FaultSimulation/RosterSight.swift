import Domain
import Storage

@testable import App

/// Who stands where, and what stays.
struct RosterStand {
    /// Who stood where until now.
    let past: Set<Duty>
    let pinned: Set<ID<StoredDuty>>
    /// What is not over.
    let duties: [StoredDuty]

    init(_ tx: Transaction, at now: Instant) throws {
        let minute = Instant(milliseconds: now.milliseconds / 60_000 * 60_000)
        let all = try tx.duties(during: .always)
        duties = all.filter { $0.duty.interval.end > minute }
        past = Set(
            all.filter { $0.duty.interval.start < minute }.map { stored in
                Duty(
                    line: Code("\(stored.duty.line) \(stored.person)"), slot: stored.duty.slot,
                    interval: stored.duty.interval.clamped(to: Interval(.distantPast, minute)))
            })
        let pins = try tx.pinnedDuties()
        pinned = Set(duties.map(\.id).filter(pins.contains))
    }
}

/// What is so at a moment, as the invariants look at it.
struct RosterSight {
    let stand: RosterStand
    private let now: Instant
    private let gaps: [Code<DutyLine>: IntervalSet]
    private let notices: [Code<DutyLine>: IntervalSet]

    init(_ tx: Transaction, at now: Instant) throws {
        self.now = now
        stand = try RosterStand(tx, at: now)
        let minute = Instant(milliseconds: now.milliseconds / 60_000 * 60_000)
        let horizon = Interval(minute, minute.adding(minutes: (RosterWorld.horizonWeeks + 1) * 7 * 1_440))
        let input = try tx.coverageInput(during: horizon)
        let coverage = Coverage.sweep(lines: input.lines, candidates: input.candidates, horizon: horizon)
        gaps = Dictionary(grouping: coverage.segments.filter { $0.depth == nil }, by: \.line).mapValues {
            IntervalSet($0.map(\.interval))
        }
        notices = Dictionary(grouping: try tx.openGapNotices(at: now), by: \.line).mapValues {
            IntervalSet($0.map(\.interval))
        }
    }

    func unnoticed(until end: Instant) -> String? {
        for (line, gaps) in gaps {
            let left = gaps.subtracting(notices[line] ?? IntervalSet([Interval]())).intervals.filter {
                $0.start < end
            }
            if let first = left.first { return "\(line) \(first.start.iso8601) \(first.end.iso8601)" }
        }
        return nil
    }

    func noticedInVain(until end: Instant) -> String? {
        for (line, notices) in notices {
            let left = notices.subtracting(gaps[line] ?? IntervalSet([Interval]())).intervals.map {
                $0.clamped(to: Interval(now, end))
            }.filter { $0.minutes > 0 }
            if let first = left.first { return "\(line) \(first.start.iso8601) \(first.end.iso8601)" }
        }
        return nil
    }

    /// Somebody in two places, or a place with two people.
    var twice: String? {
        let byPerson = Dictionary(grouping: stand.duties, by: { "\($0.person)" })
        let byPlace = Dictionary(grouping: stand.duties, by: { "\($0.duty.line) \($0.duty.slot.rawValue)" })
        for (name, group) in byPerson.merging(byPlace, uniquingKeysWith: { first, _ in first }) {
            let sorted = group.sorted { $0.duty.interval.start < $1.duty.interval.start }
            for (left, right) in zip(sorted, sorted.dropFirst())
            where left.duty.interval.overlaps(right.duty.interval) {
                return "\(name) \(right.duty.interval.start.iso8601)"
            }
        }
        return nil
    }
}
