import Domain
import Storage
import Web

/// The shelters of all municipality cards, with how many they hold.
struct ShelterLocationsPage: Sendable {
    let municipalities: [(municipality: Municipality, shelters: [KnownShelter], mayEdit: Bool)]
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        let places = try tx.municipalities().filter { $0.exists(on: visit.today) }
        let reach = visit.signedIn.reach(of: .seeCards)
        let editable = visit.signedIn.reach(of: .editCards)
        let known = Dictionary(
            grouping: try tx.knownShelters(of: places.map(\.code).filter(reach.includes)), by: \.municipality)
        municipalities = places.filter { reach.includes($0.code) }.map { place in
            (
                place, known[place.code] ?? [],
                visit.signedIn.may(.editCards) && editable.includes(place.code)
            )
        }
        csrf = visit.signedIn.csrf
    }

    private var shelters: [KnownShelter] { municipalities.flatMap(\.shelters) }

    var heading: String {
        let counted = shelters.compactMap(\.location?.capacity)
        let unknown = shelters.count - counted.count
        let rest = unknown == 0 ? "" : "; van \(unknown) weten we het niet"
        return "Plaats voor \(Dutch.number(counted.reduce(0, +))) mensen op \(counted.count) locaties\(rest)"
    }
}
