import Domain
import Storage
import Web

extension Routes {
    static let decisions: [Route] =
        [
            .get("/besluiten", needs: .permission(.seeDecisions)) { visit, tx in
                .page(DecisionRegisterPages.register(try DecisionsPage(visit, tx)))
            },
            .get("/besluiten/stukken/:id", needs: .permission(.seeDecisions)) { visit, tx in
                .page(BoardPaperPages.paper(try BoardPaperPage(visit, tx)))
            },
        ] + keepingPapers + recordingOutcomes + keepingBodies + keepingRounds

    private static let keepingPapers: [Route] = [
        .get("/besluiten/stukken/nieuw", needs: .permission(.editDecisions)) { visit, tx in
            .page(BoardPaperFormPages.open(try tx.governingBodies(), csrf: visit.signedIn.csrf, FormState()))
        },
        .post("/besluiten/stukken", needs: .permission(.editDecisions)) { visit, fields, change in
            let bodies = try change.tx.governingBodies()
            let page = { BoardPaperFormPages.open(bodies, csrf: visit.signedIn.csrf, $0) }
            return try answering(fields, page) {
                var form = FormReading(fields)
                let typed = BoardPaper(&form, id: change.newID())
                let version = PaperVersion(&form)
                let paper = try form.finished(typed)
                try change.openPaper(paper, version: try form.finished(version))
                return .redirect("/besluiten/stukken/\(paper.id)", notice: "Het stuk is toegevoegd.")
            }
        },
        .get("/besluiten/stukken/:id/versie", needs: .permission(.editDecisions)) { visit, tx in
            .page(BoardPaperFormPages.version(try BoardPaperPage(visit, tx), FormState()))
        },
        .post("/besluiten/stukken/:id/versie", needs: .permission(.editDecisions)) { visit, fields, change in
            let model = try BoardPaperPage(visit, change.tx)
            return try tellingFaults(fields, { BoardPaperFormPages.version(model, $0) }) {
                var form = FormReading(fields)
                let typed = PaperVersion(&form)
                let version = try form.finished(typed)
                try change.addPaperVersion(version, to: model.file.paper.id)
                return .redirect(model.path, notice: "Versie \(version.label) is toegevoegd.")
            }
        },
        .get("/besluiten/stukken/:id/route", needs: .permission(.editDecisions)) { visit, tx in
            .page(BoardPaperFormPages.step(try BoardPaperPage(visit, tx), FormState()))
        },
        .post("/besluiten/stukken/:id/route", needs: .permission(.editDecisions)) { visit, fields, change in
            let model = try BoardPaperPage(visit, change.tx)
            return try tellingFaults(fields, { BoardPaperFormPages.step(model, $0) }) {
                let step = try PaperStep(fields, id: change.newID(), bodies: model.bodies)
                try change.addPaperStep(step, to: model.file.paper.id)
                return .redirect(model.path, notice: "\(model.name(step.body)) staat op de route.")
            }
        },
        .post("/besluiten/stukken/:id/route/:step/verwijdering", needs: .permission(.editDecisions)) {
            visit, _, change in
            let model = try BoardPaperPage(visit, change.tx)
            try change.removePaperStep(try visit.id("step"), from: model.file.paper.id)
            return .redirect(model.path, notice: "Van de route gehaald. Wat er is gezegd, blijft staan.")
        },
    ]

    private static let recordingOutcomes: [Route] = [
        .get("/besluiten/stukken/:id/uitkomst", needs: .permission(.editDecisions)) { visit, tx in
            let model = try BoardPaperPage(visit, tx)
            let fields = FormFields([
                "gremium": model.file.next?.body.text ?? "", "dag": Dutch.shortDate(visit.today),
            ])
            return .page(BoardPaperFormPages.outcome(model, FormState(fields)))
        },
        .post("/besluiten/stukken/:id/uitkomst", needs: .permission(.editDecisions)) {
            visit, fields, change in
            let model = try BoardPaperPage(visit, change.tx)
            return try tellingFaults(fields, { BoardPaperFormPages.outcome(model, $0) }) {
                let outcome = try PaperOutcome(fields, id: change.newID(), bodies: model.bodies)
                try change.recordOutcome(outcome, of: model.file.paper.id)
                return .redirect(
                    model.path, notice: "Vastgelegd: \(model.name(outcome.body)), \(outcome.verdict.word).")
            }
        },
        .get("/besluiten/stukken/:id/uitkomst/:outcome/handtekening", needs: .permission(.editDecisions)) {
            visit, tx in
            let (model, outcome) = try visit.outcome(tx)
            let fields = FormFields(["dag": Dutch.shortDate(visit.today)])
            return .page(BoardPaperFormPages.signature(outcome, model, FormState(fields)))
        },
        .post("/besluiten/stukken/:id/uitkomst/:outcome/handtekening", needs: .permission(.editDecisions)) {
            visit, fields, change in
            let (model, outcome) = try visit.outcome(change.tx)
            return try tellingFaults(fields, { BoardPaperFormPages.signature(outcome, model, $0) }) {
                var form = FormReading(fields)
                let office = form.choice("ambt", of: SigningOffice.self)
                let day = form.day("dag")
                try change.signOutcome(
                    outcome.id, of: model.file.paper.id, by: try form.finished(office),
                    on: try form.finished(day))
                return .redirect(model.path, notice: "De ondertekening is vastgelegd.")
            }
        },
    ]

