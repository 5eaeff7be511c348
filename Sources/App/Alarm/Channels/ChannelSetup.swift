import Domain
import Foundation

/// A channel as the beheerder set it up, without its secrets.
struct ChannelSetup: Equatable, Sendable {
    /// What the setting is of. The name is stored.
    enum Form: Equatable, Sendable {
        case mail(MailSetting)
        case gateway(GatewaySetting)

        init?(_ name: String, _ fields: [String: String]) {
            switch name {
            case "mail": self = .mail(MailSetting(fields))
            case "gateway": self = .gateway(GatewaySetting(fields))
            default: return nil
            }
        }

        var name: String {
            switch self {
            case .mail: "mail"
            case .gateway: "gateway"
            }
        }

        var fields: [String: String] {
            switch self {
            case .mail(let setting): setting.fields
            case .gateway(let setting): setting.fields
            }
        }

        var faults: [String: ChannelSettingFault] {
            switch self {
            case .mail(let setting): setting.faults
            case .gateway(let setting): setting.faults
            }
        }

        /// The secrets that it needs. Those of a gateway are named in its texts.
        var secretNames: [String] {
            switch self {
            case .mail(let setting): setting.user.isEmpty ? [] : [MailSetting.passwordName]
            // What is no template needs nothing yet; its faults are told at the field.
            case .gateway(let setting): (try? GatewayRequest(setting))?.secretNames ?? []
            }
        }
    }

    let id: ID<ChannelSetup>
    let kind: ChannelKind
    let name: String
    /// Among the channels of one kind the lowest goes first.
    let rank: Int
    let isOpen: Bool
    let form: Form
    /// Rises with every change; an edit of an older version is refused.
    let version: Int
}

/// What a channel met last.
struct ChannelStatus: Equatable, Sendable {
    var lastSuccess: Instant?
    var lastFailure: Instant?
    /// The code of the fault at `lastFailure`.
    var lastFault: String?
}

/// The named texts of a setting or the secrets, as they are stored.
enum StoredFields {
    static func text(_ fields: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(fields), as: UTF8.self)
    }

    static func fields(_ text: String) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    }
}
