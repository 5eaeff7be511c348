import Crypto
import Domain
import Foundation
import HTTPTypes
import Storage
import Web

/// The secret with which a provider may hand over what came in.
enum InboundSecret {
    static func hash(_ secret: String) -> String {
        [UInt8](SHA256.hash(data: Array(secret.utf8))).hexadecimal
    }
}

/// What a provider hands over.
struct InboundMessage: Equatable, Sendable {
    enum Kind: String, Sendable {
        /// A text that somebody sent.
        case reply
        /// What became of a text that was sent.
        case report
    }

    enum Status: String, Sendable {
        case none, delivered, failed, underway
    }

    let id: ID<InboundMessage>
    let channel: ID<ChannelSetup>
    let kind: Kind
    /// The provider's own number for it: the same one twice is one message.
    let externalKey: String
    /// In international form when it is a telephone number.
    let sender: String
    let recipient: String
    let text: String
    /// In a report: our key, or the provider's number for what was sent.
    let reference: String
    let status: Status
    let receivedAt: Instant
}

extension InboundMessage {
    /// As much of a text as is kept; a phone sends at most some thousand characters.
    private static let textMax = 2000
    private static let fieldMax = 200

    /// Nil when the provider's names are not in `fields`.
    init?(
        _ kind: Kind, _ fields: InboundFields, _ setting: GatewaySetting, channel: ID<ChannelSetup>,
        at now: Instant, randomness: inout Randomness
    ) {
        let value = { (name: String) in String(fields[name].prefix(Self.fieldMax)) }
        let sender = value(setting.inboundSender)
        let text = String(fields[setting.inboundText].filter { $0 != "\0" }.prefix(Self.textMax))
        let reference = value(setting.inboundReference)
        let status = value(setting.inboundStatus)
        guard kind == .reply ? !sender.isEmpty : !reference.isEmpty else { return nil }
        id = randomness.id(at: now)
        self.channel = channel
        self.kind = kind
        self.sender = kind == .reply ? Self.phone(sender) : sender
        recipient = value(setting.inboundRecipient)
        self.text = text
        self.reference = reference
        self.status = kind == .reply ? .none : Self.status(status, setting)
        receivedAt = now
        // A provider that gives no number of its own may say the same twice and mean it.
        let given = value(setting.inboundID)
        externalKey =
            switch kind {
            case .reply: given.isEmpty ? id.description : given
            case .report: "\(reference) \(status) \(given)"
            }
    }

    /// Providers leave out the plus.
    private static func phone(_ text: String) -> String {
        (Phone(text) ?? Phone("+\(text)"))?.e164 ?? text
    }

    private static func status(_ text: String, _ setting: GatewaySetting) -> Status {
        let holds = { (list: String) in
            list.split(separator: ",").contains {
                $0.trimmingCharacters(in: .whitespaces).lowercased() == text.lowercased()
            }
        }
        if holds(setting.deliveredStatus) { return .delivered }
        return holds(setting.failedStatus) ? .failed : .underway
    }
}

/// The fields of what a provider sends, whether in the address, a form or JSON.
struct InboundFields: Sendable {
    private var values: [String: String] = [:]
    private let forms: [FormFields]

    init(_ request: WebRequest) {
        let type = request.headers[.contentType] ?? ""
        if type.contains("json"),
            // What is no JSON has no fields, and is answered so.
            let node = try? JSONDecoder().decode(Node.self, from: Data(request.body))
        {
            node.flatten("", into: &values)
            forms = [request.query]
        } else {
            forms = [FormFields(urlEncoded: String(decoding: request.body, as: UTF8.self)), request.query]
        }
    }

    /// Empty when there is no such field.
    subscript(_ name: String) -> String {
        values[name] ?? forms.map { $0[name] }.first { !$0.isEmpty } ?? ""
    }

    private indirect enum Node: Decodable {
        case text(String)
        case list([Node])
        case object([String: Node])
        case nothing

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = Self.decoded(String.self, container) {
                self = .text(text)
            } else if let number = Self.decoded(Int.self, container) {
                self = .text("\(number)")
            } else if let object = Self.decoded([String: Node].self, container) {
                self = .object(object)
            } else if let list = Self.decoded([Node].self, container) {
                self = .list(list)
            } else {
                self = .nothing
            }
        }

        private static func decoded<Value: Decodable>(
            _ type: Value.Type, _ container: any SingleValueDecodingContainer
        ) -> Value? {
            // Each form that JSON can have is tried in turn; that it is another one is no fault.
            try? container.decode(type)
        }

        /// `{"a": {"b": 1}}` as `a.b`; members of a list by their place.
        func flatten(_ name: String, into values: inout [String: String]) {
            let start = name.isEmpty ? "" : "\(name)."
            switch self {
            case .text(let text): values[name] = text
            case .object(let members):
                for (member, node) in members { node.flatten("\(start)\(member)", into: &values) }
            case .list(let nodes):
                for (place, node) in nodes.enumerated() { node.flatten("\(start)\(place)", into: &values) }
            case .nothing: break
            }
        }
    }
}

extension Application {
    /// Stores what a provider hands over. Stored first and read later: whatever it means, it is not lost.
    ///
    /// - Throws: `WebFailure.forbidden` when the secret is not the channel's.
    func receiveInbound(_ kind: InboundMessage.Kind, _ request: WebRequest) async throws -> WebResponse {
        guard let id = ID<ChannelSetup>(request.parameters["channel"] ?? "") else {
            throw WebFailure.forbidden
        }
        let given = InboundSecret.hash(request.inboundSecret)
        let known = try await storage.read { tx in
            (try tx.channelSetup(id), try tx.inboundHash(of: id))
        }
        guard let setup = known.0, case .gateway(let setting) = setup.form, !known.1.isEmpty,
            Secrets.areEqual(known.1, given)
        else { throw WebFailure.forbidden }
        var random = randomness()
        let message = InboundMessage(
            kind, InboundFields(request), setting, channel: id, at: now(), randomness: &random)
        guard let message else { throw WebFailure.malformed }
        try await storage.write { tx in try tx.insert(message) }
        alarmSignal.raise()
        // Kannel sends the body of an answer back to the phone, so there is none.
        return WebResponse.text("", type: "text/plain; charset=utf-8")
    }
}

extension WebRequest {
    /// Where providers can put it: a header, the password of Basic, or `geheim` in the address.
    fileprivate var inboundSecret: String {
        let words = (headers[.authorization] ?? "").split(separator: " ").map(String.init)
        if words.count == 2, words[0].lowercased() == "bearer" { return words[1] }
        if words.count == 2, words[0].lowercased() == "basic", let pair = Data(base64Encoded: words[1]) {
            let parts = String(decoding: pair, as: UTF8.self).split(
                separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return parts.count == 2 ? String(parts[1]) : ""
        }
        return query["geheim"]
    }
}
