import Domain
import Storage
import Web

/// What each municipality gives, beside what was agreed (*betrokkenheid en capaciteit*).
struct CommitmentPage: Sendable {
    let rows: [Commitment]
    let names: [Code<Municipality>: String]
    /// For which municipalities the visitor may agree.
    let editable: [Code<Municipality>]
    let own: [Code<Municipality>]
    let today: Day
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        rows = try tx.commitments(at: visit.now)
        names = try tx.municipalityNames()
        own = visit.signedIn.municipalities
        editable =
            visit.signedIn.may(.editPlan)
            ? rows.map(\.municipality)
            : visit.signedIn.grants.filter { $0.role == .municipalSecretary }.compactMap(\.municipality)
        today = visit.today
        csrf = visit.signedIn.csrf
    }

    func name(_ code: Code<Municipality>) -> String { names[code] ?? code.text }

    var heading: String {
        let short = rows.filter { $0.missingPeople > 0 || $0.missingMinutes > 0 }
        if own.count == 1, let row = rows.first(where: { $0.municipality == own[0] }) {
            return own(row)
        }
        // What nobody established cannot be given: it is not said to be.
        let open = rows.count { !$0.isEstablished }
        if short.isEmpty, open > 0 {
            return "Van \(Dutch.count(open, "gemeente", "gemeenten")) is niet vastgesteld wat zij leveren"
        }
        return short.isEmpty
            ? "Elke gemeente levert wat is afgesproken"
            : "\(Dutch.count(short.count, "gemeente levert", "gemeenten leveren")) minder dan is afgesproken"
    }
    private func own(_ row: Commitment) -> String {
        let name = name(row.municipality)
        if row.missingPeople > 0 || row.missingMinutes > 0 {
            return "\(name) levert minder dan is afgesproken"
        }
        return switch (row.agreedPeople, row.agreedHours) {
        case (nil, nil): "Wat \(name) levert is niet vastgesteld"
        case (nil, _): "\(name) levert de afgesproken uren; hoeveel mensen is niet vastgesteld"
        case (_, nil): "\(name) levert de afgesproken mensen; hoeveel uren is niet vastgesteld"
        case (_, _): "\(name) levert wat is afgesproken"
        }
    }
}
