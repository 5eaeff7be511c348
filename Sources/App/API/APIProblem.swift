import Domain
import HTTPTypes
import Web

/// Why the API does not do what was asked: problem+json (RFC 9457).
struct APIProblem: Error, Sendable {
    let kind: Kind
    let detail: String
    var faults: [InputFault] = []
    var headers = HTTPFields()

    /// Every problem there is, by its stable name. The address of its explanation is `/api#` and the name.
    enum Kind: String, CaseIterable, Sendable {
        case invalidInput = "ongeldige-invoer"
        case unauthenticated = "niet-aangemeld"
        case forbidden = "geen-recht"
        case scopeMissing = "scope-ontbreekt"
        case notFound = "niet-gevonden"
        case methodNotAllowed = "methode-onbekend"
        case notAcceptable = "formaat-onbekend"
        case conflict = "strijdig"
        case changedMeanwhile = "intussen-gewijzigd"
        case bodyTooLarge = "te-groot"
        case unsupportedMediaType = "inhoud-onbekend"
        case keyReused = "sleutel-hergebruikt"
        case preconditionMissing = "voorwaarde-ontbreekt"
        case tooManyAttempts = "te-vaak"
        case unexpected = "onverwacht"
        case unavailable = "niet-bereikbaar"
    }

    init(_ kind: Kind, _ detail: String, faults: [InputFault] = [], headers: HTTPFields = HTTPFields()) {
        self.kind = kind
        self.detail = detail
        self.faults = faults
        self.headers = headers
    }

    static func invalid(_ faults: [InputFault]) -> APIProblem {
        APIProblem(
            .invalidInput,
            "\(Dutch.count(faults.count, "onderdeel klopt", "onderdelen kloppen")) niet. Er is niets opgeslagen.",
            faults: faults)
    }

    init(_ failure: WebFailure) {
        switch failure {
        case .notFound: self.init(.notFound, "Het adres klopt niet, of deze gegevens zijn er niet voor u.")
        case .forbidden, .expiredForm:
            self.init(.forbidden, "De rol van dit account geeft hier geen recht op.")
        case .methodNotAllowed(let allowed):
            let methods = allowed.map(\.rawValue).joined(separator: ", ")
            self.init(
                .methodNotAllowed, "Dit adres kent alleen: \(methods).", headers: [.allow: methods])
        case .bodyTooLarge(let max):
            self.init(.bodyTooLarge, "De inhoud is groter dan \(max) bytes. Er is niets opgeslagen.")
        case .malformed: self.init(.invalidInput, "Het verzoek is niet te lezen. Er is niets opgeslagen.")
        case .changedMeanwhile:
            self.init(
                .changedMeanwhile,
                "Iemand anders was eerst. Er is niets opgeslagen. Haal de gegevens opnieuw op.")
        case .tooManyAttempts(let seconds):
            self.init(
                .tooManyAttempts, "Probeer het over \(seconds) seconden opnieuw.",
                headers: [.retryAfter: "\(seconds)"])
        case .unavailable:
            self.init(.unavailable, "De database antwoordt niet. Probeer het over een minuut opnieuw.")
        case .unexpected: self.init(.unexpected, "Door een fout in Oranje kon dit niet worden uitgevoerd.")
        case .other(let code):
            self.init(code == 404 ? .notFound : .unexpected, "De server antwoordde met code \(code).")
        }
    }
}

/// A refusal by the product of something that is well-formed: it does not fit what is stored now.
protocol APIConflict: Error {
    var conflicts: [InputFault] { get }
}

extension APIProblem.Kind {
    var status: HTTPResponse.Status {
        switch self {
        case .invalidInput: .badRequest
        case .unauthenticated: .unauthorized
        case .forbidden, .scopeMissing: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .conflict: .conflict
        case .changedMeanwhile: .preconditionFailed
        case .bodyTooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .keyReused: .unprocessableContent
        case .preconditionMissing: .preconditionRequired
        case .tooManyAttempts: .tooManyRequests
        case .unexpected: .internalServerError
        case .unavailable: .serviceUnavailable
        }
    }

    var title: String {
        switch self {
        case .invalidInput: "Het verzoek klopt niet"
        case .unauthenticated: "Geen geldige API-sleutel"
        case .forbidden: "Dit mag dit account niet"
        case .scopeMissing: "Hiervoor is deze API-sleutel niet gemaakt"
        case .notFound: "Niet gevonden"
        case .methodNotAllowed: "Dit kan hier niet"
        case .notAcceptable: "Dit formaat is er niet"
        case .conflict: "Strijdig met wat er staat"
        case .changedMeanwhile: "Intussen gewijzigd"
        case .bodyTooLarge: "De inhoud is te groot"
        case .unsupportedMediaType: "Deze soort inhoud is onbekend"
        case .keyReused: "Idempotency-Key al gebruikt voor iets anders"
        case .preconditionMissing: "If-Match ontbreekt"
        case .tooManyAttempts: "Te veel pogingen"
        case .unexpected: "Er ging iets mis"
        case .unavailable: "Even niet bereikbaar"
        }
    }

