import Domain
import Storage
import Web

extension Change {
    /// Makes an agreement with its first version.
    mutating func addAgreement(_ agreement: Agreement, version: Agreement.Version) throws {
        try actor.require(.editAgreements)
        try tx.insert(agreement, at: now)
        try record(
            JournalEntry(
                "agreement.added", "agreement", agreement.id,
                after: ["thema": .text(agreement.theme.rawValue), "titel": .text(agreement.title)]))
        try addAgreementVersion(version, to: agreement.id)
    }

    /// A next version: each municipality takes it over anew; until then what it took over before binds it.
    ///
    /// - Throws: `FormRefusal` for a version that begins before the one before it.
    mutating func addAgreementVersion(_ version: Agreement.Version, to id: ID<Agreement>) throws {
        try actor.require(.editAgreements)
        let last = try agreement(id).versions.last
        if let last, version.day <= last.day {
            throw FormRefusal(
                "dag", "Versie \(last.number) geldt vanaf \(Dutch.date(last.day)); een volgende begint later."
            )
        }
        let numbered = Agreement.Version(
            number: (last?.number ?? 0) + 1, day: version.day, text: version.text, source: version.source)
        try tx.insert(numbered, of: id)
        try record(
            JournalEntry(
                "agreementVersion.added", "agreement", id,
                before: last.map { ["versie": .number($0.number), "tekst": .text($0.text)] },
                after: [
                    "versie": .number(numbered.number), "vanaf": .day(numbered.day),
                    "tekst": .text(numbered.text),
                    "besluit": .text(numbered.source),
                ]))
    }

    /// What a municipality did with an agreement: its own people say so, or the office for it. The judgement of local
    /// tailoring is the region's; a municipality that deviates anew is judged anew.
    ///
    /// - Throws: `FormRefusal` for a day so far ahead that nobody can have decided it.
    mutating func recordAdoption(_ adoption: Adoption) throws {
        try actor.require(.adoptAgreements, for: adoption.municipality)
        let judged = adoption.choice.harm != .notJudged
        if judged { try actor.require(.editAgreements) }
        let agreement = try agreement(adoption.agreement)
        guard let version = agreement.versions.first(where: { $0.number == adoption.version }) else {
            throw WebFailure.notFound
        }
        let last = max(Amsterdam.day(at: now), version.day).adding(days: Adoption.daysAheadMax)
        if adoption.day > last {
            throw FormRefusal(
                "dag",
                "\(Dutch.date(adoption.day)) ligt te ver vooruit. Leg vast wat de gemeente heeft besloten, tot en met \(Dutch.date(last))."
            )
        }
        let earlier = try tx.adoptions().filter {
            $0.agreement == adoption.agreement && $0.municipality == adoption.municipality
        }
        try tx.insert(adoption, number: earlier.count + 1, at: now)
        try record(
            JournalEntry(
                judged ? "adoption.judged" : "adoption.recorded", "agreement", adoption.agreement,
                before: earlier.last?.journalState, after: adoption.journalState))
    }

    /// - Throws: `WebFailure.notFound`.
    func agreement(_ id: ID<Agreement>) throws -> Agreement {
        guard let agreement = try tx.agreements().first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        return agreement
    }
}

extension Adoption {
    fileprivate var journalState: [String: JournalValue] {
        [
            "gemeente": .code(municipality), "versie": .number(version), "keuze": .text(choice.kind.rawValue),
            "afwijking": .text(choice.deviation), "oordeel": .text(choice.harm.kind.rawValue),
            "grond": .text(choice.harm.ground), "vanaf": .day(day),
        ]
    }
}
