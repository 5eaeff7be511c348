import Domain
import Storage
import Web

extension Routes {
    static let aftermath: [Route] = [
        .get("/nafase", needs: .permission(.seeDeployments)) { visit, tx in
            .page(AftermathPages.list(try AftermathsPage(visit, tx)))
        },
        .get("/inzetten/:id/nafase", needs: .signedIn) { visit, tx in
            .page(AftermathPages.aftermath(try AftermathPage(visit, tx)))
        },
        .post("/inzetten/:id/nafase", needs: .signedIn) { visit, fields, change in
            let id: ID<Deployment> = try visit.id("id")
            _ = try change.openAftermath(of: id, in: Code(fields["gemeente"]))
            return .redirect("/inzetten/\(id)/nafase", notice: "De nafase is geopend.")
        },
        .post("/nafase/:id/punten", needs: .signedIn) { visit, fields, change in
            try step(visit, fields, &change, "Het punt staat erbij.") { file, form, change in
                try change.saveAftermathPoint(try form.point(change.newID()), in: file.id)
            }
        },
        .post("/nafase/:id/punten/:point", needs: .signedIn) { visit, fields, change in
            let point: ID<AftermathPoint> = try visit.id("point")
            return try step(visit, fields, &change, "Bijgewerkt.") { file, form, change in
                let before = try change.tx.aftermath(file.id)?.points.first { $0.id == point }
                guard let before else { throw WebFailure.notFound }
                try change.saveAftermathPoint(try form.point(point, before: before), in: file.id)
            }
        },
        .post("/nafase/:id/overdracht", needs: .signedIn) { visit, fields, change in
            try step(visit, fields, &change, "Overgedragen. De gemeente moet nog bevestigen.") {
                file, _, change in
                try change.offerAftermath(file.id)
            }
        },
        .post("/nafase/:id/bevestiging", needs: .signedIn) { visit, fields, change in
            try step(visit, fields, &change, "De nafase is van de gemeente.") { file, _, change in
                try change.acceptAftermath(file.id)
            }
        },
        .post("/nafase/:id/terug", needs: .signedIn) { visit, fields, change in
            try step(visit, fields, &change, "Teruggegeven.") { file, form, change in
                try change.returnAftermath(file.id, because: form.text("reden"))
            }
        },
        .post("/nafase/:id/einde", needs: .signedIn) { visit, fields, change in
            try step(visit, fields, &change, "De nafase is beëindigd.") { file, form, change in
                try change.endAftermath(file.id, decision: form.text("besluit"), rest: form.text("rest"))
            }
        },
    ]

    /// One step with a file; a refusal shows the page again with what was typed.
    private static func step(
        _ visit: Visit, _ fields: FormFields, _ change: inout Change, _ notice: String,
        _ body: (AftermathFile, AftermathForm, inout Change) throws -> Void
    ) throws -> Answer {
        let id: ID<AftermathFile> = try visit.id("id")
        guard let aftermath = try change.tx.aftermath(id) else { throw WebFailure.notFound }
        func refused(_ errors: [FieldError]) throws -> Answer {
            let model = try AftermathPage(visit, change.tx, of: aftermath.deployment)
            return .refused(AftermathPages.aftermath(model, FormState(fields, errors: errors)))
        }
        let overlong = fields.overlong(AftermathForm.textMax)
        guard overlong.isEmpty else { return try refused(overlong) }
        do {
            try body(aftermath.file, AftermathForm(fields), &change)
        } catch let refusal as AftermathRefusal {
            return try refused([FieldError(refusal.field, refusal.sentence)])
        } catch let refusal as AftermathFormRefusal {
            return try refused(refusal.errors)
        }
        return .redirect("/inzetten/\(aftermath.deployment)/nafase", notice: notice)
    }
}
