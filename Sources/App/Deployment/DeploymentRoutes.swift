import Domain
import Storage
import Web

extension Routes {
    static let deployments: [Route] = openings + watching + deploymentEntries

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
                let id = try change.recordSmallDeployment(
                    OpeningRequest(small: form), try form.small())
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

    private static func refusing(
        _ visit: Visit, _ fields: FormFields, _ tx: Transaction, _ page: (OpeningPage, FormState) -> Page,
        _ body: () throws -> Answer
    ) throws -> Answer {
        do {
            if let refusal = DeploymentForm(fields, at: visit.now).refusal { throw refusal }
            return try body()
        } catch let refusal as EntryRefusal {
            return try visit.givenBack(fields, refusal)
        } catch OpeningRefusal.titleTooLong {
            let title = fields["titel"].tidied
            return try visit.givenBack(
                fields, .tooLong(field: "titel", count: title.count, most: OpeningRequest.titleMax))
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

extension Visit {
    /// The entry that the address names.
    fileprivate func entry(of model: DeploymentPage, _ tx: Transaction) throws -> DeploymentEntry {
        guard let entry = try tx.entry(try entryNumber, in: model.deployment.id) else {
            throw WebFailure.notFound
        }
        return entry
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
