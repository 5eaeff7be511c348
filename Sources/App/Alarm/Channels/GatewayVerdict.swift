import Delivery
import Foundation

/// What a gateway's answer means for the message.
struct GatewayVerdict: Sendable {
    /// As much of an answer as is looked at; a pattern can take long on a long text.
    private static let lookedAtMax = 4096
    /// As much of an answer as is kept and shown.
    private static let shownMax = 300

    private let accepted: NSRegularExpression?
    private let refused: NSRegularExpression?
    private let later: NSRegularExpression?
    private let reference: NSRegularExpression?
    private let secrets: [String]

    /// - Throws: a pattern is none; a setting was checked before it was saved.
    init(_ setting: GatewaySetting, secrets: [String: String]) throws {
        accepted = try Self.expression(setting.acceptedPattern)
        refused = try Self.expression(setting.refusedPattern)
        later = try Self.expression(setting.laterPattern)
        reference = try Self.expression(setting.referencePattern)
        self.secrets = Self.hidden(secrets)
    }

    private static func expression(_ pattern: String) throws -> NSRegularExpression? {
        pattern.isEmpty ? nil : try NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines])
    }

    /// A message that a redirect, a wrong key or a busy server kept from its way is wanted still; one that the
    /// provider understood and refused is not.
    func outcome(_ reply: HTTPReply) -> DeliveryOutcome {
        let text = String(decoding: reply.body.prefix(Self.lookedAtMax), as: UTF8.self)
        if let refused, holds(refused, text) { return .failedForGood(.messageRefused(shown(text))) }
        if let later, holds(later, text) {
            return .failedForNow(.serverBusy(code: reply.status), retryAfter: reply.retryAfter)
        }
        switch reply.status {
        case 200..<300:
            if let accepted, !holds(accepted, text) { return .unknown(.notUnderstood) }
            return .accepted(reference: found(text))
        case 300..<400: return .failedForNow(.redirected, retryAfter: nil)
        case 401, 403, 407: return .failedForNow(.credentials, retryAfter: nil)
        case 404, 405, 408, 425, 429, 500...:
            return .failedForNow(.serverBusy(code: reply.status), retryAfter: reply.retryAfter)
        case 400..<500: return .failedForGood(.messageRefused(shown(text)))
        default: return .unknown(.notUnderstood)
        }
    }

    private func holds(_ expression: NSRegularExpression, _ text: String) -> Bool {
        expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }

    private func found(_ text: String) -> String {
        guard let reference,
            let match = reference.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)),
            match.numberOfRanges > 1, let range = Range(match.range(at: 1), in: text)
        else { return "" }
        return String(text[range].prefix(100))
    }

    /// The answer cut to what a page can show, on one line and without secrets.
    func shown(_ text: String) -> String {
        ShownAnswer.text(text, hiding: secrets)
    }

    static func hidden(_ secrets: [String: String]) -> [String] {
        ShownAnswer.hidden(Array(secrets.values))
    }
}
