import Domain
import Web

extension Shelter.Kind {
    var word: String {
        switch self {
        case .acute: "acute opvang"
        case .crisis: "crisisnoodopvang"
        case .longTerm: "langdurige opvang"
        }
    }
}

extension Shelter.Facility {
    var word: String {
        switch self {
        case .food: "eten en drinken"
        case .sanitary: "toiletten"
        case .information: "informatie"
        case .beds: "bedden"
        case .firstAid: "eerste hulp"
        case .showers: "douches"
        case .accessible: "rolstoel kan erin"
        case .pets: "huisdieren"
        }
    }
}

extension Shelter.State {
    var word: String {
        switch self {
        case .preparing: "wordt klaargemaakt"
        case .open: "open"
        case .closed: "dicht"
        }
    }
}

extension ShelterSignal {
    var sentence: String {
        switch self {
        case .dueBy(let due): "Acute opvang hoort open te zijn vóór \(Dutch.moment(due))."
        case .openedLate(let due, let openedAt):
            openedAt.map {
                "De acute opvang ging open om \(Dutch.time($0)) uur; de norm was \(Dutch.time(due)) uur."
            } ?? "Er is nog geen acute opvang open; de norm was \(Dutch.moment(due))."
        case .tooFewPlaces(let planned, let present):
            "Er zijn \(present) plaatsen in acute opvang; nodig zijn er \(planned)."
        case .morePlaces(let norm, let present):
            "Er zijn \(present) plaatsen, de norm komt op \(norm). Schrijf op waarom het er meer zijn."
        case .housingDue(let due, let people):
            "Nog \(Dutch.count(people, "persoon", "mensen")) in acute opvang; tijdelijke huisvesting had er vóór \(Dutch.moment(due)) moeten zijn."
        case .missing(let shelter, let facilities): "\(shelter) mist \(Dutch.list(facilities.map(\.word)))."
        case .notOpen(let shelter, let people):
            "In \(shelter) zijn \(Dutch.count(people, "persoon", "mensen")) geteld; leg vast dat die opvang open is."
        case .full(let shelter, let people, let capacity):
            "\(shelter) is te vol: \(people) mensen op \(capacity) plaatsen."
        }
    }
}

extension SelfReliance.Kind {
    var word: String {
        switch self {
        case .initiative: "bewoners doen al"
        case .offer: "aanbod van hulp"
        case .need: "vraag om hulp"
        case .lessReliant: "minder zelfredzaam"
        case .encourages: "Helpen we mensen om het zelf te regelen?"
        case .joins: "Sluiten we aan bij wat omstanders al doen?"
        case .contributes: "Laten we wie kan meehelpen?"
        }
    }

    /// The heading over all of a kind.
    var heading: String {
        switch self {
        case .initiative: "Wat bewoners al doen"
        case .offer: "Aangeboden hulp"
        case .need: "Gevraagde hulp"
        case .lessReliant: "Wie zich minder goed redt"
        case .encourages, .joins, .contributes: "Nagaan"
        }
    }

    /// The requirement of *Bevolkingszorg op orde* that a question of the checklist comes from.
    var requirement: String? {
        switch self {
        case .encourages: "OV-1"
        case .joins: "OV-2"
        case .contributes: "OV-6"
        case .initiative, .offer, .need, .lessReliant: nil
        }
    }
}

extension SelfReliance.State {
    var word: String {
        switch self {
        case .open: "open"
        case .matched: "gekoppeld"
        case .done: "gedaan"
        case .declined: "niet nodig"
        }
    }

    /// The same as an answer to a question of the checklist.
    var answer: String {
        switch self {
        case .open: "nog niet nagegaan"
        case .matched: "deels"
        case .done: "ja"
        case .declined: "nee"
        }
    }
}
