import Domain
import Storage
import Web

extension Change {
    /// Asks the secretaries of every municipality that the line serves to bear a gap for a time.
    ///
    /// - Parameter last: the last day on which it is borne; nil for as long as the gap lasts.
    /// - Throws: `RiskRefusal`.
    @discardableResult
    mutating func askRisk(
        _ notice: ID<GapNotice>, reason: String, through last: Day?
    ) throws -> ID<AcceptedRisk> {
        try actor.require(.editRoster)
        guard let gap = try tx.openGapNotices(at: now).first(where: { $0.id == notice }),
            let line = try tx.lines().first(where: { $0.code == gap.line })
        else { throw RiskRefusal.noGap }
        guard !reason.isEmpty else { throw RiskRefusal.noReason }
        let lapse = last.map { Amsterdam.startOfDay($0.adding(days: 1)) } ?? gap.interval.end
        guard lapse > now, lapse > gap.interval.start else { throw RiskRefusal.badDay }
        let open = try tx.risks(from: now).filter { risk in
            guard risk.line == gap.line, risk.interval.overlaps(gap.interval) else { return false }
            return switch risk.standing(at: now) {
            case .asked, .accepted: true
            case .declined, .withdrawn, .lapsed: false
            }
        }
        guard open.isEmpty else { throw RiskRefusal.alreadyAsked }
        let day = Amsterdam.day(at: max(gap.interval.start, now))
        let concerned = try tx.municipalities(of: line.district, on: day)
        guard !concerned.isEmpty else { throw RiskRefusal.nobodyConcerned }
        let risk = AcceptedRisk(
            id: newID(), line: gap.line, interval: gap.interval, reason: reason, askedAt: now,
            lapsesAt: min(lapse, gap.interval.end), withdrawnAt: nil,
            answers: Dictionary(concerned.map { ($0, .waiting) }, uniquingKeysWith: { first, _ in first }))
        try tx.insert(risk)
        try record(
            JournalEntry(
                "risk.asked", "risk", risk.id,
                after: [
                    "lijn": .code(risk.line), "van": .text(risk.interval.start.iso8601),
                    "tot": .text(risk.interval.end.iso8601), "vervalt": .text(risk.lapsesAt.iso8601),
                    "reden": .text(reason), "gemeenten": .number(concerned.count),
                ]))
        try tellSecretaries(of: risk)
        return risk.id
    }

    /// What the secretary of a municipality, or who stands in, says of it.
    ///
    /// - Throws: `RiskRefusal`.
    mutating func answerRisk(
        _ id: ID<AcceptedRisk>, for municipality: Code<Municipality>, accepts: Bool
    ) throws {
        try actor.require(.acceptRisks, for: municipality)
        guard let risk = try tx.risk(id), let before = risk.answers[municipality] else {
            throw WebFailure.notFound
        }
        switch risk.standing(at: now) {
        case .asked, .accepted: break
        case .declined, .withdrawn, .lapsed: throw RiskRefusal.closed(risk.standing(at: now))
        }
        var account: ID<Account>?
        if case .account(let signedIn) = actor { account = signedIn.account }
        let answer: AcceptedRisk.Answer = accepts ? .accepted : .declined
        try tx.save(answer, to: id, of: municipality, by: account, at: now)
        try record(
            JournalEntry(
                accepts ? "risk.accepted" : "risk.declined", "risk", id,
                before: ["antwoord": .text(before.rawValue)],
                after: ["gemeente": .code(municipality), "antwoord": .text(answer.rawValue)]))
    }

    /// - Throws: `RiskRefusal`.
    mutating func withdrawRisk(_ id: ID<AcceptedRisk>) throws {
        try actor.require(.editRoster)
        guard let risk = try tx.risk(id) else { throw WebFailure.notFound }
        guard risk.withdrawnAt == nil else { throw RiskRefusal.closed(.withdrawn) }
        try tx.withdrawRisk(id, at: now)
        try record(JournalEntry("risk.withdrawn", "risk", id))
    }
}