    /// For the page that explains them.
    var advice: String {
        switch self {
        case .invalidInput: "Verbeter wat in errors staat; alle fouten staan er in één keer in."
        case .unauthenticated:
            "Stuur Authorization: Bearer met een sleutel die niet is verlopen of ingetrokken."
        case .forbidden: "Gebruik een sleutel van een account met de juiste rol."
        case .scopeMissing: "Maak een sleutel die dit wel mag."
        case .notFound: "Controleer het adres. Wat u niet mag weten, is er voor u niet."
        case .methodNotAllowed: "Kijk in de kop Allow wat dit adres wel kent."
        case .notAcceptable: "Vraag application/json."
        case .conflict: "Lees wat er nu staat en pas uw verzoek aan. Er is niets opgeslagen."
        case .changedMeanwhile: "Haal de gegevens opnieuw op, met hun nieuwe ETag. Er is niets opgeslagen."
        case .bodyTooLarge: "Stuur minder in één keer."
        case .unsupportedMediaType: "Stuur Content-Type: application/json, zonder Content-Encoding."
        case .keyReused: "Gebruik voor elk nieuw verzoek een nieuwe Idempotency-Key."
        case .preconditionMissing: "Stuur If-Match met de ETag van wat u wilt wijzigen."
        case .tooManyAttempts: "Wacht zo lang als Retry-After zegt."
        case .unexpected: "Meld het aan de functioneel beheerder als het blijft."
        case .unavailable: "Probeer het later opnieuw. Na een POST: met dezelfde Idempotency-Key."
        }
    }
}

extension APIProblem {
    static let mediaType = "application/problem+json"

    var response: WebResponse {
        var response = WebResponse(status: kind.status, headers: headers, body: Self.schema.bytes(self))
        response.headers[.contentType] = Self.mediaType
        return response
    }

    /// Written and described; a problem never comes in.
    static let schema = Schema<APIProblem>(
        usage: ["$ref": "#/components/schemas/Probleem"], components: ["Probleem": description],
        write: { problem, writer in
            writer.object { writer in
                writer.name("type")
                writer.text("/api#\(problem.kind.rawValue)")
                writer.name("status")
                writer.number(problem.kind.status.code)
                writer.name("title")
                writer.text(problem.kind.title)
                writer.name("detail")
                writer.text(problem.detail)
                guard !problem.faults.isEmpty else { return }
                writer.name("errors")
                writer.array { writer in for fault in problem.faults { fault.write(&writer) } }
            }
        },
        read: { _, _, faults in
            faults.append(InputFault(body: "", "alleen-uitvoer", "Een probleem komt alleen uit de API."))
            return nil
        })

    private static let description: JSONValue = [
        "type": "object",
        "description": "Waarom iets niet is gedaan (RFC 9457).",
        "required": ["type", "status", "title", "detail"],
        "properties": [
            "type": [
                "type": "string", "format": "uri-reference",
                "description": "Adres van de uitleg; vast per soort probleem.",
                "enum": .array(Kind.allCases.map { .text("/api#\($0.rawValue)") }),
            ],
            "status": ["type": "integer", "minimum": 400, "maximum": 599, "description": "De HTTP-status."],
            "title": ["type": "string", "description": "De soort probleem in woorden."],
            "detail": ["type": "string", "description": "Wat er nu aan de hand is."],
            "errors": [
                "type": "array", "description": "Elke fout met zijn plaats.",
                "items": [
                    "type": "object", "required": ["in", "location", "code", "detail"],
                    "properties": [
                        "in": [
                            "type": "string", "enum": ["body", "query", "path", "header"],
                            "description": "Waar.",
                        ],
                        "location": [
                            "type": "object", "description": "Welke plaats: een JSON-pointer, of een naam.",
                            "properties": [
                                "pointer": [
                                    "type": "string", "description": "JSON-pointer (RFC 6901), met # ervoor.",
                                ],
                                "name": [
                                    "type": "string", "description": "Naam van de parameter of de kop.",
                                ],
                            ],
                        ],
                        "code": ["type": "string", "description": "Vaste naam van de fout."],
                        "detail": ["type": "string", "description": "De fout in woorden."],
                    ],
                ],
            ],
        ],
    ]
}

extension InputFault {
    fileprivate func write(_ writer: inout JSONWriter) {
        let (kind, key, value): (String, String, String) =
            switch place {
            case .body(let pointer): ("body", "pointer", "#\(pointer)")
            case .query(let name): ("query", "name", name)
            case .path(let name): ("path", "name", name)
            case .header(let name): ("header", "name", name)
            }
        writer.object { writer in
            writer.name("in")
            writer.text(kind)
            writer.name("location")
            writer.object { writer in
                writer.name(key)
                writer.text(value)
            }
            writer.name("code")
            writer.text(code)
            writer.name("detail")
            writer.text(sentence)
        }
    }
}
