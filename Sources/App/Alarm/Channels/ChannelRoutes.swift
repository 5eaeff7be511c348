import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    private static let needs = Need.permission(.manageChannels)

    static let channels: [Route] =
        [
            .get("/kanalen", needs: needs) { visit, tx in
                let page = try ChannelsPage(visit, tx)
                return .page(ChannelPages.list(page, FormState(page.fields)))
            },
            .get("/kanalen/nieuw", needs: needs) { visit, _ in
                let page = try ChannelPage(visit, example: visit.request.query["voorbeeld"])
                return .page(ChannelPages.channel(page, FormState(page.fields(name: ""))))
            },
            Route(method: .post, path: "/kanalen", needs: needs, action: .slow(addChannel)),
            .post("/kanalen/adres", needs: needs) { visit, fields, change in
                do {
                    try change.setSiteAddress(fields["site"])
                    return .redirect("/kanalen", notice: "Het adres is opgeslagen.")
                } catch is SiteAddressRefusal {
                    let state = FormState(fields, errors: [FieldError("site", SiteAddressRefusal.sentence)])
                    return .refused(ChannelPages.list(try ChannelsPage(visit, change.tx), state))
                }
            },
            .get("/kanalen/:channel", needs: needs) { visit, tx in
                let page = try ChannelPage(visit, tx, try visit.id("channel"))
                return .page(ChannelPages.channel(page, FormState(page.fields(name: ""))))
            },
            Route(method: .post, path: "/kanalen/:channel", needs: needs, action: .slow(changeChannel)),
            .post("/kanalen/:channel/staat", needs: needs) { visit, fields, change in
                let id: ID<ChannelSetup> = try visit.id("channel")
                try change.setChannel(id, isOpen: fields["staat"] == "open")
                return .redirect("/kanalen", notice: "De staat van het kanaal is gewijzigd.")
            },
            .post("/kanalen/:channel/geheim", needs: needs) { visit, _, change in
                let id: ID<ChannelSetup> = try visit.id("channel")
                return .page(ChannelPages.inboundSecret(id, try change.makeInboundSecret(of: id)))
            },
            Route(method: .post, path: "/kanalen/:channel/proef", needs: needs, action: .slow(tryChannel)),
        ] + inbound

    /// Providers hand over what came in; GET too, because Kannel and others know nothing else. Nothing happens
    /// but storing, once per message.
    private static var inbound: [Route] {
        [("antwoord", InboundMessage.Kind.reply), ("ontvangst", .report)].flatMap { name, kind in
            [HTTPRequest.Method.get, .post].map { method in
                Route(
                    method: method, path: "/koppeling/:channel/\(name)", needs: .nobody,
                    action: .open { application, request in
                        try await application.receiveInbound(kind, request)
                    })
            }
        }
    }

    @Sendable private static func addChannel(
        _ application: Application, _ visit: Visit, _ fields: FormFields
    ) async throws -> Answer {
        let page = try ChannelPage(visit, example: fields["voorbeeld"])
        return try await save(nil, page, application, visit, fields)
    }

    @Sendable private static func changeChannel(
        _ application: Application, _ visit: Visit, _ fields: FormFields
    ) async throws -> Answer {
        let id: ID<ChannelSetup> = try visit.id("channel")
        let page = try await application.storage.read { tx in try ChannelPage(visit, tx, id) }
        return try await save(id, page, application, visit, fields)
    }

    private static func save(
        _ id: ID<ChannelSetup>?, _ page: ChannelPage, _ application: Application, _ visit: Visit,
        _ fields: FormFields
    ) async throws -> Answer {
        let draft = ChannelDraft(page, fields)
        do {
            let saved = try await application.storage.change(
                by: visit.actor, at: visit.now, randomness: visit.randomness
            ) { change in
                try change.saveChannel(id, draft)
            }
            return .redirect(
                "/kanalen/\(saved)", notice: "Het kanaal is opgeslagen. Probeer het hieronder uit.")
        } catch ChannelRefusal.faults(let faults) {
            let errors = ChannelPages.fieldNames(page.form).compactMap { name in
                faults[name].map { FieldError(name, $0.sentence) }
            }
            return .refused(ChannelPages.channel(page, FormState(fields, errors: errors)))
        }
    }

    @Sendable private static func tryChannel(
        _ application: Application, _ visit: Visit, _ fields: FormFields
    ) async throws -> Answer {
        let id: ID<ChannelSetup> = try visit.id("channel")
        let page = try await application.storage.read { tx in try ChannelPage(visit, tx, id) }
        var random = visit.randomness
        let message = OutgoingMessage(
            key: "proef-\(random.bytes(8).hexadecimal)", kind: page.kind, address: fields["adres"],
            subject: "Proefbericht van Oranje",
            text: fields["proeftekst"].isEmpty ? ChannelPages.trialText : fields["proeftekst"],
            possibleDuplicate: false, exercise: true)
        let started = ContinuousClock.now
        let switchboard = try await application.switchboard(with: id)
        guard let trial = await switchboard.trial(over: id, message) else { throw WebFailure.notFound }
        let took = ContinuousClock.now - started
        try await application.noteChannelStatuses()
        let source = random
        try await application.storage.change(by: visit.actor, at: visit.now, randomness: source) { change in
            try change.recordTrial(of: id, trial.outcome)
        }
        return .page(
            ChannelPages.trial(
                page, trial, message, milliseconds: Int(took / .milliseconds(1))))
    }
}

extension ChannelDraft {
    init(_ page: ChannelPage, _ fields: FormFields) {
        var texts: [String: String] = [:]
        for name in page.form.fields.keys { texts[name] = fields.raw(name).replacing("\r\n", with: "\n") }
        kind = page.kind
        name = String(fields["naam"].prefix(100))
        rank = Int(fields["volgorde"]) ?? 1
        let form = ChannelSetup.Form(page.form.name, texts) ?? page.form
        self.form = form
        let typed = form.secretNames.map { ($0, fields.raw("geheim-\($0)")) }
        secrets = Dictionary(uniqueKeysWithValues: typed.filter { !$0.1.isEmpty })
        version = page.setup == nil ? nil : Int(fields["versie"]) ?? -1
    }
}
