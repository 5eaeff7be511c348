import Domain
import Storage
import Web

/// What the list of channels shows.
struct ChannelsPage: Sendable {
    let channels: [(setup: ChannelSetup, status: ChannelStatus)]
    let presets: [GatewayPreset]
    let mailCounts: [MailState: Int]
    let possibleDuplicates: Int
    /// With which links in messages begin; nil: they carry none.
    let address: SiteAddress?
    /// Texts of the last 30 days from numbers that nobody has.
    let unknownSenderCount: Int
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        let statuses = try tx.channelStatuses()
        channels = try tx.channelSetups().map { ($0, statuses[$0.id] ?? ChannelStatus()) }
        presets = try GatewayPreset.all()
        mailCounts = try tx.mailCounts()
        possibleDuplicates = try tx.possibleDuplicateCount()
        address = try tx.siteAddress()
        unknownSenderCount = try tx.unknownSenderCount(since: visit.now.adding(minutes: -30 * 24 * 60))
        csrf = visit.signedIn.csrf
    }

    /// The form for the address as it stands.
    var fields: FormFields {
        var fields = FormFields()
        fields.add("site", address?.text ?? "")
        return fields
    }

    /// The kinds by which nobody can be reached now.
    var missing: [ChannelKind] {
        [.mail, .sms].filter { kind in !channels.contains { $0.setup.kind == kind && $0.setup.isOpen } }
    }
}

/// What the page of one channel shows.
struct ChannelPage: Sendable {
    /// Nil for a channel that is being made.
    let setup: ChannelSetup?
    let kind: ChannelKind
    let form: ChannelSetup.Form
    let status: ChannelStatus
    /// Where the shape of a shipped example comes from.
    let source: String?
    /// The code of the shipped example it begins from; empty for a mail server and for what exists.
    let exampleCode: String
    let hasInboundSecret: Bool
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction, _ id: ID<ChannelSetup>) throws {
        guard let setup = try tx.channelSetup(id) else { throw WebFailure.notFound }
        self.setup = setup
        kind = setup.kind
        form = setup.form
        status = try tx.channelStatuses()[id] ?? ChannelStatus()
        source = nil
        exampleCode = ""
        hasInboundSecret = try !tx.inboundHash(of: id).isEmpty
        csrf = visit.signedIn.csrf
    }

    /// - Parameter example: the code of a shipped example; else a mail server.
    init(_ visit: Visit, example: String) throws {
        let preset = try GatewayPreset.all().first { $0.code == example }
        setup = nil
        kind = preset?.kind ?? .mail
        form = preset.map { .gateway(GatewaySetting($0.fields)) } ?? .mail(MailSetting())
        status = ChannelStatus()
        source = preset?.source
        exampleCode = preset?.code ?? ""
        hasInboundSecret = false
        csrf = visit.signedIn.csrf
    }

    /// The fields of the form as they stand.
    func fields(name: String) -> FormFields {
        var fields = FormFields()
        for (field, value) in form.fields { fields.add(field, value) }
        fields.add("naam", setup?.name ?? name)
        fields.add("volgorde", "\(setup?.rank ?? 1)")
        fields.add("versie", setup.map { "\($0.version)" } ?? "")
        return fields
    }
}
