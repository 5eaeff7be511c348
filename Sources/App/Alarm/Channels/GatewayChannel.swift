import Delivery
import Domain

/// Text messages or voice calls through a provider's HTTP interface.
struct GatewayChannel: Channel {
    let kind: ChannelKind
    let limits: ChannelLimits
    private let setting: GatewaySetting
    private let secrets: [String: String]
    private let request: GatewayRequest
    private let verdict: GatewayVerdict
    private let outlet: Outlet
    private let courier: Courier

    /// - Parameter name: differs per version of the setting, so that no connection of an older one is used.
    /// - Throws: a template or pattern is none; a setting was checked before it was saved.
    init(
        name: String, kind: ChannelKind, _ setting: GatewaySetting, secrets: [String: String],
        courier: Courier
    ) throws {
        self.kind = kind
        self.setting = setting
        self.secrets = secrets
        self.courier = courier
        let perSecond = setting.perSecond > 0 ? setting.perSecond : nil
        limits = ChannelLimits(parallel: setting.parallel, perSecond: perSecond)
        request = try GatewayRequest(setting)
        verdict = try GatewayVerdict(setting, secrets: secrets)
        outlet = Outlet(
            name: name, parallel: setting.parallel, perSecond: perSecond,
            connectMilliseconds: min(5, setting.totalSeconds) * 1000,
            totalMilliseconds: setting.totalSeconds * 1000,
            authority: setting.authority.isEmpty ? nil : setting.authority)
    }

    func send(_ message: OutgoingMessage) async -> DeliveryOutcome {
        await attempt(message).outcome
    }

    func attempt(_ message: OutgoingMessage) async -> DeliveryTrial {
        guard let phone = Phone(message.address) else { return DeliveryTrial(.failedForGood(.badAddress)) }
        guard request.secretNames.allSatisfy({ secrets[$0]?.isEmpty == false }) else {
            return DeliveryTrial(.failedForNow(.notConfigured, retryAfter: nil))
        }
        let text = message.markedText
        let call = request.call(
            GatewayTemplate.Values(
                recipient: phone.e164, sender: setting.sender, text: text, key: message.key,
                alphabet: SMSText(text).alphabet, secrets: secrets))
        switch await courier.send(call, through: outlet) {
        case .success(let reply):
            let body = String(decoding: reply.body, as: UTF8.self)
            return DeliveryTrial(verdict.outcome(reply), answer: "\(reply.status) \(verdict.shown(body))")
        case .failure(let failure):
            return DeliveryTrial(DeliveryOutcome(failure, shown: verdict.shown))
        }
    }
}
