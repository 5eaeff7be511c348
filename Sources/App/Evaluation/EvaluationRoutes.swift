import Domain
import Storage
import Web

extension Routes {
    static let evaluation: [Route] = [
        .get("/leerpunten", needs: .permission(.seeDeployments)) { visit, tx in
            .page(EvaluationPages.lessons(try LessonsPage(visit, tx)))
        },
        .post("/leerpunten/:id", needs: .permission(.evaluateDeployments)) { visit, _, change in
            try change.finishLesson(try visit.id("id"))
            return .redirect("/leerpunten", notice: "Gedaan.")
        },
        .get("/inzetten/:id/evaluatie", needs: .signedIn) { visit, tx in
            .page(EvaluationPages.evaluation(try EvaluationPage(visit, tx)))
        },
        .post("/inzetten/:id/evaluatie", needs: .permission(.evaluateDeployments)) { visit, fields, change in
            try step(visit, fields, &change, "Bewaard.") { id, form, change in
                try change.summariseEvaluation(form.text("samenvatting"), of: id)
            }
        },
        .post("/inzetten/:id/evaluatie/bevindingen", needs: .permission(.evaluateDeployments)) {
            visit, fields, change in
            try step(visit, fields, &change, "De bevinding staat erbij.") { id, form, change in
                try change.addFinding(
                    Finding(
                        id: change.newID(),
                        heading: Finding.Heading(rawValue: fields["kop"]) ?? .municipalProcesses,
                        text: form.text("tekst"), isStrength: fields["goed"] == "ja"), of: id)
            }
        },
        .post("/inzetten/:id/evaluatie/bevindingen/:finding", needs: .permission(.evaluateDeployments)) {
            visit, fields, change in
            let finding: ID<Finding> = try visit.id("finding")
            return try step(visit, fields, &change, "Weggehaald.") { id, _, change in
                try change.removeFinding(finding, of: id)
            }
        },
        .post("/inzetten/:id/evaluatie/lessen", needs: .permission(.evaluateDeployments)) {
            visit, fields, change in
            try step(visit, fields, &change, "De les staat erbij.") { id, form, change in
                try change.addLesson(try form.lesson(change.newID(), today: visit.today), of: id)
            }
        },
        .post("/inzetten/:id/evaluatie/goedkeuring", needs: .permission(.approveEvaluations)) {
            visit, fields, change in
            try step(visit, fields, &change, "Goedgekeurd. De lessen zijn nu acties.") { id, _, change in
                try change.approveEvaluation(of: id)
            }
        },
    ]

    /// One step with an evaluation; a refusal shows the page again with what was typed.
    private static func step(
        _ visit: Visit, _ fields: FormFields, _ change: inout Change, _ notice: String,
        _ body: (ID<Deployment>, EvaluationForm, inout Change) throws -> Void
    ) throws -> Answer {
        let id: ID<Deployment> = try visit.id("id")
        func refused(_ errors: [FieldError]) throws -> Answer {
            .refused(
                EvaluationPages.evaluation(
                    try EvaluationPage(visit, change.tx), FormState(fields, errors: errors)))
        }
        let overlong = fields.overlong(EvaluationForm.textMax)
        guard overlong.isEmpty else { return try refused(overlong) }
        do {
            try body(id, EvaluationForm(fields), &change)
        } catch let refusal as EvaluationRefusal {
            return try refused([FieldError(refusal.field, refusal.sentence)])
        } catch let refusal as EvaluationFormRefusal {
            return try refused(refusal.errors)
        }
        return .redirect("/inzetten/\(id)/evaluatie", notice: notice)
    }
}

/// What a form of an evaluation got wrong.
struct EvaluationFormRefusal: Error {
    let errors: [FieldError]
}

/// Forms of an evaluation.
struct EvaluationForm: Sendable {
    static let textMax = 10_000

    let fields: FormFields

    init(_ fields: FormFields) {
        self.fields = fields
    }

    func text(_ name: String) -> String { fields[name] }

    /// - Throws: `EvaluationFormRefusal` with every fault.
    func lesson(_ id: ID<Lesson>, today: Day) throws -> Lesson {
        var errors: [FieldError] = []
        if text("tekst").isEmpty { errors.append(FieldError("tekst", "Schrijf op wat we leren.")) }
        if text("actie").isEmpty { errors.append(FieldError("actie", "Schrijf op wat we eraan doen.")) }
        if text("wie").isEmpty { errors.append(FieldError("wie", "Schrijf op wie het doet.")) }
        let due = Dutch.day(fields["uiterlijk"])
        if due == nil { errors.append(FieldError("uiterlijk", "Vul een dag in, zoals 23-11-2026.")) }
        if let due, due < today {
            errors.append(FieldError("uiterlijk", "Deze dag is voorbij; kies een dag waarop het nog kan."))
        }
        guard errors.isEmpty else { throw EvaluationFormRefusal(errors: errors) }
        return Lesson(
            id: id, text: text("tekst"), action: text("actie"), owner: text("wie"), dueOn: due,
            part: ID(fields["deelactiviteit"]))
    }
}
