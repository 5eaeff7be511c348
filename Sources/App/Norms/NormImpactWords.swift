import Domain
import Web

/// The change in sentences.
enum NormImpactWords {
    static func heading(_ impact: NormImpact) -> String {
        switch impact.effect {
        case .unread: "Deze norm verandert nog geen berekening"
        case .elsewhere: "Aan de bezetting verandert niets"
        case .beyondHorizon: "Deze norm gaat in na de uitgerekende tijd"
        case .noLine: "Deze norm verandert de bezetting niet"
        case .horizon(let before, let after):
            after.coverage.horizon.end < before.coverage.horizon.end
                ? "Het bewijs kijkt minder ver vooruit" : "Het bewijs kijkt verder vooruit"
        case .lines(let differences, _, _): heading(differences)
        }
    }

    private static func heading(_ differences: [LineDifference]) -> String {
        let new = differences.map(\.newGaps.count).reduce(0, +)
        let closed = differences.map(\.closedGaps.count).reduce(0, +)
        switch (new, closed) {
        case (0, 0):
            return differences.allSatisfy(\.isNone)
                ? "Aan de bezetting verandert niets" : "Er komt geen gat bij; de speelruimte verandert"
        case (_, 0): return "Dit geeft \(Dutch.count(new, "nieuw gat", "nieuwe gaten")) in de bezetting"
        case (0, _): return "Dit sluit \(Dutch.count(closed, "gat", "gaten")) in de bezetting"
        default:
            return
                "Dit geeft \(Dutch.count(new, "nieuw gat", "nieuwe gaten")) en sluit \(Dutch.count(closed, "gat", "gaten"))"
        }
    }

    /// `3 nieuwe gaten, samen 41 uur, eerste za 12 dec 2026 00.00–08.00; n-2 …`
    static func change(_ line: LineDifference) -> String {
        guard !line.isNone else { return "niets" }
        var parts: [String] = []
        if let first = line.newGaps.first {
            let minutes = line.newGaps.map(\.minutes).reduce(0, +)
            parts.append(
                "\(Dutch.count(line.newGaps.count, "nieuw gat", "nieuwe gaten")), samen \(Dutch.duration(minutes: minutes)), "
                    + "eerste \(Dutch.period(first))")
        }
        if let first = line.closedGaps.first {
            let minutes = line.closedGaps.map(\.minutes).reduce(0, +)
            parts.append(
                "\(Dutch.count(line.closedGaps.count, "gat", "gaten")) minder, samen \(Dutch.duration(minutes: minutes)), "
                    + "eerste \(Dutch.period(first))")
        }
        if parts.isEmpty {
            let lost = line.before.oneOutMinutes - line.after.oneOutMinutes
            if lost > 0 {
                parts.append("\(Dutch.duration(minutes: lost)) minder bezet als één persoon uitvalt")
            }
            if lost < 0 {
                parts.append("\(Dutch.duration(minutes: -lost)) meer bezet als één persoon uitvalt")
            }
            if lost == 0 { parts.append("alleen de reserve verandert") }
        }
        return parts.joined(separator: "; ")
    }

    /// What deserves a second look before it is recorded.
    static func warnings(_ model: NormPage, _ proposal: NormProposal) -> [String] {
        var warnings: [String] = []
        if proposal.validFrom <= model.today {
            warnings.append(
                proposal.validFrom == model.today
                    ? "Dit gaat vandaag in, met terugwerkende kracht vanaf 0.00 uur."
                    : "Dit gaat in het verleden in. Wat over die tijd al is uitgerekend of vastgelegd, verandert niet."
            )
        }
        let start = Amsterdam.startOfDay(proposal.validFrom)
        if proposal.status == .statutory, let value = proposal.value,
            let law = model.norms.law(of: proposal.code, for: proposal.subject, at: start),
            let old = law.value,
            proposal.code.bound.isLooser(value, than: old)
        {
            warnings.append(
                "Tot nu toe stond hier een strengere wet: \(law.code.phrase(old)) (\(law.source)). Klopt het dat de wet is gewijzigd?"
            )
        }
        if proposal.value == nil {
            warnings.append(
                "Leeg betekent: niet vastgesteld. Wat met dit getal rekent, slaat de toets dan over.")
        }
        if proposal.confirmedBy.isEmpty, proposal.status == .regionalDecision {
            warnings.append("Een regionaal besluit zonder wie het nam: vul dat aan zodra het bekend is.")
        }
        return warnings
    }
}
