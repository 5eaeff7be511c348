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

    /// Takes an exemption back from today; what it meant until then stays. A fact: what it leaves uncovered is
    /// noticed at once.
    mutating func withdrawExemption(_ id: ID<Exemption>, of personID: ID<Functionary>) throws {
        guard let person = try tx.functionary(personID),
            let exemption = try tx.exemptions(of: personID).first(where: { $0.id == id })
        else { throw WebFailure.notFound }
        try actor.require(.editPeople, for: person.municipality)
        let yesterday = Amsterdam.day(at: now).adding(days: -1)
        // One that is over stays as it was.
        guard exemption.through.map({ $0 > yesterday }) ?? true else { return }
        let last = exemption.from > yesterday ? nil : yesterday
        try noticingGaps(of: personID, in: [exemption.function], cause: "exemption.withdrawn") { change in
            try change.tx.endExemption(id, through: last)
        }
        try record(
            JournalEntry(
                "exemption.withdrawn", "person", personID, before: ["t/m": .day(exemption.through)],
                after: [
                    "functie": .code(exemption.function), "eis": .text(exemption.subject.storedKind),
                    "t/m": .day(last),
                ]))
    }
}
