import Domain
import Foundation
import Storage
import Web

extension Routes {
    static let deployments: [Route] = openings + watching + recording + communicating + counting

    private static let openings: [Route] = [
        .get("/inzetten", needs: .signedIn) { visit, tx in
            .page(DeploymentPages.list(try DeploymentsPage(visit, tx)))
        },
        .get("/inzetten/nieuw", needs: .permission(.openDeployments)) { visit, tx in
            .page(DeploymentFormPages.new(try OpeningPage(visit, tx), FormState()))
        },
        .post("/inzetten", needs: .permission(.openDeployments)) { visit, fields, change in
            let form = DeploymentForm(fields, at: visit.now)
            return try refusing(visit, fields, change.tx, DeploymentFormPages.new) {
                let id = try change.beginDeployment(OpeningRequest(form))
                return .redirect("/inzetten/\(id)", notice: "De inzet is geopend.")
            }
        },
        .get("/inzetten/klein", needs: .permission(.openDeployments)) { visit, tx in
            .page(DeploymentFormPages.small(try OpeningPage(visit, tx), FormState()))
        },
        .post("/inzetten/klein", needs: .permission(.openDeployments)) { visit, fields, change in
            let form = DeploymentForm(fields, at: visit.now)
            return try refusing(visit, fields, change.tx, DeploymentFormPages.small) {
                let id = try change.recordSmallDeployment(OpeningRequest(small: form), form.small)
                if visit.request.wantsJSON {
                    return try .json(EntryReceipt(nummer: 1, dubbel: false, tegelijk: false))
                }
                return .redirect(
                    "/inzetten/\(id)", notice: "Vastgelegd. De gemeente leest het morgenochtend.")
            }
        },
        .get("/inzetten/opschalen", needs: .permission(.openDeployments)) { visit, tx in
            let code = Code<Municipality>(visit.request.query["gemeente"])
            let model = try OpeningPage(visit, tx, in: code)
            guard let place = model.municipalities.first(where: { $0.code == code }) else {
                return .page(DeploymentFormPages.place(model))
            }
            return .page(DeploymentFormPages.domain(model, place))
        },
        .post("/inzetten/opschalen", needs: .permission(.openDeployments)) { visit, fields, change in
            let form = DeploymentForm(fields, at: visit.now)
            return try refusing(visit, fields, change.tx, { model, _ in DeploymentFormPages.place(model) }) {
                let request = OpeningRequest(scaling: form)
                let id = try change.beginDeployment(request)
                let who = request.flexible?.askedBy ?? ""
                return .redirect(
                    "/inzetten/\(id)",
                    notice:
                        "Lees terug: \(who) vraagt hulp, \(request.flexible?.domain.word ?? ""). Het is begonnen."
                )
            }
        },
    ]

