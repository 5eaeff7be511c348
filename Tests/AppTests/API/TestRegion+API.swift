import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@testable import App

/// A program in a test: asks the API through the real router with a token.
struct APIClient: Sendable {
    let client: TestClient
    let token: String

    /// - Parameter path: below `/api/v1`.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String = "", headers: HTTPFields = [:]
    ) async throws -> TestClient.Answer {
        var all: HTTPFields = [.authorization: "Bearer \(token)"]
        if !body.isEmpty { all[.contentType] = "application/json" }
        for field in headers { all[field.name] = field.value }
        return try await client.send(method, API.root + path, all, body)
    }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestClient.Answer {
        try await send(.get, path, headers: headers)
    }

    func post(_ path: String, _ body: String, key: String? = nil) async throws -> TestClient.Answer {
        try await send(.post, path, body, headers: key.map { [.idempotencyKey: $0] } ?? [:])
    }

    func put(_ path: String, _ body: String, match: String?) async throws -> TestClient.Answer {
        try await send(.put, path, body, headers: match.map { [.ifMatch: $0] } ?? [:])
    }
}

extension TestRegion {
    /// A program with a token of the sample account of that name.
    ///
    /// - Parameter scopes: nil for all that the account can have.
    func api(_ name: String, scopes: [TokenScope]? = nil) async throws -> APIClient {
        let signedIn = try await signedIn(name)
        let possible = TokenScope.allCases.filter { scope in scope.permissions.contains { signedIn.may($0) } }
        let wanted = scopes ?? possible
        let secret = try await change(as: name) { change in
            try change.addToken(
                for: signedIn.account, name: "proef", scopes: wanted,
                through: Amsterdam.day(at: TestRegion.now)
            ).secret
        }
        return APIClient(client: TestClient(application), token: secret)
    }
}

extension TestClient.Answer {
    var json: JSONValue {
        get throws { try JSONReader.read(Array(body.utf8)) }
    }

    var tag: String? { headers[.eTag] }

    /// The name of the problem: the end of its address.
    var problem: String? {
        get throws {
            guard case .text(let type) = try json["type"] else { return nil }
            return type.split(separator: "#").last.map(String.init)
        }
    }

    /// Where the faults of a problem are, in order: `#/naam`, or the name of a parameter.
    var faultPlaces: [String] {
        get throws {
            guard case .array(let faults) = try json["errors"] else { return [] }
            return faults.compactMap { fault in
                switch fault["location"]?["pointer"] ?? fault["location"]?["name"] {
                case .text(let place): place
                default: nil
                }
            }
        }
    }

    func decoded<Value>(_ schema: Schema<Value>) throws -> Value {
        var faults: [InputFault] = []
        let value = schema.decode(Array(body.utf8), &faults)
        return try #require(value, "\(faults)")
    }

    /// The elements of a list.
    func decodedList<Value>(_ schema: Schema<Value>) throws -> [Value] {
        guard case .array(let elements) = try json["resultaten"] else { throw NoList() }
        return try elements.map { element in
            var faults: [InputFault] = []
            return try #require(schema.read(element, [], &faults), "\(faults)")
        }
    }

    private struct NoList: Error {}

    /// Below `/api/v1`.
    var next: String? {
        get throws {
            guard case .text(let address) = try json["volgende"] else { return nil }
            return String(address.dropFirst(API.root.count))
        }
    }
}
