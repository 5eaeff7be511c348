import Delivery
import Domain

/// How a provider of text messages or voice calls is reached over HTTP, as the beheerder set it. Holds no
/// secrets: those are kept apart and enter as `{{geheim:…}}`.
struct GatewaySetting: Equatable, Sendable {
    /// How the body is written, which decides how values in it are escaped.
    enum BodyKind: String, CaseIterable, Sendable {
        case none, form, json, xml, plain
    }

    var url = ""
    var method = HTTPCall.Method.post
    /// `Naam: waarde`, one a line.
    var headers = ""
    var bodyKind = BodyKind.json
    var body = ""
    /// Name or number that the receiver sees.
    var sender = ""
    /// The answer must hold this (a regular expression) to count as accepted; empty: the status decides.
    var acceptedPattern = ""
    /// An answer that holds this is for good: wrong number, blocked.
    var refusedPattern = ""
    /// An answer that holds this is for now: busy, no credit.
    var laterPattern = ""
    /// Finds the provider's own number for the message, in its first pair of brackets.
    var referencePattern = ""
    var parallel = 16
    /// 0 means without limit.
    var perSecond = 0
    var totalSeconds = 20
    /// PEM of an own authority; empty trusts the system's.
    var authority = ""
    /// The beheerder accepts that messages and secrets are readable on the way.
    var allowsPlain = false
    /// The names under which the provider hands over what comes in: fields of a form or query, or members of
    /// JSON, `bericht.id` one level down.
    var inboundSender = "van"
    var inboundRecipient = "naar"
    var inboundText = "tekst"
    var inboundID = "id"
    /// In a report of delivery: our key, or the provider's number.
    var inboundReference = "kenmerk"
    var inboundStatus = "status"
    /// Values of the status that mean arrived, separated by commas; others than these two lists are steps on
    /// the way.
    var deliveredStatus = "1,delivered,DELIVRD"
    /// Values that mean it never will.
    var failedStatus = "2,16,failed,UNDELIV,EXPIRED,REJECTD"
}

extension GatewaySetting: FieldSetting {
    static let texts: [SettingText<GatewaySetting>] = [
        ("url", \.url), ("kopregels", \.headers), ("inhoud", \.body), ("afzender", \.sender),
        ("goed", \.acceptedPattern), ("voorgoed", \.refusedPattern), ("voornu", \.laterPattern),
        ("kenmerk", \.referencePattern), ("ca", \.authority), ("in-van", \.inboundSender),
        ("in-naar", \.inboundRecipient), ("in-tekst", \.inboundText), ("in-id", \.inboundID),
        ("in-kenmerk", \.inboundReference), ("in-status", \.inboundStatus),
        ("in-aangekomen", \.deliveredStatus), ("in-mislukt", \.failedStatus),
    ]
    static let numbers: [SettingNumber<GatewaySetting>] = [
        ("gelijktijdig", \.parallel), ("per-seconde", \.perSecond), ("seconden", \.totalSeconds),
    ]
    static let flags: [SettingFlag<GatewaySetting>] = [("onversleuteld", \.allowsPlain)]

    mutating func takeChoices(_ fields: [String: String]) {
        method = fields["methode"].flatMap { HTTPCall.Method(rawValue: $0) } ?? method
        bodyKind = fields["soort-inhoud"].flatMap { BodyKind(rawValue: $0) } ?? bodyKind
    }

    var choices: [String: String] { ["methode": method.rawValue, "soort-inhoud": bodyKind.rawValue] }
}

extension GatewaySetting.BodyKind {
    var context: GatewayTemplate.Context? {
        switch self {
        case .none: nil
        case .form: .form
        case .json: .json
        case .xml: .xml
        case .plain: .plain
        }
    }

    var contentType: String? {
        switch self {
        case .none: nil
        case .form: "application/x-www-form-urlencoded"
        case .json: "application/json"
        case .xml: "text/xml; charset=utf-8"
        case .plain: "text/plain; charset=utf-8"
        }
    }
}
