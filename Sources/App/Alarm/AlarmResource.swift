import Domain
import Foundation
import HTTPTypes
import Web

/// An alarm as programs read it; keys are Dutch, every field is always present.
struct AlarmResource: Encodable {
    let id: String
    let staat: String
    let oefening: Bool
    let gemeente: String
    let plaats: String
    let omschrijving: String
    let gegeven: String
    let functies: [Post]
    let mensen: [Person]

    struct Post: Encodable {
        let functie: String
        let gevraagd: Int
        let onderweg: Int
        let aanHetWerk: Int
        let nogNodig: Int
    }

    struct Person: Encodable {
        let persoon: String
        let functie: String
        let staat: String
        let waarom: String
    }

    init(_ model: AlarmPage) {
        id = model.alarm.id.description
        staat = model.alarm.state.rawValue
        oefening = model.alarm.isExercise
        gemeente = model.alarm.municipality.text
        plaats = model.alarm.place
        omschrijving = model.alarm.description
        gegeven = model.alarm.raisedAt.iso8601
        functies = model.posts.map { post in
            Post(
                functie: post.post.function.text, gevraagd: post.post.wanted, onderweg: post.post.promised,
                aanHetWerk: post.post.atWork, nogNodig: post.open)
        }
        mensen = model.people.map { person in
            Person(
                persoon: person.id.description, functie: person.callee.function,
                staat: person.callee.state.rawValue,
                waarom: "\(person.callee.inclusion.sentence) \(person.callee.warnings)")
        }
    }
}

/// The list of alarms as programs read it.
struct AlarmsResource: Encodable {
    let alarmen: [Entry]

    struct Entry: Encodable {
        let id: String
        let staat: String
        let oefening: Bool
        let gemeente: String
        let gegeven: String
    }

    init(_ model: AlarmsPage) {
        alarmen = (model.running + model.ended).map { entry in
            Entry(
                id: entry.alarm.id.description, staat: entry.alarm.state.rawValue,
                oefening: entry.alarm.isExercise, gemeente: entry.alarm.municipality.text,
                gegeven: entry.alarm.raisedAt.iso8601)
        }
    }
}

extension Answer {
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Answer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        var response = WebResponse.text(text, type: "application/json")
        response.status = status
        return .response(response)
    }
}
