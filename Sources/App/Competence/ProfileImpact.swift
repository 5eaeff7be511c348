import Domain
import Storage

/// What other requirements would change, reckoned before they are recorded: who would stop counting, and which
/// minutes lose coverage.
struct ProfileImpact: Sendable {
    /// How far it looks ahead for people.
    static let years = 2

    /// The soonest first.
    let stopping: [Turn]
    let starting: [Turn]
    /// Of the lines of the function; empty where it has none.
    let lines: [LineDifference]
    let lineNames: [Code<DutyLine>: String]
    let horizon: Interval

    struct Turn: Sendable {
        let person: Functionary
        /// The first moment from now at which the answer differs.
        let at: Instant
        let then: Competence
    }

    /// Cost: one load, two sweeps of the lines of the function.
    init(
        of function: Code<CrisisFunction>, asking requirements: [Requirement], _ tx: Transaction,
        at now: Instant
    ) throws {
        let book = try tx.competenceBook()
        let elsewhere = book.requirements.filter { $0.function != function }
        let changed = book.asking(elsewhere + requirements)
        let norms = try tx.normSet()
        horizon = norms.proofHorizon(at: now)
        let people = Dictionary(
            try tx.functionaries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let end = Amsterdam.startOfDay(Amsterdam.day(at: now).adding(months: 12 * Self.years))
        let ahead = Interval(now, end)
        var stopping: [Turn] = []
        var starting: [Turn] = []
        let designated = Set(
            try tx.designations().filter {
                $0.function == function && $0.interval?.overlaps(ahead) == true
            }.map(\.person))
        for person in designated.compactMap({ people[$0] }) {
            let before = IntervalSet(book.history(of: person, for: function).competentIntervals)
            let history = changed.history(of: person, for: function)
            let after = IntervalSet(history.competentIntervals)
            func first(_ intervals: IntervalSet) -> Turn? {
                intervals.intervals.first { $0.overlaps(ahead) }.map { interval in
                    let at = max(interval.start, now)
                    return Turn(person: person, at: at, then: history.competence(at: at))
                }
            }
            if let turn = first(before.subtracting(after)) { stopping.append(turn) }
            if let turn = first(after.subtracting(before)) { starting.append(turn) }
        }
        let isSooner = { (left: Turn, right: Turn) in
            (left.at, left.person.name.sortKey) < (right.at, right.person.name.sortKey)
        }
        self.stopping = stopping.sorted(by: isSooner)
        self.starting = starting.sorted(by: isSooner)
        let lines = try tx.lines().filter { $0.function == function }
        let old = try tx.coverage(of: lines, by: book, horizon)
        let new = try tx.coverage(of: lines, by: changed, horizon)
        self.lines = old.differences(to: new)
        lineNames = try tx.lineNames()
    }
}
