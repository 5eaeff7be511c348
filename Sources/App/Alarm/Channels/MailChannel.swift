import Delivery
import Domain

/// Mail through the region's own server (SMTP).
struct MailChannel: Channel {
    let kind = ChannelKind.mail
    let limits: ChannelLimits
    private let setting: MailSetting
    private let server: MailServer
    private let sender: EmailAddress?
    private let secrets: [String]
    private let outlet: Outlet
    private let courier: Courier
    private let now: @Sendable () -> Instant

    /// - Parameters:
    ///   - name: differs per version of the setting, so that no connection of an older one is used.
    ///   - now: for the date of a message.
    init(
        name: String, _ setting: MailSetting, secrets: [String: String], courier: Courier,
        now: @escaping @Sendable () -> Instant
    ) {
        self.setting = setting
        self.courier = courier
        self.now = now
        self.secrets = ShownAnswer.hidden(Array(secrets.values))
        let perSecond = setting.perSecond > 0 ? setting.perSecond : nil
        limits = ChannelLimits(parallel: setting.parallel, perSecond: perSecond)
        sender = EmailAddress(setting.senderAddress)
        server = MailServer(
            host: setting.host, port: setting.port, encryption: setting.encryption,
            user: setting.user.isEmpty ? nil : setting.user,
            password: secrets[MailSetting.passwordName] ?? "",
            ownName: setting.ownName.isEmpty ? sender?.domain ?? "" : setting.ownName)
        outlet = Outlet(
            name: name, parallel: setting.parallel, perSecond: perSecond,
            connectMilliseconds: min(10, setting.totalSeconds) * 1000,
            totalMilliseconds: setting.totalSeconds * 1000,
            authority: setting.authority.isEmpty ? nil : setting.authority)
    }

    func send(_ message: OutgoingMessage) async -> DeliveryOutcome {
        await attempt(message).outcome
    }

    /// - Parameters:
    ///   - invitation: for calendars.
    ///   - attachments: files that go along.
    func attempt(
        _ message: OutgoingMessage, invitation: MailMessage.Invitation? = nil,
        attachments: [MailMessage.Attachment] = [], isUrgent: Bool = true
    ) async -> DeliveryTrial {
        guard let recipient = EmailAddress(message.address) else {
            return DeliveryTrial(.failedForGood(.badAddress))
        }
        guard let sender else { return DeliveryTrial(.failedForNow(.notConfigured, retryAfter: nil)) }
        var mail = MailMessage(
            senderName: setting.senderName, sender: sender, recipient: recipient,
            subject: message.markedSubject, text: message.markedText, key: message.key, date: now())
        mail.isUrgent = isUrgent
        mail.invitation = invitation
        mail.attachments = attachments
        let call = MailCall(
            server: server, sender: sender.description, recipient: recipient.description,
            content: mail.bytes)
        switch await courier.send(call, through: outlet) {
        case .success(let reply):
            let text = ShownAnswer.text(reply.text, hiding: secrets)
            return DeliveryTrial(
                .accepted(reference: String(text.prefix(100))), answer: "\(reply.code) \(text)")
        case .failure(let failure):
            let outcome = DeliveryOutcome(failure) { ShownAnswer.text($0, hiding: secrets) }
            return DeliveryTrial(outcome, answer: Self.answer(failure, hiding: secrets))
        }
    }

    private static func answer(_ failure: CallFailure, hiding secrets: [String]) -> String {
        guard case .refused(_, let code, let text) = failure.cause else { return "" }
        return "\(code) \(ShownAnswer.text(text, hiding: secrets))"
    }
}
