import Domain
import HTTPTypes
import Storage
import Web

/// `openapi.json`: the operations in the words of OpenAPI 3.1.
enum OpenAPIDocument {
    /// Whom a programmer can ask: the region's own contact point (NLGov `/core/doc-openapi-contact`).
    struct Contact: Sendable {
        let name: String
        let email: EmailAddress?
        let url: String

        init(_ tx: Transaction, on day: Day) throws {
            let point = try tx.contactPoint(on: day)
            name = point?.name ?? "Functioneel beheer"
            email = point?.mailbox
            url = try tx.siteAddress()?.url("/api") ?? "/api"
        }

        fileprivate var json: JSONValue {
            let known: JSONValue = ["name": .text(name), "url": .text(url)]
            return email.map { known.setting("email", .text($0.description)) } ?? known
        }
    }

    static func bytes(_ contact: Contact) -> [UInt8] {
        let document: JSONValue = [
            "openapi": "3.1.0",
            "info": info.setting("contact", contact.json),
            "servers": [
                ["url": .text(API.root), "description": "Deze server; over TLS, met een proxy ervoor."]
            ],
            "tags": .array(APIOperation.Group.allCases.map { ["name": .text($0.rawValue)] }),
            "paths": paths,
            "components": components,
        ]
        return document.bytes
    }

    private static let components: JSONValue = [
        "schemas": .object(schemas.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value) }),
        "headers": [
            "API-Version": header(
                "Volledige versie van de API.", ["type": "string", "const": .text(API.version)]),
            "ETag": header("Naam van deze stand van de gegevens.", ["type": "string"]),
            "Link": header("Adres van het volgende deel, met rel=\"next\".", ["type": "string"]),
            "Location": header(
                "Adres van wat is gemaakt.", ["type": "string", "format": "uri-reference"]),
        ],
        "responses": .object(APIProblem.Kind.allCases.map { .init($0.rawValue, response($0)) }),
        "securitySchemes": [
            "sleutel": [
                "type": "http", "scheme": "bearer",
                "description":
                    "Een API-sleutel, gemaakt op de pagina API-sleutels of met oranje token add.",
            ]
        ],
    ]

    private static let info: JSONValue = [
        "title": "Oranje",
        "summary": "Bevolkingszorg van een veiligheidsregio: wie kan er komen.",
        "description": """
        Functionarissen, rooster, bezetting en journaal van één veiligheidsregio, volgens de NLGov REST API Design \
        Rules. Tijdstippen gaan in UTC uit; elke afwijking van UTC mag erin. Lijsten komen in delen, met het adres \
        van het volgende deel in volgende en in de kop Link. Wijzigen vraagt If-Match met de ETag van wat u las. \
        Wijzigingen per versie staan op /api.
        """,
        "version": .text(API.version),
        "license": ["name": "EUPL-1.2", "identifier": "EUPL-1.2"],
    ]

    private static let schemas: [String: JSONValue] = API.operations
        .flatMap { [$0.input, $0.answer.body].compactMap { $0?.components } }
        .reduce(into: APIProblem.schema.components) { all, components in
            all.merge(components) { first, _ in first }
        }

    private static let paths: JSONValue = {
        let byPath = Dictionary(grouping: API.operations, by: \.path)
        return .object(
            byPath.sorted { $0.key < $1.key }.map { path, operations in
                .init(
                    path,
                    .object(operations.map { .init($0.method.rawValue.lowercased(), description(of: $0)) }))
            })
    }()

    private static func description(of operation: APIOperation) -> JSONValue {
        var json: JSONValue = [
            "operationId": .text(operation.words.id),
            "tags": [.text(operation.words.group.rawValue)],
            "summary": .text(operation.words.summary),
            "parameters": .array(operation.parameters.map(\.json)),
            "security": [
                ["sleutel": .array((operation.scope.map { [$0] } ?? []).map { .text($0.rawValue) })]
            ],
            "responses": .object(responses(of: operation)),
        ]
        let explanation = [operation.words.explanation, need(operation)].filter { !$0.isEmpty }.joined(
            separator: " ")
        if !explanation.isEmpty { json = json.setting("description", .text(explanation)) }
        if let input = operation.input {
            json = json.setting(
                "requestBody",
                ["required": true, "content": ["application/json": ["schema": input.usage]]])
        }
        return json
    }

    private static func need(_ operation: APIOperation) -> String {
        operation.scope.map { "Vraagt de scope \($0.rawValue)." } ?? ""
    }

    private static func responses(of operation: APIOperation) -> [JSONValue.Member] {
        var headers: JSONValue = ["API-Version": reference("headers", "API-Version")]
        if operation.answer.body != nil,
            operation.input == nil || operation.needsMatch || operation.answer.hasLocation
        {
            headers = headers.setting("ETag", reference("headers", "ETag"))
        }
        if operation.answer.isPaged { headers = headers.setting("Link", reference("headers", "Link")) }
        if operation.answer.hasLocation {
            headers = headers.setting("Location", reference("headers", "Location"))
        }
        var answer: JSONValue = ["description": .text(operation.answer.explanation), "headers": headers]
        if let body = operation.answer.body {
            answer = answer.setting("content", ["application/json": ["schema": body.usage]])
        }
        var members = [JSONValue.Member("\(operation.answer.status.code)", answer)]
        if operation.method == .get {
            members.append(
                .init(
                    "304",
                    [
                        "description": "Niet gewijzigd sinds de ETag in If-None-Match.",
                        "headers": [
                            "API-Version": reference("headers", "API-Version"),
                            "ETag": reference("headers", "ETag"),
                        ],
                    ]))
        }
        let problems = Dictionary(grouping: operation.problems, by: \.status.code).sorted { $0.key < $1.key }
        return members
            + problems.map { code, kinds in .init("\(code)", reference("responses", kinds[0].rawValue)) }
    }

    private static func response(_ kind: APIProblem.Kind) -> JSONValue {
        [
            "description": .text("\(kind.title). \(kind.advice)"),
            "headers": ["API-Version": reference("headers", "API-Version")],
            "content": [.init(APIProblem.mediaType): ["schema": APIProblem.schema.usage]],
        ]
    }

    private static func header(_ explanation: String, _ schema: JSONValue) -> JSONValue {
        ["description": .text(explanation), "schema": schema]
    }

    private static func reference(_ kind: String, _ name: String) -> JSONValue {
        ["$ref": .text("#/components/\(kind)/\(name)")]
    }
}

extension APIOperation {
    /// What can go wrong, as the document tells it.
    var problems: [APIProblem.Kind] {
        var kinds: [APIProblem.Kind] = [
            .invalidInput, .unauthenticated, .forbidden, .notFound, .methodNotAllowed, .notAcceptable,
            .bodyTooLarge,
            .tooManyAttempts, .unexpected, .unavailable,
        ]
        if input != nil { kinds.append(.unsupportedMediaType) }
        if case .change = action { kinds.append(.conflict) }
        if needsMatch { kinds += [.changedMeanwhile, .preconditionMissing] }
        if method == .post, case .change = action { kinds.append(.keyReused) }
        return kinds
    }
}