    private static let watching: [Route] = [
        .get("/inzetten/:id", needs: .signedIn) { visit, tx in
            let model = try DeploymentPage(visit, tx)
            return .page(DeploymentPages.deployment(model))
        },
        .get("/inzetten/:id/log", needs: .signedIn) { visit, tx in
            .page(
                DeploymentPages.log(try DeploymentPage(visit, tx, through: Int(visit.request.query["tot"]))))
        },
        .get("/inzetten/:id/beeld", needs: .signedIn) { visit, tx in
            .page(OwnPicturePages.picture(try DeploymentPage(visit, tx)))
        },
        .get("/inzetten/:id/beeld/nieuw", needs: .signedIn) { visit, tx in
            let model = try DeploymentPage(visit, tx)
            guard model.mayRecord else { throw WebFailure.forbidden }
            let query = visit.request.query
            let number = ["vervangt", "beslist", "regel"].lazy.compactMap { Int(query[$0]) }.first
            let entry = try number.flatMap { try tx.entry($0, in: model.deployment.id) }
            let start = StatementStart(query, entry, isCoordinator: model.access.isCoordinator)
            return .page(OwnPicturePages.statementForm(model, start))
        },
        .get("/inzetten/:id/beeld/versies/:number", needs: .signedIn) { visit, tx in
            let entry = try visit.entry(of: try DeploymentPage(visit, tx), tx)
            guard case .version(let frozen) = entry.content else { throw WebFailure.notFound }
            return .page(OwnPicturePages.frozen(frozen, try DeploymentPage(visit, tx, version: entry)))
        },
        .get("/inzetten/:id/beeld/:number", needs: .signedIn) { visit, tx in
            let model = try DeploymentPage(visit, tx)
            let entry = try visit.entry(of: model, tx)
            guard entry.content.kind == .statement else { throw WebFailure.notFound }
            return .page(OwnPicturePages.copy(entry, model))
        },
        .get("/inzetten/:id/besluiten", needs: .signedIn) { visit, tx in
            .page(DecisionPages.decisions(try DeploymentPage(visit, tx)))
        },
        .get("/inzetten/:id/mensen", needs: .signedIn) { visit, tx in
            let model = try DeploymentPage(visit, tx)
            return .page(TeamPages.people(model, try DeploymentCrew(model, tx)))
        },
        .get("/inzetten/:id/alarm", needs: .permission(.raiseAlarm)) { visit, tx in
            let model = try DeploymentPage(visit, tx)
            return .page(TeamPages.alarmForm(model, try DeploymentCrew(model, tx)))
        },
        .get("/inzetten/:id/communicatie", needs: .signedIn) { visit, tx in
            .page(CommunicationPages.communication(try DeploymentPage(visit, tx)))
        },
        .get("/inzetten/:id/opschaling", needs: .signedIn) { visit, tx in
            .page(DeploymentFormPages.level(try DeploymentPage(visit, tx)))
        },
        .get("/inzetten/:id/wacht", needs: .signedIn) { visit, tx in
            .page(DeploymentFormPages.watch(try DeploymentPage(visit, tx)))
        },
        .get("/inzetten/:id/einde", needs: .signedIn) { visit, tx in
            .page(DeploymentFormPages.ending(try DeploymentPage(visit, tx)))
        },
        .get("/inzetten/:id/toen", needs: .signedIn) { visit, tx in
            .page(DeploymentFormPages.then(try DeploymentPage(visit, tx, at: visit.knownAt)))
        },
        .get("/inzetten/:id/regels/:number", needs: .signedIn) { visit, tx in
            let model = try DeploymentPage(visit, tx)
            return .page(EntryPages.beforeReading(try visit.entry(of: model, tx), model))
        },
        .post("/inzetten/:id/regels/:number/lezing", needs: .signedIn) { visit, _, change in
            var model = try DeploymentPage(visit, change.tx)
            let entry = try change.readConfidential(
                try visit.entry(of: model, change.tx).number, in: model.deployment.id)
            model.opened = entry
            return .page(EntryPages.reading(entry, model))
        },
    ]

