import Domain
import Storage

/// What a proposed norm would change, reckoned before it is recorded.
struct NormImpact: Sendable {
    let effect: Effect

    enum Effect: Sendable {
        /// Nothing in the product asks this number.
        case unread
        /// Something asks it from its day on, and it is no part of the proof.
        case elsewhere(use: String)
        /// It begins after the last day that the proof looks at.
        case beyondHorizon(Interval)
        /// It is about a function without a duty line.
        case noLine
        /// The proof of the lines that it concerns, before and after, over the same time.
        case lines([LineDifference], names: [Code<DutyLine>: String], horizon: Interval)
        /// The proof itself over another time.
        case horizon(before: CoverageReport, after: CoverageReport)
    }

    /// Cost: two sweeps of the lines concerned, and one load.
    init(_ proposal: NormProposal, in set: NormSet, _ tx: Transaction, at now: Instant) throws {
        let changed = set.adding(proposal.norm(sequence: .max, recordedAt: now))
        let horizon = set.proofHorizon(at: now)
        switch proposal.code {
        case .response, .staffing:
            guard Amsterdam.startOfDay(proposal.validFrom) < horizon.end else {
                effect = .beyondHorizon(horizon)
                return
            }
            effect = try Self.lines(of: proposal.subject, from: set, to: changed, horizon, tx)
        case .coverageHorizon:
            // Both from today, whenever the change begins: otherwise there is nothing to compare.
            let after = Interval(weeks: proposal.value ?? 1, from: Amsterdam.day(at: now))
            effect = .horizon(
                before: try tx.coverageReport(during: horizon), after: try tx.coverageReport(during: after))
        case .certificateValidity, .competenceGrace:
            effect = try Self.competence(of: proposal.subject, to: changed, horizon, tx)
        default: effect = proposal.code.use.map { Effect.elsewhere(use: $0) } ?? .unread
        }
    }

    /// The lines of the function, or of all, with people judged by either set.
    private static func competence(
        of subject: NormSubject, to changed: NormSet, _ horizon: Interval, _ tx: Transaction
    ) throws -> Effect {
        let lines = try tx.lines().filter { subject == .region || subject == .function($0.function) }
        guard !lines.isEmpty else { return .noLine }
        let book = try tx.competenceBook()
        let old = try tx.coverage(of: lines, by: book, horizon)
        let new = try tx.coverage(of: lines, by: book.asking(norms: changed), horizon)
        return .lines(old.differences(to: new), names: try tx.lineNames(), horizon: horizon)
    }

    private static func lines(
        of subject: NormSubject, from set: NormSet, to changed: NormSet, _ horizon: Interval,
        _ tx: Transaction
    ) throws -> Effect {
        let concerned = { (line: DutyLine) in subject == .function(line.function) }
        let before = try tx.lines(norms: set).filter(concerned)
        let after = try tx.lines(norms: changed).filter(concerned)
        guard !before.isEmpty else { return .noLine }
        let candidates = try tx.coverageInput(during: horizon).candidates
        let old = Coverage.sweep(lines: before, candidates: candidates, horizon: horizon)
        let new = Coverage.sweep(lines: after, candidates: candidates, horizon: horizon)
        return .lines(old.differences(to: new), names: try tx.lineNames(), horizon: horizon)
    }
}