    private static let keepingBodies: [Route] = [
        .get("/besluiten/gremia", needs: .permission(.seeDecisions)) { visit, tx in
            .page(
                DecisionRegisterPages.bodies(
                    try tx.governingBodies(), mayEdit: visit.signedIn.may(.editDecisions)))
        },
        .get("/besluiten/gremia/nieuw", needs: .permission(.editDecisions)) { visit, _ in
            .page(DecisionRegisterPages.bodyForm(nil, csrf: visit.signedIn.csrf, FormState()))
        },
        .post("/besluiten/gremia", needs: .permission(.editDecisions)) { visit, fields, change in
            let page = { DecisionRegisterPages.bodyForm(nil, csrf: visit.signedIn.csrf, $0) }
            return try answering(fields, page) {
                let body = try GoverningBody(fields, code: nil)
                guard try !change.tx.governingBodies().contains(where: { $0.code == body.code }) else {
                    throw FormRefusal("code", "Er is al een gremium \(body.code).")
                }
                try change.saveGoverningBody(body)
                return .redirect("/besluiten/gremia", notice: "\(body.name) is toegevoegd.")
            }
        },
        .get("/besluiten/gremia/:body", needs: .permission(.editDecisions)) { visit, tx in
            let body = try visit.governingBody(tx)
            let state = FormState(FormFields(body))
            return .page(DecisionRegisterPages.bodyForm(body, csrf: visit.signedIn.csrf, state))
        },
        .post("/besluiten/gremia/:body", needs: .permission(.editDecisions)) { visit, fields, change in
            let body = try visit.governingBody(change.tx)
            let page = { DecisionRegisterPages.bodyForm(body, csrf: visit.signedIn.csrf, $0) }
            return try answering(fields, page) {
                try change.saveGoverningBody(try GoverningBody(fields, code: body.code))
                return .redirect("/besluiten/gremia", notice: "Opgeslagen.")
            }
        },
    ]

    private static let keepingRounds: [Route] = [
        .get("/besluiten/gesprekken", needs: .permission(.seeDecisions)) { visit, tx in
            .page(RoundPages.list(try RoundsPage(visit, tx)))
        },
        .get("/besluiten/gesprekken/nieuw", needs: .permission(.editDecisions)) { visit, tx in
            .page(RoundPages.form(nil, try RoundsPage(visit, tx), FormState()))
        },
        .post("/besluiten/gesprekken", needs: .permission(.editDecisions)) { visit, fields, change in
            let model = try RoundsPage(visit, change.tx)
            return try answering(fields, { RoundPages.form(nil, model, $0) }) {
                try change.saveRound(
                    try ConversationRound(fields, id: change.newID(), bodies: model.bodies))
                return .redirect("/besluiten/gesprekken", notice: "De gespreksronde is toegevoegd.")
            }
        },
        .get("/besluiten/gesprekken/:id", needs: .permission(.editDecisions)) { visit, tx in
            let model = try RoundsPage(visit, tx)
            let round = try model.round(visit)
            return .page(RoundPages.form(round, model, FormState(FormFields(round))))
        },
        .post("/besluiten/gesprekken/:id", needs: .permission(.editDecisions)) { visit, fields, change in
            let model = try RoundsPage(visit, change.tx)
            let round = try model.round(visit)
            return try answering(fields, { RoundPages.form(round, model, $0) }) {
                try change.saveRound(try ConversationRound(fields, id: round.id, bodies: model.bodies))
                return .redirect("/besluiten/gesprekken", notice: "Opgeslagen.")
            }
        },
        .get("/besluiten/gesprekken/:id/draad", needs: .permission(.editDecisions)) { visit, tx in
            let round = try RoundsPage(visit, tx).round(visit)
            return .page(RoundPages.thread(round, csrf: visit.signedIn.csrf, FormState()))
        },
        .post("/besluiten/gesprekken/:id/draad", needs: .permission(.editDecisions)) {
            visit, fields, change in
            let round = try RoundsPage(visit, change.tx).round(visit)
            let page = { RoundPages.thread(round, csrf: visit.signedIn.csrf, $0) }
            return try answering(fields, page) {
                try change.addRedThread(try RedThread(fields, id: change.newID(), round: round.id))
                return .redirect("/besluiten/gesprekken", notice: "De rode draad is toegevoegd.")
            }
        },
    ]

    /// What the rules say against it stands at the fields, like what is wrong with the form itself.
    private static func tellingFaults(
        _ fields: FormFields, _ page: (FormState) -> Page, _ body: () throws -> Answer
    ) throws -> Answer {
        try answering(fields, page) {
            do {
                return try body()
            } catch let refusal as OutcomeRefusal {
                throw FormRefusal(refusal.faults.map { FieldError($0.field, $0.sentence) })
            } catch let fault as PaperFault {
                throw FormRefusal(fault.field, fault.sentence)
            }
        }
    }
}

extension Visit {
    /// - Throws: `WebFailure.notFound`.
    fileprivate func outcome(_ tx: Transaction) throws -> (BoardPaperPage, PaperOutcome) {
        let model = try BoardPaperPage(self, tx)
        let id: ID<PaperOutcome> = try id("outcome")
        guard let outcome = model.file.outcomes.first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        return (model, outcome)
    }

    /// - Throws: `WebFailure.notFound`.
    fileprivate func governingBody(_ tx: Transaction) throws -> GoverningBody {
        let code: Code<GoverningBody> = code("body")
        guard let body = try tx.governingBodies().first(where: { $0.code == code }) else {
            throw WebFailure.notFound
        }
        return body
    }
}