    private static let recording: [Route] = [
        entry("/regels", "Vastgelegd.") { form, _ in form.note },
        entry("/niveaus", "Vastgelegd.") { form, desk in form.level(try desk.state().municipalities) },
        entry("/beeld", "Het staat in het beeld.", to: "/beeld") { form, _ in form.statement },
        entry("/beeld/versies", "Deze versie van het beeld ligt vast.", to: "/beeld") { form, desk in
            let version = try desk.state().pictureVersion + 1
            return form.draft(
                .version(PictureVersion(version: version)), "Beeld versie \(version) vastgelegd.")
        },
        change("/beeld/:number/lcms", "Genoteerd: overgenomen in LCMS.", to: "/beeld") { form, entry in
            form.draft(
                .copied(PictureCopy(statement: entry.number)), "Regel \(entry.number) overgenomen in LCMS.")
        },
        entry("/besluiten", "Het besluit ligt vast.", to: "/besluiten") { form, desk in
            let version = try desk.state().pictureVersion
            return form.decision(picture: version == 0 ? nil : version, by: form.author)
        },
        change("/besluiten/:number/effect", "Vastgelegd.", to: "/besluiten") { form, entry in
            guard case .decision(let decision) = entry.content else { throw WebFailure.notFound }
            return form.effect(entry, decision)
        },
        entry("/bezwaren", "Het bezwaar ligt vast.", to: "/besluiten") { form, _ in form.objection },
        entry("/acties", "De actie staat erbij.", to: "/besluiten") { form, _ in
            form.action(by: form.author)
        },
        change("/acties/:number", "Bijgewerkt.", to: "/besluiten") { form, entry in
            guard case .action(let action) = entry.content else { throw WebFailure.notFound }
            return form.change(entry, action)
        },
        entry("/teams", "Het team staat erbij.", to: "/mensen") { form, _ in form.team },
        change("/teams/:number", "Bijgewerkt.", to: "/mensen") { form, entry in
            guard case .team(let team) = entry.content else { throw WebFailure.notFound }
            return form.change(entry, team)
        },
        .post("/inzetten/:id/mensen", needs: .signedIn) { visit, fields, change in
            guard let person = ID<Functionary>(fields["persoon"]),
                let functionary = try change.tx.functionary(person),
                let function = try change.tx.functions().first(where: { $0.code.text == fields["functie"] })
            else {
                return .redirect(
                    "/inzetten/\(try visit.id("id", of: Deployment.self))/mensen",
                    notice: "Kies wie er is ingezet.")
            }
            return try visit.write(fields, "Ingezet.", to: "/mensen", &change) { form, _ in
                form.draft(
                    .member(DeploymentMember(person: person.description, function: function.code)),
                    "\(functionary.name.full) ingezet als \(function.name).")
            }
        },
        entry("/wacht", "Vastgelegd.") { form, desk in form.watch(try desk.state()) },
        entry("/einde", "De inzet is afgesloten.") { form, _ in form.ending },
        .post("/inzetten/:id/alarm", needs: .permission(.raiseAlarm)) { visit, fields, change in
            let id: ID<Deployment> = try visit.id("id")
            let functions = try change.tx.functions()
            let posts = functions.compactMap { function -> AlarmRequest.Post? in
                Int(fields["aantal-\(function.code)"]).flatMap { wanted in
                    wanted > 0 ? AlarmRequest.Post(function: function.code, wanted: wanted) : nil
                }
            }
            do {
                let alarm = try change.raiseAlarm(
                    for: id, posts, in: Code(fields["gemeente"]), key: fields["sleutel"])
                return .redirect("/alarmen/\(alarm)", notice: "Het alarm is gegeven.")
            } catch let refusal as AlarmRefusal {
                return .redirect("/inzetten/\(id)/alarm", notice: refusal.sentence)
            }
        },
    ]

    private static let communicating: [Route] = [
        entry("/berichten", "Vrijgegeven.", to: "/communicatie") { form, desk in
            form.message(isExercise: desk.deployment.isExercise)
        },
        entry("/omgeving", "Vastgelegd.", to: "/communicatie") { form, _ in form.report },
    ]

    /// A form that writes one entry.
    static func entry(
        _ path: String, _ notice: String, to back: String = "",
        _ make: @escaping @Sendable (DeploymentForm, EntryDesk) throws -> EntryDraft
    ) -> Route {
        .post("/inzetten/:id\(path)", needs: .signedIn) { visit, fields, change in
            try visit.write(fields, notice, to: back, &change, make)
        }
    }

    /// A form that writes what follows on the entry that its address names.
    static func change(
        _ path: String, _ notice: String, to back: String = "",
        _ make: @escaping @Sendable (DeploymentForm, DeploymentEntry) throws -> EntryDraft
    ) -> Route {
        .post("/inzetten/:id\(path)", needs: .signedIn) { visit, fields, change in
            let number = try visit.entryNumber
            return try visit.write(fields, notice, to: back, &change) { form, desk in
                try make(form, try desk.entry(number))
            }
        }
    }

