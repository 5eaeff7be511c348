import Domain
import Sheets
import Storage
import Web

extension Routes {
    static let money: [Route] = moneyPages + moneyForms + budgetRequests + ledgerImport

    private static let moneyPages: [Route] = [
        .get("/geld", needs: .permission(.seePlan)) { visit, tx in
            .page(MoneyPages.overview(try MoneyPage(visit, tx)))
        },
        .get("/geld/jaar/:year", needs: .permission(.seePlan)) { visit, tx in
            .page(MoneyPages.year(try MoneyYearPage(visit, tx)))
        },
        .get("/geld/jaar/:year/verantwoording", needs: .permission(.seePlan)) { visit, tx in
            .page(AccountabilityPages.page(try MoneyYearPage(visit, tx)))
        },
        .get("/geld/jaar/:year/verantwoording.pdf", needs: .permission(.seePlan)) { visit, tx in
            let model = try MoneyYearPage(visit, tx)
            return .pdf(AccountabilityPages.paper(model), page: "\(model.path)/verantwoording")
        },
    ]

    private static let moneyForms: [Route] = [
        .get("/geld/begroting", needs: .permission(.editPlan)) { visit, tx in
            let model = try MoneyPage(visit, tx)
            let known = model.years.first { "\($0.year)" == visit.request.query["jaar"] }?.budget
            let fields = known.map { FormFields($0, activities: model.activities) } ?? FormFields()
            return .page(MoneyFormPages.budget(model, FormState(fields)))
        },
        .post("/geld/begroting", needs: .permission(.editPlan)) { visit, fields, change in
            let model = try MoneyPage(visit, change.tx)
            return try refusingMoney(fields, { MoneyFormPages.budget(model, $0) }) {
                let budget = try Budget(fields, id: change.newID(), activities: model.activities)
                try change.decideBudget(budget)
                return .redirect(
                    "/geld/jaar/\(budget.year)", notice: "De begroting \(budget.year) is vastgelegd.")
            }
        },
        .get("/geld/sleutels/nieuw", needs: .permission(.editPlan)) { visit, tx in
            .page(MoneyFormPages.key(try MoneyPage(visit, tx), FormState()))
        },
        .post("/geld/sleutels/nieuw", needs: .permission(.editPlan)) { visit, fields, change in
            let model = try MoneyPage(visit, change.tx)
            return try refusingMoney(fields, { MoneyFormPages.key(model, $0) }, names: model.names) {
                let stored = try StoredKey(
                    fields, id: change.newID(), municipalities: try change.tx.municipalities())
                try change.keepKey(stored)
                return .redirect(
                    "/geld", notice: "De sleutel ‘\(stored.key.name)’ is vastgelegd vanaf \(stored.fromYear)."
                )
            }
        },
    ]

    private static let budgetRequests: [Route] = [
        .get("/geld/aanvraag", needs: .permission(.editPlan)) { visit, tx in
            let fields = FormFields([
                "jaar": "\(visit.today.parts.year + 1)", "dag": Dutch.shortDate(visit.today),
            ])
            return .page(MoneyFormPages.request(try MoneyPage(visit, tx), FormState(fields)))
        },
        .post("/geld/aanvraag", needs: .permission(.editPlan)) { visit, fields, change in
            let model = try MoneyPage(visit, change.tx)
            return try refusingMoney(fields, { MoneyFormPages.request(model, $0) }) {
                let request = try BudgetRequest(fields, id: change.newID())
                try change.requestBudget(request)
                return .redirect("/geld/aanvraag/\(request.year)", notice: "De aanvraag is vastgelegd.")
            }
        },
        .get("/geld/aanvraag/:year", needs: .permission(.seePlan)) { visit, tx in
            let state = FormState(FormFields(["dag": Dutch.shortDate(visit.today)]))
            return .page(RequestPages.page(try RequestPage(visit, tx), state))
        },
        .get("/geld/aanvraag/:year/aanvraag.pdf", needs: .permission(.seePlan)) { visit, tx in
            let model = try RequestPage(visit, tx)
            return .pdf(RequestPages.paper(model), page: model.path)
        },
        .post("/geld/aanvraag/:year/stand", needs: .permission(.editPlan)) { visit, fields, change in
            let model = try RequestPage(visit, change.tx)
            return try refusingMoney(fields, { RequestPages.page(model, $0) }) {
                var form = FormReading(fields)
                let place = form.choice("gemeente", among: model.progress.rows) { $0.municipality.text }
                let state: RequestState? = form.choice("stand")
                let day = form.day("dag")
                let note = form.text("toelichting")
                guard form.errors.isEmpty, let place, let state, let day else {
                    throw FormRefusal(form.errors)
                }
                try change.recordStep(
                    RequestStep(
                        id: change.newID(), request: model.request.id, municipality: place.municipality,
                        state: state, day: day, note: note))
                return .redirect(model.path, notice: "Vastgelegd.")
            }
        },
    ]

    private static let ledgerImport: [Route] = ListImport.ledger.routes(
        needs: .permission(.editPlan),
        faults: { fields in
            fields["bron"].isEmpty || fields["bron"].count > FormReading.lineMax
                ? [
                    FieldError(
                        "bron",
                        "Schrijf op waar de totalen vandaan komen, in hoogstens \(FormReading.lineMax) tekens."
                    )
                ]
                : []
        },
        look: { file, visit, _, tx in
            ListPreview(try tx.ledgerOutcome(try tx.ledger(file, visit.today)))
        },
        apply: { file, visit, fields, change in
            let outcome = try change.importLedger(
                try change.tx.ledger(file, visit.today), source: fields["bron"])
            return ("/geld", "Ingelezen: \(Dutch.count(outcome.changes.count, "totaal", "totalen")).")
        })
}

/// Runs a write; when it is refused, shows the form again with what was typed and what is wrong.
private func refusingMoney(
    _ fields: FormFields, _ page: (FormState) -> Page, names: [Code<Municipality>: String] = [:],
    _ body: () throws -> Answer
) throws -> Answer {
    func refused(_ errors: [FieldError]) -> Answer { .refused(page(FormState(fields, errors: errors))) }
    do {
        return try body()
    } catch let refusal as FormRefusal {
        return refused(refusal.errors)
    } catch let refusal as KeyRefusal {
        return refused([FieldError(refusal.field, refusal.sentence(names))])
    } catch let fault as BudgetFault {
        return refused([FieldError(fault.field, fault.sentence)])
    } catch let refusal as StepRefusal {
        return refused(refusal.faults.map { FieldError("dag", $0.sentence) })
    }
}

extension Transaction {
    fileprivate func ledger(_ file: StoredFile, _ today: Day) throws -> LedgerFile {
        switch ImportRecord.read(content: try blobContent(file.blob), rowsMax: LedgerFile.rowsMax) {
        case .success(let records): LedgerFile.read(records: records, today: today)
        case .failure(let fault): LedgerFile.refused(fault)
        }
    }
}
