package import Domain
import Web

/// Why an operation on a roster is refused.
package enum DutyRefusal: Error, Hashable {
    case noPeriods
    /// No roster keeps every rule, or there was no time to find one.
    case noRoster
    /// As many searches wait or run as there may.
    case tooManySearches
    /// The working-time act speaks against it; may be accepted with an explanation.
    case workingTime([WorkingTimeFinding])
    case alreadyPublished
    case unknownLine
    case unknownPerson
    /// The person has a reason not to stand on this line; may be accepted with an explanation.
    case unfit([Refusal])
    /// The person stands on another line in that time: never accepted, because they would count for neither.
    case onOtherLine(Code<DutyLine>, Interval)
    /// The same person cannot be first and backup of one line.
    case sameSlotTwice
    case inThePast
    /// A draft whose first week has begun: publishing it would rewrite who had the duty.
    case alreadyBegun
    /// Somebody in the draft has been put on another line since it was made.
    case draftOverlaps(name: String?, Code<DutyLine>, Interval)

    package var sentence: String {
        switch self {
        case .noPeriods: "Kies minstens één week."
        case .noRoster: "In deze tijd is geen rooster gevonden. Geef meer seconden, of kies minder weken."
        case .tooManySearches: "Er wordt al drie keer gezocht. Wacht tot er een klaar is, of stop er een."
        case .workingTime(let findings):
            "Dit mag niet volgens de Arbeidstijdenwet: \(findings.map(\.sentence).joined(separator: " ")) "
                + "Geef een toelichting als u toch wilt indelen."
        case .alreadyPublished: "Dit rooster is al gepubliceerd of weggegooid. Laad de pagina opnieuw."
        case .unknownLine: "Deze lijn bestaat niet meer. Laad de pagina opnieuw."
        case .unknownPerson: "Kies een persoon uit de lijst."
        case .unfit(let refusals):
            "Deze persoon telt dan niet mee: \(refusals.map(\.sentence).joined(separator: " ")) "
                + "Geef een toelichting als u toch wilt indelen."
        case .onOtherLine(let line, let interval):
            "Deze persoon staat al op lijn \(line.text), \(Dutch.period(interval)). Haal die dienst eerst weg."
        case .sameSlotTwice:
            "Deze persoon staat in die week al op deze lijn. Kies iemand anders als achterwacht."
        case .alreadyBegun:
            "De eerste week van dit concept is al begonnen. Maak een concept dat in de toekomst begint."
        case .draftOverlaps(let name, let line, let interval):
            "\(name ?? "Iemand in dit concept") staat inmiddels op lijn \(line.text), \(Dutch.period(interval)). "
                + "Er is niets gepubliceerd. Maak een nieuw concept."
        case .inThePast: "Deze week is voorbij. Een gelopen dienst wordt niet meer gewijzigd."
        }
    }
}

extension Rotation.Choice {
    /// What the planner reads as the reason for this choice.
    var explanation: String {
        let others = Dutch.count(fitCount, "persoon was", "personen waren")
        guard let restedSince else { return "Had nog geen dienst; \(others) inzetbaar." }
        return
            "Had het langst geen dienst (sinds \(Dutch.date(Amsterdam.day(at: restedSince)))); \(others) inzetbaar."
    }
}

extension DutyChange {
    /// `maandag 12.00 uur`
    var words: String {
        let days = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
        let minutes = minutesOfDay % 60
        return "\(days[weekday.rawValue]) \(minutesOfDay / 60).\(minutes < 10 ? "0" : "")\(minutes) uur"
    }
}

extension DutySlot {
    var word: String {
        switch self {
        case .first: "eerste"
        case .backup: "achterwacht"
        }
    }
}
