import Domain
import HTTPTypes
import Logging
import Storage
import Web

extension Application {
    /// Every address of the API.
    func apiEndpoints() -> [Endpoint] {
        API.operations.map { operation in
            Endpoint(
                method: operation.method, path: operation.routerPath,
                body: .whole(bytesMax: API.bodyBytesMax)
            ) { request in
                await answer(operation, request)
            }
        } + [
            Endpoint(method: .get, path: API.documentPath, body: .whole(bytesMax: 0)) { request in
                await documentAnswer(request)
            }
        ]
    }

    /// What goes wrong before an operation is found.
    func apiFailure(_ failure: WebFailure) -> WebResponse {
        withAPIHeaders(APIProblem(failure).response)
    }

    private func answer(_ operation: APIOperation, _ request: WebRequest) async -> WebResponse {
        do {
            return withAPIHeaders(try await respond(operation, request))
        } catch {
            return withAPIHeaders(problem(error, operation).response)
        }
    }

    private func problem(_ error: any Error, _ operation: APIOperation) -> APIProblem {
        switch error {
        case let problem as APIProblem: return problem
        case let failure as WebFailure: return APIProblem(failure)
        case let conflict as any APIConflict:
            return APIProblem(
                .conflict, conflict.conflicts.map(\.sentence).joined(separator: " "),
                faults: conflict.conflicts)
        case let fault as StorageFault:
            logger.error("Database", metadata: ["fout": "\(fault.code)", "pad": "\(operation.path)"])
            if case .constraint = fault {
                return APIProblem(.conflict, "Dit past niet bij wat er al staat. Er is niets opgeslagen.")
            }
            return APIProblem(WebFailure.unavailable)
        default:
            logger.error("Onverwachte fout", metadata: ["fout": "\(error)", "pad": "\(operation.path)"])
            return APIProblem(WebFailure.unexpected)
        }
    }

    private func respond(_ operation: APIOperation, _ request: WebRequest) async throws -> WebResponse {
        try request.requireAPIAddress()
        try request.requireJSONAccepted()
        let (now, randomness) = (now(), randomness())
        switch operation.action {
        case .read(let prepare):
            let (response, call, note) = try await storage.read { tx in
                let call = try admitted(operation, request, tx, now, randomness)
                let body = try prepared(operation, call, prepare)
                let response = try read(operation, call, tx, body)
                return (response, call, try call.view.flatMap { try call.visit.note(of: $0, tx) })
            }
            if let note { try await storage.write { tx in try tx.insert(note) } }
            try await noteUse(call)
            return response
        case .change(let prepare):
            let call = try await storage.read { tx in try admitted(operation, request, tx, now, randomness) }
            let body = try prepared(operation, call, prepare)
            let (response, actions) = try await storage.change(
                by: call.visit.actor, at: now, randomness: randomness
            ) { change in
                // Read again under the lock: a token that was revoked a moment ago counts.
                _ = try admitted(operation, request, change.tx, now, randomness)
                let response = try change.answeringOnce(call) { change in try body(&change).response }
                return (response, change.actions)
            }
            noteWrite(actions)
            try await noteUse(call)
            return response
        }
    }

    /// Who calls, and whether they may.
    private func admitted(
        _ operation: APIOperation, _ request: WebRequest, _ tx: Transaction, _ now: Instant,
        _ randomness: Randomness
    ) throws -> APICall {
        guard let token = request.bearer else {
            throw APIProblem(
                .unauthenticated, "Stuur een API-sleutel mee in de kop Authorization.",
                headers: [.wwwAuthenticate: "Bearer realm=\"Oranje\""])
        }
        guard let signedIn = try tx.signedIn(bearer: token, at: now) else {
            throw APIProblem(
                .unauthenticated, "Deze API-sleutel is onbekend, verlopen of ingetrokken.",
                headers: [.wwwAuthenticate: "Bearer realm=\"Oranje\", error=\"invalid_token\""])
        }
        if let scope = operation.scope, signedIn.use?.scopes.contains(scope) != true {
            let challenge =
                "Bearer realm=\"Oranje\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\""
            throw APIProblem(
                .scopeMissing, "Deze API-sleutel mist: \(scope.rawValue).",
                headers: [.wwwAuthenticate: challenge])
        }
        let visit = Visit(request: request, signedIn: signedIn, now: now, randomness: randomness)
        if case .permission(let permission) = operation.needs { try visit.actor.require(permission) }
        return APICall(visit: visit)
    }

    /// A program that follows a deployment with the token of the API: the stream is no operation, because it
    /// never ends.
    ///
    /// - Returns: nil for whoever brings no token that may.
    func programVisit(
        _ request: WebRequest, _ tx: Transaction, _ now: Instant, _ randomness: Randomness
    ) throws -> Visit? {
        guard let token = request.bearer, let signedIn = try tx.signedIn(bearer: token, at: now),
            signedIn.use?.scopes.contains(.readDeployments) == true
        else { return nil }
        return Visit(request: request, signedIn: signedIn, now: now, randomness: randomness)
    }

