import Domain
import HTTPTypes
import Storage
import Web

/// The few shapes that operations have.
extension APIOperation {
    /// A resource.
    static func one<Output>(
        _ path: String, needs: Need, scope: TokenScope?, _ words: Words,
        parameters: [APIParameterDescription] = [],
        of schema: Schema<Output>, read: @escaping @Sendable (APICall, Transaction) throws -> Output
    ) -> APIOperation {
        APIOperation(
            method: .get, path: path, needs: needs, scope: scope, words: words, parameters: parameters,
            answer: Answered(status: .ok, explanation: "De gegevens.", body: Described(schema)),
            validator: .content,
            action: .read { call, _ in { tx in .resource(try read(call, tx), schema) } })
    }

    /// A list, or the part of it that was asked for.
    static func list<Output>(
        _ path: String, needs: Need, scope: TokenScope, _ words: Words,
        parameters: [APIParameterDescription] = [],
        validator: Validator = .facts, of schema: Schema<Output>,
        read: @escaping @Sendable (APICall, Transaction) throws -> APIPage<Output>
    ) -> APIOperation {
        APIOperation(
            method: .get, path: path, needs: needs, scope: scope, words: words, parameters: parameters,
            answer: Answered(
                status: .ok, explanation: "De lijst.", body: .list(of: schema),
                isPaged: parameters.contains { $0.name == APIParameter<Int>.limit.name }),
            validator: validator,
            action: .read { call, _ in { tx in try .list(try read(call, tx), schema, call) } })
    }

    /// A list that is asked for with a body, because what is looked for must not stand in an address.
    static func search<Input, Output>(
        _ path: String, needs: Need, scope: TokenScope, _ words: Words, input: Schema<Input>,
        of schema: Schema<Output>,
        read: @escaping @Sendable (APICall, Input, Transaction) throws -> APIPage<Output>
    ) -> APIOperation {
        APIOperation(
            method: .post, path: path, needs: needs, scope: scope, words: words, input: Described(input),
            answer: Answered(status: .ok, explanation: "Wat is gevonden.", body: .list(of: schema)),
            validator: .none,
            action: .read { call, faults in
                guard let input = input.decode(call.request.body, &faults) else { return nil }
                return { tx in try .list(try read(call, input, tx), schema, call) }
            })
    }

    /// Adds something to a list.
    ///
    /// - Parameter change: gives what was made and its address below the API's root.
    static func add<Input, Output>(
        _ path: String, needs: Need, scope: TokenScope, _ words: Words,
        parameters: [APIParameterDescription] = [],
        input: Schema<Input>, of schema: Schema<Output>,
        change: @escaping @Sendable (APICall, Input, inout Change) throws -> (made: Output, path: String)
    ) -> APIOperation {
        APIOperation(
            method: .post, path: path, needs: needs, scope: scope, words: words,
            parameters: parameters + [.idempotencyKey], input: Described(input),
            answer: Answered(
                status: .created, explanation: "Gemaakt.", body: Described(schema), hasLocation: true),
            validator: .none,
            action: .change { call, faults in
                guard let input = input.decode(call.request.body, &faults) else { return nil }
                return { open in
                    let (made, path) = try change(call, input, &open)
                    return .resource(made, schema, status: .created, location: API.root + path)
                }
            })
    }

    /// Replaces a resource by what comes in.
    ///
    /// - Parameter read: the resource as it is now; throws when the caller may not know it.
    static func replace<Input, Output>(
        _ path: String, needs: Need, scope: TokenScope, _ words: Words, parameters: [APIParameterDescription],
        input: Schema<Input>, of schema: Schema<Output>,
        read: @escaping @Sendable (APICall, Transaction) throws -> Output,
        change: @escaping @Sendable (APICall, Input, inout Change) throws -> Void
    ) -> APIOperation {
        APIOperation(
            method: .put, path: path, needs: needs, scope: scope, words: words,
            parameters: parameters + [.match], input: Described(input),
            answer: Answered(
                status: .ok, explanation: "De gegevens zoals ze nu zijn.", body: Described(schema)),
            validator: .none,
            action: .change { call, faults in
                guard let input = input.decode(call.request.body, &faults) else { return nil }
                return { open in
                    try call.requireMatch(schema.bytes(try read(call, open.tx)))
                    try change(call, input, &open)
                    return .resource(try read(call, open.tx), schema)
                }
            })
    }

