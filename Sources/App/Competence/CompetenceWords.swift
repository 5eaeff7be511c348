package import Domain
import Web

extension Competence.State {
    var word: String {
        switch self {
        case .competent: "vakbekwaam"
        case .grace: "in respijt"
        case .not: "niet vakbekwaam"
        case .unknown: "onbekend"
        }
    }

    /// What it means for coverage.
    var meaning: String {
        switch self {
        case .competent: "Aan alle eisen is voldaan; telt mee."
        case .grace: "Er is iets verlopen; telt nog mee zolang het respijt loopt."
        case .not: "Er ontbreekt iets; telt niet mee."
        case .unknown: "Er is te weinig vastgelegd om het te weten; telt niet mee."
        }
    }

    /// One character for a narrow cell, beside its tone.
    var mark: String {
        switch self {
        case .competent: "✓"
        case .grace: "~"
        case .not: "×"
        case .unknown: "?"
        }
    }
}

extension Competence {
    package var stateWord: String { state.word }
}

extension Requirement.Subject {
    var word: String {
        switch self {
        case .baseLevel: "basiscertificaat"
        case .specialisation(let name): "specialisatie ‘\(name)’"
        case .activity(let kind): kind.word
        }
    }
}

extension Requirement.Terms {
    /// `2 keer per kalenderjaar, met 30 dagen respijt`
    func sentence(for subject: Requirement.Subject) -> String {
        var parts: [String] = []
        if case .activity = subject {
            let amount =
                switch amount {
                case .times(let number): "\(number) keer"
                case .hours(let number): "\(number) uur"
                }
            parts.append("\(amount) \(period.words)")
        } else {
            parts.append(amount == .times(0) ? "niet gevraagd" : "gevraagd")
        }
        if let validityMonths { parts.append("\(validityMonths) maanden geldig") }
        if let graceDays { parts.append("\(Dutch.count(graceDays, "dag", "dagen")) respijt") }
        if let prerequisite { parts.append("telt pas na \(prerequisite.word)") }
        if !mayBeExempt { parts.append("geen vrijstelling mogelijk") }
        return parts.joined(separator: ", ")
    }
}

extension Requirement.Period {
    var words: String {
        switch self {
        case .once: "in totaal"
        case .calendarYear: "per kalenderjaar"
        case .months(let months): "per \(months) maanden"
        }
    }
}

extension CompetenceReason {
    /// Stable, for programs; of what lacks the same as the refusal of coverage.
    package var code: String {
        switch (subject, standing) {
        case (_, .lacking(let lack)): Refusal.notCompetent(lack).code
        case (_, .unknown): Refusal.competenceUnknown.code
        case (_, .exempt): "vrijgesteld"
        case (.baseLevel, .met), (.baseLevel, .settling): "certificaat-geldig"
        case (.baseLevel, .grace): "certificaat-in-respijt"
        case (.specialisation, .met), (.specialisation, .settling): "specialisatie-geldig"
        case (.specialisation, .grace): "specialisatie-in-respijt"
        case (.activity, .met): "activiteit-gedaan"
        case (.activity, .settling): "activiteit-inwerktijd"
        case (.activity, .grace): "activiteit-in-respijt"
        }
    }

    package var sentence: String {
        let what = subject.word.capitalisedFirst
        switch standing {
        case .met(.some(let day)): return "\(what): in orde t/m \(Dutch.date(day))."
        case .met(.none): return "\(what): in orde, zonder einddatum."
        case .settling(let day): return "\(what): nog niet nodig; de inwerktijd loopt t/m \(Dutch.date(day))."
        case .exempt(.some(let day)): return "\(what): vrijgesteld t/m \(Dutch.date(day))."
        case .exempt(.none): return "\(what): vrijgesteld."
        case .grace(let day): return "\(what): verlopen, respijt t/m \(Dutch.date(day))."
        case .lacking(let lack):
            guard case .activity = subject else { return lack.sentence }
            return "\(lack.sentence) Gevraagd: \(terms.sentence(for: subject))."
        case .unknown: return "\(what): hierover is niets vastgelegd."
        }
    }
}

extension CompetenceRecord {
    /// The fact that decides a reason, for people to look up; nil where nothing is on record.
    package func source(of reason: CompetenceReason) -> String? {
        switch reason.ground {
        case .certificate(let id):
            certificates.first { $0.id == id }.map { certificate in
                let issuer = certificate.issuer.isEmpty ? "uitgever onbekend" : certificate.issuer
                let issued = certificate.issued.map { ", behaald op \(Dutch.date($0))" } ?? ""
                return "Certificaat van \(issuer)\(issued)"
            }
        case .activity(let id):
            activities.first { $0.id == id }.map { activity in
                let day = Dutch.date(activity.day)
                return "\(activity.title), \(day) (\(activity.kind.word); bron: \(activity.source.kind.word))"
            }
        case .exemption(let id): exemptions.first { $0.id == id }.map { "Vrijstelling: \($0.reason)" }
        case .baseLevel(let day): "Basisniveau behaald op \(Dutch.date(day))"
        case .none: nil
        }
    }
}
