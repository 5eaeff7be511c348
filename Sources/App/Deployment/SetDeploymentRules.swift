import Domain
import Storage
import Web

extension Change {
    /// What a region decided about who speaks about what (spec K1).
    mutating func setMandate(_ rule: MandateRule) throws {
        try actor.require(.editRegion)
        let before = try tx.mandateMatrix().rule(rule.kind, rule.phase)
        guard before != rule else { return }
        try tx.save(rule)
        try record(
            JournalEntry(
                "mandate.changed", "mandate", "\(rule.kind.rawValue)/\(rule.phase.rawValue)",
                before: before.journalState, after: rule.journalState))
    }

    /// Which offices declare a level, by the region's own decision; none: the region decided nothing.
    mutating func setDeclarers(_ declarers: Set<Declarer>, of level: GRIPLevel) throws {
        try actor.require(.editRegion)
        let before = try tx.declarerMatrix().allowed[level] ?? []
        guard before != declarers else { return }
        try tx.replaceDeclarers(declarers, of: level)
        func text(_ declarers: Set<Declarer>) -> JournalValue {
            .text(declarers.map(\.rawValue).sorted().joined(separator: " "))
        }
        try record(
            JournalEntry(
                "declarers.changed", "grip", level.rawValue, before: ["wie": text(before)],
                after: ["wie": text(declarers)]))
    }

    /// What a municipality adds of its own to a regional card.
    mutating func writeCardAnnex(
        _ body: String, to card: TaskCard, of municipality: Code<Municipality>
    ) throws {
        try actor.require(.editCards, for: municipality)
        let before = try tx.cardAnnexes(of: card.code)[municipality]
        guard before ?? "" != body else { return }
        try tx.saveCardAnnex(body, to: card.code, of: municipality)
        try record(
            JournalEntry(
                "taskCard.annexWritten", "municipality", municipality,
                before: ["kaart": .text(card.code), "tekst": .text(before ?? "")],
                after: ["kaart": .text(card.code), "tekst": .text(body)]))
    }
}

extension MandateRule {
    fileprivate var journalState: [String: JournalValue] {
        ["wie": .text(speaker.rawValue), "goedkeuren": .text(needsApproval ? "ja" : "nee")]
    }
}