    /// Everything that is wrong with the request itself, at once.
    private func prepared<Body>(
        _ operation: APIOperation, _ call: APICall, _ prepare: (APICall, inout [InputFault]) -> Body?
    ) throws -> Body {
        if operation.input != nil { try call.request.requireJSONBody() }
        var faults = call.faults(operation.parameters)
        if operation.method == .post, let key = call.request.headers[.idempotencyKey],
            !APIParameterDescription.idempotencyKey.isReadable(key)
        {
            let parameter = APIParameterDescription.idempotencyKey
            faults.append(InputFault(.header(name: parameter.name), "ongeldige-waarde", parameter.sentence))
        }
        guard let body = prepare(call, &faults), faults.isEmpty else { throw APIProblem.invalid(faults) }
        return body
    }

    private func read(
        _ operation: APIOperation, _ call: APICall, _ tx: Transaction,
        _ body: (Transaction) throws -> APIAnswer
    ) throws -> WebResponse {
        let known = call.request.headers[.ifNoneMatch]
        if case .facts = operation.validator {
            let tag = try ETag.ofFacts(tx, call)
            if let known, ETag.header(known, names: tag, isWeak: true) { return .unchanged(tag) }
            var response = try body(tx).response
            response.headers[.eTag] = tag
            return response
        }
        let response = try body(tx).response
        if let known, let tag = response.headers[.eTag], ETag.header(known, names: tag, isWeak: true) {
            return .unchanged(tag)
        }
        return response
    }

    /// When a token was last used, to the hour: enough to see which are forgotten, and no write per request.
    private func noteUse(_ call: APICall) async throws {
        guard let use = call.signedIn.use else { return }
        let hour = Instant(milliseconds: call.now.milliseconds / 3_600_000 * 3_600_000)
        if let usedAt = use.usedAt, usedAt >= hour { return }
        try await storage.write { tx in try tx.setTokenUsed(use.token, at: hour) }
    }

    /// The headers of every answer of the API (NLGov `/core/version-header`, `/core/transport/security-headers`).
    /// Browsers on other sites get no access: programs call the API from a server. `openapi.json` alone is for all.
    private func withAPIHeaders(_ response: WebResponse) -> WebResponse {
        var response = response
        response.headers[.apiVersion] = API.version
        response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        response.headers[.referrerPolicy] = "no-referrer"
        if isBehindProxy { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }

    private func documentAnswer(_ request: WebRequest) async -> WebResponse {
        let today = Amsterdam.day(at: now())
        do {
            let contact = try await storage.read { tx in try OpenAPIDocument.Contact(tx, on: today) }
            return withAPIHeaders(document(OpenAPIDocument.bytes(contact), request))
        } catch {
            return apiFailure(.unavailable)
        }
    }

    private func document(_ bytes: [UInt8], _ request: WebRequest) -> WebResponse {
        var response = WebResponse(body: bytes)
        let tag = ETag.of(response.body)
        if let known = request.headers[.ifNoneMatch], ETag.header(known, names: tag, isWeak: true) {
            response = .unchanged(tag)
        } else {
            response.headers[.contentType] = "application/json"
            response.headers[.eTag] = tag
        }
        response.headers[.accessControlAllowOrigin] = "*"
        return response
    }
}

extension WebResponse {
    fileprivate static func unchanged(_ tag: String) -> WebResponse {
        WebResponse(status: .notModified, headers: [.eTag: tag])
    }
}

extension WebRequest {
    /// The token of `Authorization: Bearer …`; the word itself in any case (RFC 9110 §11.1).
    var bearer: String? {
        guard let header = headers[.authorization] else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }

    /// The router overlooks a slash too many; the API does not (NLGov `/core/no-trailing-slash`).
    fileprivate func requireAPIAddress() throws {
        guard !path.hasSuffix("/"), !path.contains("//") else { throw WebFailure.notFound }
    }

    fileprivate func requireJSONAccepted() throws {
        guard accepts("application/json") else {
            throw APIProblem(.notAcceptable, "De API antwoordt met application/json.")
        }
    }

    fileprivate func requireJSONBody() throws {
        guard contentType == "application/json", headers[.contentEncoding] ?? "identity" == "identity" else {
            throw APIProblem(.unsupportedMediaType, "Stuur de inhoud als application/json.")
        }
    }
}

extension HTTPField.Name {
    static let apiVersion = Self.named("API-Version")
    static let idempotencyKey = Self.named("Idempotency-Key")
    static let link = Self.named("Link")
    static let referrerPolicy = Self.named("Referrer-Policy")

    /// The names above are well-formed, so the second half is never used.
    private static func named(_ text: String) -> HTTPField.Name {
        HTTPField.Name(text) ?? .server
    }
}

extension APICall {
    /// The person whose data the address is about.
    fileprivate var view: DataView? {
        request.parameters["functionarisId"].flatMap { ID<Functionary>($0) }.map { DataView(.program, [$0]) }
    }
}
