import Domain
import Storage
import Web

/// Why somebody is not excused from a requirement.
enum ExemptionFault: Error, Equatable {
    /// The profile does not ask it, or not of this person.
    case notAsked
    case notAllowed
    case noReason
    case badDay
    case endBeforeStart

    var field: String {
        switch self {
        case .notAsked, .notAllowed: "eis"
        case .noReason: "reden"
        case .badDay, .endBeforeStart: "tot"
        }
    }

    var sentence: String {
        switch self {
        case .notAsked: "Deze eis wordt van deze persoon niet gevraagd. Maak een keuze uit de lijst."
        case .notAllowed: "Volgens het profiel is voor deze eis geen vrijstelling mogelijk."
        case .noReason: "Schrijf op waarom, bijvoorbeeld welke opleiding er al was."
        case .badDay: "Dit is geen bestaande dag. Schrijf de datum als 23-11-2026."
        case .endBeforeStart: "De vrijstelling eindigt voor vandaag. Kies een latere dag, of laat het leeg."
        }
    }
}

extension Change {
    /// Excuses somebody from one requirement of a function, from today.
    mutating func grantExemption(
        of id: ID<Functionary>, from subject: Requirement.Subject, for function: Code<CrisisFunction>,
        through last: Day?, reason: String
    ) throws {
        guard let person = try tx.functionary(id) else { throw WebFailure.notFound }
        try actor.require(.editPeople, for: person.municipality)
        let today = Amsterdam.day(at: now)
        let asked = try tx.competenceBook(of: id).profile(of: function, in: person.municipality).asked(
            on: today
        )
        .filter { $0.subject == subject }
        guard !asked.isEmpty else { throw ExemptionFault.notAsked }
        guard asked.allSatisfy(\.terms.mayBeExempt) else { throw ExemptionFault.notAllowed }
        guard !reason.isEmpty else { throw ExemptionFault.noReason }
        if let last, last < today { throw ExemptionFault.endBeforeStart }
        let exemption = Exemption(
            id: newID(), person: id, function: function, subject: subject, from: today, through: last,
            reason: reason)
        try noticingGaps(of: id, in: [function], cause: "exemption.granted") { change in
            try change.tx.insert(exemption, at: change.now)
        }
        try record(
            JournalEntry(
                "exemption.granted", "person", id,
                after: [
                    "functie": .code(function), "eis": .text(subject.storedKind), "t/m": .day(last),
                    "reden": .secret(reason, of: id),
                ]))
    }
}
