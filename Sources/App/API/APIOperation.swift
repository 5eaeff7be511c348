import Domain
import HTTPTypes
import Storage
import Web

/// One operation of the API: what it needs, what it says of itself, and what answers it. `openapi.json` is made from
/// these and from nothing else.
struct APIOperation: Sendable {
    let method: HTTPRequest.Method
    /// Below `/api/v1`: `/functionarissen/{functionarisId}`.
    let path: String
    let needs: Need
    let scope: TokenScope?
    let words: Words
    var parameters: [APIParameterDescription] = []
    /// The description of what comes in; nil for operations without a body.
    var input: Described?
    let answer: Answered
    let validator: Validator
    let action: Action

    struct Words: Sendable {
        /// `operationId` of the document.
        let id: String
        let group: Group
        let summary: String
        var explanation = ""
    }

    enum Group: String, CaseIterable, Sendable {
        case access = "Toegang"
        case region = "Regio"
        case people = "Functionarissen"
        case duty = "Rooster"
        case coverage = "Bezetting"
        case journal = "Journaal"
        case alarm = "Alarm"
        case deployment = "Inzet"
        case agreements = "Afspraken"
        case plan = "Plan en uren"
    }

    /// A schema without the type of its value.
    struct Described: Sendable {
        let usage: JSONValue
        let components: [String: JSONValue]

        init<Value>(_ schema: Schema<Value>) {
            usage = schema.usage
            components = schema.components
        }

        init(usage: JSONValue, components: [String: JSONValue]) {
            self.usage = usage
            self.components = components
        }
    }

    struct Answered: Sendable {
        let status: HTTPResponse.Status
        let explanation: String
        var body: Described?
        var isPaged = false
        var hasLocation = false
    }

    /// How an unchanged answer is known.
    enum Validator: Sendable {
        /// It depends on journalled facts, the address, the day and the token only: known before anything is read.
        case facts
        /// By its own bytes; needed for whatever can be changed with `If-Match`.
        case content
        /// A change.
        case none
    }

    enum Action: Sendable {
        /// Reads in one transaction. `prepare` tells what is wrong with the body.
        case read(
            prepare: @Sendable (APICall, inout [InputFault]) -> (@Sendable (Transaction) throws -> APIAnswer)?
        )
        /// Writes in one journalled transaction.
        case change(
            prepare:
                @Sendable (APICall, inout [InputFault]) -> (@Sendable (inout Change) throws -> APIAnswer)?)
    }

    /// A change of something that exists must name the state it starts from.
    var needsMatch: Bool { method == .put || method == .delete }

    /// As the router wants it.
    var routerPath: String {
        API.root + path.replacing("{", with: ":").replacing("}", with: "")
    }
}

/// What holds for the whole API.
enum API {
    /// Semantic version of the interface (NLGov `/core/semver`); the first number is in the address too.
    static let version = "1.0.0"
    static let root = "/api/v1"
    static let documentPath = "\(root)/openapi.json"
    /// More than any resource needs.
    static let bodyBytesMax = 64_000

    static let operations: [APIOperation] =
        access + region + processes + cards + norms + people + duty + coverage + journal + alarms
        + deployments + agreements + plans + hours

    static func isAddress(_ path: String) -> Bool {
        path == "/api" || path.hasPrefix("/api/")
    }
}