    /// Takes a resource away.
    static func remove<Output>(
        _ path: String, needs: Need, scope: TokenScope, _ words: Words, parameters: [APIParameterDescription],
        of schema: Schema<Output>, read: @escaping @Sendable (APICall, Transaction) throws -> Output,
        change: @escaping @Sendable (APICall, inout Change) throws -> Void
    ) -> APIOperation {
        APIOperation(
            method: .delete, path: path, needs: needs, scope: scope, words: words,
            parameters: parameters + [.match],
            answer: Answered(status: .noContent, explanation: "Weggehaald."), validator: .none,
            action: .change { call, _ in
                { open in
                    try call.requireMatch(schema.bytes(try read(call, open.tx)))
                    try change(call, &open)
                    return APIAnswer(status: .noContent)
                }
            })
    }
}

extension APIParameter where Value == Int {
    static let limitUsual = 50
    static let limitMax = 200

    static let limit = APIParameter.query(
        "limiet", .integer(1...limitMax),
        "Hoeveel er hoogstens in één antwoord staan; zonder deze \(limitUsual).")
}

extension APIParameterDescription {
    static let idempotencyKey = APIParameterDescription(
        name: "Idempotency-Key", place: .header,
        usage: ["type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[A-Za-z0-9._:-]+$"],
        explanation:
            "Zelf gekozen, nieuw per verzoek. Hetzelfde verzoek met dezelfde sleutel wordt binnen een dag niet "
            + "nog eens uitgevoerd, maar krijgt hetzelfde antwoord.",
        sentence: "Gebruik 1 tot 100 letters, cijfers, punten, dubbele punten en streepjes.",
        isReadable: { text in
            (1...100).contains(text.utf8.count)
                && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._:-".contains($0)) }
        })

    static let match = APIParameterDescription(
        name: "If-Match", place: .header, usage: ["type": "string"],
        explanation: "De ETag waarmee de gegevens zijn gelezen.", isRequired: true,
        sentence: "Stuur de ETag van wat u wilt wijzigen.", isReadable: { _ in true })
}

extension APIOperation.Described {
    static func list<Output>(of schema: Schema<Output>) -> APIOperation.Described {
        APIOperation.Described(
            usage: [
                "type": "object", "required": ["resultaten", "volgende"], "additionalProperties": false,
                "properties": [
                    "resultaten": [
                        "type": "array", "items": schema.usage, "description": "In vaste volgorde.",
                    ],
                    "volgende": [
                        "type": ["string", "null"], "format": "uri-reference",
                        "description": "Adres van het volgende deel; null aan het einde. Ook in de kop Link.",
                    ],
                ],
            ], components: schema.components)
    }
}

extension APIAnswer {
    fileprivate static func list<Output>(
        _ page: APIPage<Output>, _ schema: Schema<Output>, _ call: APICall
    ) throws -> APIAnswer {
        let next = page.next.map { call.request.address(after: $0) }
        var writer = JSONWriter()
        writer.object { writer in
            writer.name("resultaten")
            writer.array { writer in for element in page.elements { schema.write(element, &writer) } }
            writer.name("volgende")
            if let next { writer.text(next) } else { writer.null() }
        }
        return APIAnswer(
            status: .ok, body: writer.bytes, next: next, isTagged: call.request.method == .get)
    }
}

extension WebRequest {
    /// The same address from another place in the list.
    fileprivate func address(after cursor: String) -> String {
        let others = query.names.filter { $0 != "na" }
            .map { "\($0)=\(queryEncoded(query.raw($0)))&" }.joined()
        return "\(path)?\(others)na=\(queryEncoded(cursor))"
    }
}

extension APICall {
    /// How many rows were asked for.
    var limit: Int { self[.limit] ?? APIParameter.limitUsual }

    /// - Throws: a problem when the caller does not say which state of the resource it knows, or knows an older one.
    fileprivate func requireMatch(_ present: [UInt8]) throws {
        guard let header = request.headers[.ifMatch] else {
            throw APIProblem(
                .preconditionMissing, "Haal de gegevens eerst op en stuur hun ETag mee in If-Match.")
        }
        guard ETag.header(header, names: ETag.of(present), isWeak: false) else {
            throw APIProblem(
                .changedMeanwhile, "De gegevens zijn gewijzigd sinds u ze ophaalde. Er is niets opgeslagen.")
        }
    }
}
