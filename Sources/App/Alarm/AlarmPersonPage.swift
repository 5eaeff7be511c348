import Domain
import Storage
import Web

/// One person in an alarm, for whoever follows it: how they stand and why, what was sent, what they said.
struct AlarmPersonPage: Sendable {
    let alarm: Alarm
    let person: Functionary
    let municipality: String
    let state: CalleeState
    let times: CalleeTimes?
    let arrivesAt: Instant?
    let isRemote: Bool
    let reasons: [String]
    let messages: [MessageLine]
    let answers: [AlarmAnswer]
    /// Numbers to call; empty for whoever does not lead.
    let numbers: [ContactChannel]
    /// Whether the visitor may open the person's page in the register.
    let mayOpenPerson: Bool

    /// - Throws: `WebFailure.notFound` for somebody who is not in the plan.
    init(_ id: ID<Alarm>, _ person: ID<Functionary>, _ visit: Visit, _ tx: Transaction) throws {
        try visit.actor.require(.followAlarm)
        let places = try tx.audience(of: id).filter { $0.person == person }
        guard let alarm = try tx.alarm(id), let found = try tx.functionary(person), let first = places.first
        else { throw WebFailure.notFound }
        self.alarm = alarm
        self.person = found
        municipality = try tx.municipalityNames()[found.municipality] ?? found.municipality.text
        state = first.state
        arrivesAt = first.arrivesAt
        isRemote = first.isRemote
        times = try tx.calleeTimes(of: id)[person]
        let functions = Dictionary(
            try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        reasons = places.map { place in
            let name = functions[place.function] ?? place.function.text
            return "\(name), \(place.kind.word): \(place.inclusion.sentence) \(place.warnings)"
        }
        mayOpenPerson = visit.signedIn.reach(of: .seePeople).includes(found.municipality)
        messages = try tx.messages(to: person, in: id)
        answers = try tx.answers(of: id).filter { $0.person == person }
        numbers =
            visit.signedIn.may(.raiseAlarm)
            ? try tx.channels(of: person).filter { $0.kind != .email } : []
    }

    var heading: String {
        let name = person.name.full
        let time = arrivesAt.map { " vóór \(Dutch.time($0)) uur" } ?? ""
        return switch state {
        case .planned: "\(name) is nog niet gevraagd"
        case .called: "\(name) heeft nog niet geantwoord"
        case .promised: "\(name) komt\(time)"
        case .reserve: "\(name) staat reserve"
        case .declined: "\(name) kan niet"
        case .atWork: "\(name) is \(isRemote ? "op afstand " : "")aan het werk"
        case .released: "\(name) is niet meer nodig"
        }
    }

    var mayAnswer: Bool { !alarm.state.isOver && state != .planned && state != .released }
}
