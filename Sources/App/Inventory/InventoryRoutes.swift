import Domain
import HTTPTypes
import Sheets
import Storage
import Web

extension Routes {
    static let inventory: [Route] =
        [
            .get("/inventaris", needs: .permission(.seeAgreements)) { visit, tx in
                .page(InventoryPages.list(try InventoriesPage(visit, tx)))
            },
            .get("/inventaris/nieuw", needs: .permission(.editAgreements)) { visit, _ in
                let fields = FormFields(["peildag": Dutch.shortDate(visit.today)])
                return .page(InventoryFormPages.open(csrf: visit.signedIn.csrf, FormState(fields)))
            },
            .post("/inventaris", needs: .permission(.editAgreements)) { visit, fields, change in
                try answering(fields, { InventoryFormPages.open(csrf: visit.signedIn.csrf, $0) }) {
                    let round = try InventoryRound(fields, id: change.newID(), today: visit.today)
                    try change.openInventory(round)
                    return .redirect("/inventaris/\(round.id)", notice: "De inventarisatie staat open.")
                }
            },
            .get("/inventaris/vragen/:question", needs: .permission(.seeAgreements)) { visit, tx in
                .page(InventoryPages.years(try InventoryYearsPage(visit, tx)))
            },
            .get("/inventaris/:round", needs: .permission(.seeAgreements)) { visit, tx in
                .page(InventoryPages.round(try InventoryPage(visit, tx)))
            },
            .get("/inventaris/:round/:gemeente/:part", needs: .permission(.answerInventory)) { visit, tx in
                let model = try InventoryPartPage(visit, tx)
                return .page(InventoryFormPages.part(model, FormState(model.fields)))
            },
            .post("/inventaris/:round/:gemeente/:part", needs: .permission(.answerInventory)) {
                visit, fields, change in
                try fill(visit, fields, &change)
            },
        ]
        + Route.downloads(
            "/inventaris/:round/lijst", needs: .permission(.seeAgreements), SheetTable.inventory)

    private static func fill(
        _ visit: Visit, _ fields: FormFields, _ change: inout Change
    ) throws -> Answer {
        let model = try InventoryPartPage(visit, change.tx)
        return try answering(fields, { InventoryFormPages.part(model, $0) }) {
            let edits = try [InventoryEdit](fields, model.questions)
            let result = try change.fillInventory(
                edits, of: model.municipality.code, in: model.inventory.round)
            guard !result.conflicts.isEmpty else {
                return .redirect(
                    model.inventory.path,
                    notice:
                        "\(model.section.word.capitalisedFirst): \(Dutch.count(result.savedCount, "antwoord", "antwoorden")) opgeslagen."
                )
            }
            let again = try InventoryPartPage(visit, change.tx)
            return .page(
                InventoryFormPages.part(again, again.state(after: fields, result), saved: result.savedCount),
                status: .conflict)
        }
    }
}

extension InventoryRound {
    fileprivate init(_ fields: FormFields, id: ID<InventoryRound>, today: Day) throws(FormRefusal) {
        var form = FormReading(fields)
        let title = form.text("titel", "de titel")
        let day = form.day("peildag")
        let closes = form.day("sluit")
        if let closes, closes < today {
            form.refuse("sluit", "Deze dag is voorbij; dan kan niemand iets invullen.")
        }
        guard form.errors.isEmpty, let day, let closes else { throw FormRefusal(form.errors) }
        self.init(id: id, title: title, referenceDay: day, closesOn: closes)
    }
}

extension [InventoryEdit] {
    /// - Throws: `FormRefusal` with every answer that is none to its question.
    fileprivate init(_ fields: FormFields, _ questions: [InventoryQuestion]) throws(FormRefusal) {
        var form = FormReading(fields)
        var edits: [InventoryEdit] = []
        for question in questions {
            guard let value = question.answer(fields[question.code.text]) else {
                form.refuse(question.code.text, question.refusal)
                continue
            }
            let base = Int(fields[InventoryPartPage.versionField(question)]) ?? 0
            edits.append(InventoryEdit(question: question.code, base: base, value: value))
        }
        let answers = Dictionary(
            edits.map { ($0.question, $0.value) }, uniquingKeysWith: { first, _ in first })
        for (part, whole) in questions.excesses(answers) {
            form.refuse(part.code.text, part.excess(over: whole, of: answers[whole.code]))
        }
        self = try form.finished(edits)
    }
}

extension InventoryPartPage {
    /// The form again: what was typed stays where somebody else answered meanwhile, beside what they answered.
    /// Saved once more, it takes the place of theirs.
    fileprivate func state(after typed: FormFields, _ result: InventoryResult) -> FormState {
        var fields = FormFields()
        var errors: [FieldError] = []
        let present = self.fields
        for question in questions {
            let version = Self.versionField(question)
            fields.add(version, present[version])
            guard let theirs = result.conflicts[question.code] else {
                fields.add(question.code.text, present.raw(question.code.text))
                continue
            }
            fields.add(question.code.text, typed.raw(question.code.text))
            errors.append(
                FieldError(
                    question.code.text,
                    "\(theirs.by) vulde hier intussen in: \(question.shown(theirs.value)). "
                        + "Jouw antwoord staat nog in het veld en is niet opgeslagen. Sla het op om dat van \(theirs.by) te vervangen."
                ))
        }
        return FormState(fields, errors: errors)
    }
}