    private static let counting: [Route] = [
        .get("/inzetten/:id/meetellen", needs: .permission(.editProgramme)) { visit, tx in
            .page(CountDeploymentPages.form(try DeploymentCountPage(visit, tx), FormState()))
        },
        .post("/inzetten/:id/meetellen", needs: .permission(.editProgramme)) { visit, fields, change in
            let id: ID<Deployment> = try visit.id("id")
            do {
                try change.countDeployment(id, DeploymentCount(DeploymentForm(fields, at: visit.now)))
                return .redirect("/inzetten/\(id)/mensen", notice: "Goedgekeurd: het telt mee.")
            } catch let refusal as CountRefusal {
                let error = FieldError(refusal.field, refusal.sentence)
                let page = try DeploymentCountPage(visit, change.tx)
                return .refused(CountDeploymentPages.form(page, FormState(fields, errors: [error])))
            }
        },
    ]

    private static func refusing(
        _ visit: Visit, _ fields: FormFields, _ tx: Transaction, _ page: (OpeningPage, FormState) -> Page,
        _ body: () throws -> Answer
    ) throws -> Answer {
        do {
            return try body()
        } catch let refusal as OpeningRefusal {
            let isSmall = fields.names.contains("gedaan")
            let field = isSmall && refusal.field == "titel" ? "gedaan" : refusal.field
            return .refused(
                page(
                    try OpeningPage(visit, tx),
                    FormState(fields, errors: [FieldError(field, refusal.sentence)])))
        }
    }
}

/// Somebody sent a form without words in it.
private struct NothingWritten: Error {}

extension Visit {
    fileprivate var entryNumber: Int {
        get throws {
            guard let number = request.parameters["number"].flatMap({ Int($0) }) else {
                throw WebFailure.notFound
            }
            return number
        }
    }

    /// The entry that the address names.
    fileprivate func entry(of model: DeploymentPage, _ tx: Transaction) throws -> DeploymentEntry {
        guard let entry = try tx.entry(try entryNumber, in: model.deployment.id) else {
            throw WebFailure.notFound
        }
        return entry
    }

    /// Writes what a form of a deployment says, and leads back to the page that it was on.
    func write(
        _ fields: FormFields, _ notice: String, to back: String, _ change: inout Change,
        _ make: (DeploymentForm, EntryDesk) throws -> EntryDraft
    ) throws -> Answer {
        let id: ID<Deployment> = try id("id")
        let path = "/inzetten/\(id)"
        let form = DeploymentForm(fields, at: now, author: signedIn.displayName)
        let recorded: RecordedEntry
        do {
            recorded = try change.recordEntry(in: id) { desk in
                let draft = try make(form, desk)
                if draft.text.isEmpty { throw NothingWritten() }
                return draft
            }
        } catch is NothingWritten {
            return .redirect("\(path)\(back)", notice: "Er stond niets in; er is niets vastgelegd.")
        }
        if request.wantsJSON {
            return try .json(
                EntryReceipt(
                    nummer: recorded.number, dubbel: recorded.isDuplicate, tegelijk: recorded.isContested))
        }
        let told =
            recorded.isContested
            ? "Vastgelegd. Iemand anders wijzigde dit tegelijk: beide staan er." : notice
        return .redirect("\(path)\(back)", notice: told)
    }

    /// The moment that the page of then asks for; nil when it asks for none.
    fileprivate var knownAt: Instant? {
        guard let day = Dutch.day(request.query["dag"]),
            let minutes = Dutch.minutesOfDay(request.query["tijd"])
        else { return nil }
        // To the end of that minute: what was written in it was known.
        return Instant(
            milliseconds: Amsterdam.instant(day, hour: minutes / 60, minute: minutes % 60)
                .adding(minutes: 1).milliseconds - 1)
    }
}
