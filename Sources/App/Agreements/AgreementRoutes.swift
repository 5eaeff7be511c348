import Domain
import Storage
import Web

extension Routes {
    static let agreements: [Route] = promises + keepingAgreements + adopting

    private static let keepingAgreements: [Route] = [
        .get("/afspraken", needs: .permission(.seeAgreements)) { visit, tx in
            .page(AgreementPages.list(try AgreementsPage(visit, tx)))
        },
        .get("/afspraken/nieuw", needs: .permission(.editAgreements)) { visit, _ in
            .page(AgreementFormPages.add(csrf: visit.signedIn.csrf, FormState()))
        },
        .post("/afspraken", needs: .permission(.editAgreements)) { visit, fields, change in
            try answering(fields, { AgreementFormPages.add(csrf: visit.signedIn.csrf, $0) }) {
                var form = FormReading(fields)
                let typed = Agreement(&form, id: change.newID())
                let version = Agreement.Version(&form)
                let agreement = try form.finished(typed)
                try change.addAgreement(agreement, version: try form.finished(version))
                return .redirect("/afspraken/\(agreement.id)", notice: "De afspraak is toegevoegd.")
            }
        },
        .get("/afspraken/:id", needs: .permission(.seeAgreements)) { visit, tx in
            .page(AgreementPages.agreement(try AgreementPage(visit, tx)))
        },
        .get("/afspraken/:id/versie", needs: .permission(.editAgreements)) { visit, tx in
            let model = try AgreementPage(visit, tx)
            let fields = FormFields(["tekst": model.agreement.versions.last?.text ?? ""])
            return .page(AgreementFormPages.version(model, FormState(fields)))
        },
        .post("/afspraken/:id/versie", needs: .permission(.editAgreements)) { visit, fields, change in
            let model = try AgreementPage(visit, change.tx)
            return try answering(fields, { AgreementFormPages.version(model, $0) }) {
                var form = FormReading(fields)
                let version = Agreement.Version(&form)
                try change.addAgreementVersion(try form.finished(version), to: model.agreement.id)
                return .redirect(model.path, notice: "De nieuwe versie is opgeslagen.")
            }
        },
    ]

    private static let adopting: [Route] = [
        .get("/afspraken/:id/:gemeente", needs: .permission(.adoptAgreements)) { visit, tx in
            let model = try AgreementPage(visit, tx)
            let fields = FormFields(["dag": Dutch.shortDate(visit.today)])
            return .page(AgreementFormPages.adoption(try model.row(visit), model, FormState(fields)))
        },
        .post("/afspraken/:id/:gemeente", needs: .permission(.adoptAgreements)) { visit, fields, change in
            let model = try AgreementPage(visit, change.tx)
            let row = try model.row(visit)
            guard let version = model.offered else { throw WebFailure.notFound }
            return try answering(fields, { AgreementFormPages.adoption(row, model, $0) }) {
                try change.recordAdoption(
                    try Adoption(
                        fields, id: change.newID(), agreement: model.agreement.id, version: version.number,
                        municipality: row.municipality.code))
                return .redirect(model.path, notice: "Vastgelegd voor \(row.municipality.name).")
            }
        },
        .get("/afspraken/:id/:gemeente/oordeel", needs: .permission(.editAgreements)) { visit, tx in
            let model = try AgreementPage(visit, tx)
            let (row, adoption) = try model.deviating(visit)
            let fields = FormFields([
                "oordeel": adoption.choice.harm.kind.rawValue, "grond": adoption.choice.harm.ground,
            ])
            return .page(AgreementFormPages.judgement(row, model, FormState(fields)))
        },
        .post("/afspraken/:id/:gemeente/oordeel", needs: .permission(.editAgreements)) {
            visit, fields, change in
            let model = try AgreementPage(visit, change.tx)
            let (row, adoption) = try model.deviating(visit)
            return try answering(fields, { AgreementFormPages.judgement(row, model, $0) }) {
                try change.recordAdoption(
                    try Adoption(fields, id: change.newID(), judging: adoption, on: visit.today))
                return .redirect(
                    model.path, notice: "Het oordeel over \(row.municipality.name) is vastgelegd.")
            }
        },
    ]

    private static let promises: [Route] = [
        .get("/afspraken/toezeggingen", needs: .permission(.seeAgreements)) { visit, tx in
            .page(PromisePages.list(try PromisesPage(visit, tx)))
        },
        .get("/afspraken/toezeggingen/nieuw", needs: .permission(.editAgreements)) { visit, tx in
            let model = try PromiseFormPage(visit, tx)
            let fields = FormFields(newPromiseFrom: visit.today, model.municipalities)
            return .page(PromisePages.form(model, FormState(fields)))
        },
        .post("/afspraken/toezeggingen", needs: .permission(.editAgreements)) { visit, fields, change in
            let model = try PromiseFormPage(visit, change.tx)
            return try answering(fields, { PromisePages.form(model, $0) }) {
                let promise = try Promise(
                    fields, id: change.newID(), code: try change.nextPromiseCode(), model)
                try change.savePromise(promise)
                return .redirect(
                    "/afspraken/toezeggingen", notice: "Toezegging \(promise.code) is toegevoegd.")
            }
        },
        .get("/afspraken/toezeggingen/:promise", needs: .permission(.editAgreements)) { visit, tx in
            let promise = try visit.promise(tx)
            let model = try PromiseFormPage(visit, tx, promise: promise)
            return .page(PromisePages.form(model, FormState(FormFields(promise))))
        },
        .post("/afspraken/toezeggingen/:promise", needs: .permission(.editAgreements)) {
            visit, fields, change in
            let promise = try visit.promise(change.tx)
            let model = try PromiseFormPage(visit, change.tx, promise: promise)
            return try answering(fields, { PromisePages.form(model, $0) }) {
                try change.savePromise(try Promise(fields, id: promise.id, code: promise.code, model))
                return .redirect(
                    "/afspraken/toezeggingen", notice: "Toezegging \(promise.code) is opgeslagen.")
            }
        },
    ]
}

extension AgreementPage {
    /// - Throws: `WebFailure.notFound` for a municipality that does not deviate.
    fileprivate func deviating(_ visit: Visit) throws -> (Row, Adoption) {
        let code: Code<Municipality> = visit.code("gemeente")
        guard let row = rows.first(where: { $0.municipality.code == code }),
            case .deviates(let adoption) = row.standing
        else { throw WebFailure.notFound }
        return (row, adoption)
    }
}

extension Visit {
    /// - Throws: `WebFailure.notFound`.
    fileprivate func promise(_ tx: Transaction) throws -> Promise {
        let code: Code<Promise> = code("promise")
        guard let promise = try tx.promises().first(where: { $0.code == code }) else {
            throw WebFailure.notFound
        }
        return promise
    }
}
