import Domain
import Web

/// A value in the address of a request: a part of the path, or after the question mark.
struct APIParameter<Value: Sendable>: Sendable {
    let name: String
    let place: APIParameterPlace
    let scalar: Scalar<Value>
    let explanation: String

    static func path(_ name: String, _ scalar: Scalar<Value>, _ explanation: String) -> APIParameter {
        APIParameter(name: name, place: .path, scalar: scalar, explanation: explanation)
    }

    static func query(_ name: String, _ scalar: Scalar<Value>, _ explanation: String) -> APIParameter {
        APIParameter(name: name, place: .query, scalar: scalar, explanation: explanation)
    }

    /// Without the type of its value, for lists of parameters.
    var described: APIParameterDescription {
        APIParameterDescription(
            name: name, place: place, usage: scalar.description, explanation: explanation,
            sentence: scalar.sentence, isReadable: { scalar.parse($0) != nil })
    }
}

enum APIParameterPlace: String, Sendable {
    case path, query, header
}

struct APIParameterDescription: Sendable {
    let name: String
    let place: APIParameterPlace
    let usage: JSONValue
    let explanation: String
    var isRequired = false
    let sentence: String
    let isReadable: @Sendable (String) -> Bool

    var json: JSONValue {
        [
            "name": .text(name), "in": .text(place.rawValue), "required": .bool(place == .path || isRequired),
            "description": .text(explanation), "schema": usage,
        ]
    }

    fileprivate func fault(_ code: String, _ sentence: String) -> InputFault {
        switch place {
        case .path: InputFault(.path(name: name), code, sentence)
        case .query: InputFault(.query(name: name), code, sentence)
        case .header: InputFault(.header(name: name), code, sentence)
        }
    }
}

/// A request to the API by an account that may make it.
struct APICall: Sendable {
    let visit: Visit

    var request: WebRequest { visit.request }
    var signedIn: SignedIn { visit.signedIn }
    var now: Instant { visit.now }

    /// The value of a parameter in the query; nil when it was not given.
    subscript<Value>(_ parameter: APIParameter<Value>) -> Value? {
        parameter.scalar.parse(request.query.raw(parameter.name))
    }

    /// The value of a part of the path.
    ///
    /// - Throws: `WebFailure.notFound` for a parameter that the path does not have: a fault of the program.
    func path<Value>(_ parameter: APIParameter<Value>) throws -> Value {
        guard let value = parameter.scalar.parse(request.parameters[parameter.name] ?? "") else {
            throw WebFailure.notFound
        }
        return value
    }

    /// What is wrong with the address, all at once: unreadable values, and names that are not known here.
    func faults(_ parameters: [APIParameterDescription]) -> [InputFault] {
        var faults: [InputFault] = []
        for parameter in parameters {
            switch parameter.place {
            case .path:
                let text = request.parameters[parameter.name] ?? ""
                if !parameter.isReadable(text) {
                    faults.append(parameter.fault("ongeldige-waarde", parameter.sentence))
                }
            case .query:
                let given = request.query.all(parameter.name)
                if given.count > 1 {
                    faults.append(parameter.fault("dubbel", "Geef deze parameter hoogstens één keer."))
                }
                if let text = given.first, !parameter.isReadable(text) {
                    faults.append(parameter.fault("ongeldige-waarde", parameter.sentence))
                }
            case .header: continue
            }
        }
        let known = Set(parameters.filter { $0.place == .query }.map(\.name))
        for name in request.query.names where !known.contains(name) {
            faults.append(
                InputFault(.query(name: name), "onbekende-parameter", "Deze parameter bestaat hier niet."))
        }
        return faults
    }
}
