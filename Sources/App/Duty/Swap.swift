import Domain
import Storage

/// A duty, or a part of one, that is offered to others (*ruil*).
struct Swap: Sendable {
    let id: ID<Swap>
    let duty: ID<StoredDuty>
    /// Who has the duty.
    let person: ID<Functionary>
    let line: Code<DutyLine>
    /// What is offered: the whole duty or a part.
    let interval: Interval
    /// Everybody of the function may take it; otherwise only who was asked.
    let isForPool: Bool
    let offeredAt: Instant
    let expiresAt: Instant
    let state: Standing
    let takenBy: ID<Functionary>?

    /// Where an offer stands. The raw value is stored; `expired` follows from the clock and is never written.
    enum Standing: String, CaseIterable, Sendable {
        case offered, taken, withdrawn, expired
    }

    func standing(at now: Instant) -> Standing {
        state == .offered && now >= min(expiresAt, interval.end) ? .expired : state
    }
}

/// Why an offer cannot be made, or taken. One enum for page, command and tests, with the standing of the
/// offer.
enum SwapRefusal: Error, Hashable {
    /// The duty is not theirs, or has been given away or replaced since.
    case notTheirDuty
    case outsideDuty
    case inThePast
    case nobodyAsked
    case alreadyOffered
    /// No longer open: taken, withdrawn or expired.
    case closed(Swap.Standing)
    case notAsked
    /// Who takes it would not count, and so the line would be uncovered.
    case unfit([Refusal])
    case onDuty(Code<DutyLine>)
    case workingTime([WorkingTimeFinding])

    var sentence: String {
        switch self {
        case .notTheirDuty: "Deze dienst is niet (meer) van deze persoon. Laad de pagina opnieuw."
        case .outsideDuty: "Kies een tijd die binnen de dienst ligt."
        case .inThePast: "Deze tijd is voorbij."
        case .nobodyAsked:
            "Kies aan wie de dienst wordt aangeboden, of bied hem aan iedereen van de functie aan."
        case .alreadyOffered: "Deze dienst is al aangeboden. Trek dat eerst in."
        case .closed(.taken): "Iemand anders heeft deze dienst al overgenomen."
        case .closed(.withdrawn): "Het aanbod is ingetrokken."
        case .closed(.expired): "Het aanbod is verlopen."
        case .closed(.offered), .notAsked: "Dit aanbod is niet aan deze persoon gedaan."
        case .unfit(let refusals):
            "Overnemen kan niet: \(refusals.map(\.sentence).joined(separator: " "))"
        case .onDuty(let line): "Overnemen kan niet: dan is er al dienst op lijn \(line.text)."
        case .workingTime(let findings):
            "Overnemen mag niet volgens de Arbeidstijdenwet: \(findings.map(\.sentence).joined(separator: " "))"
        }
    }
}
