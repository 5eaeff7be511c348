import Domain
import Storage
import Web

extension Routes {
    static let norms: [Route] = [
        .get("/normen", needs: .signedIn) { visit, tx in
            .page(NormPages.list(try NormsPage(visit, tx)))
        },
        .get("/normen/:norm/:over", needs: .signedIn) { visit, tx in
            .page(NormPages.one(try NormPage(visit, tx)))
        },
        .get("/normen/:norm/:over/wijziging", needs: .permission(.editNorms), propose),
        .post("/normen/:norm/:over/wijziging", needs: .permission(.editNorms)) { visit, fields, change in
            let model = try NormPage(visit, change.tx)
            let form = NormForm(fields, model.key, in: model.norms)
            guard let proposal = form.proposal else {
                return .refused(NormFormPages.edit(model, FormState(fields, errors: form.errors)))
            }
            try change.saveNorm(proposal, after: Int(fields["na"]) ?? -1)
            return .redirect(
                model.path,
                notice: "De norm is vastgelegd en geldt vanaf \(Dutch.date(proposal.validFrom)).")
        },
        .post("/normen/:norm/:over/intrekking", needs: .permission(.editNorms)) { visit, fields, change in
            let model = try NormPage(visit, change.tx)
            try change.withdrawNorm(Int(fields["rij"]) ?? -1, of: model.key)
            return .redirect(model.path, notice: "De norm is ingetrokken en gaat niet in.")
        },
    ]

    /// The form, or with `stap=gevolg` what the change would do. Nothing is written: the address can be shared.
    @Sendable private static func propose(_ visit: Visit, _ tx: Transaction) throws -> Answer {
        let model = try NormPage(visit, tx)
        let fields = visit.request.query
        guard fields["stap"] == "gevolg" else {
            let begin = FormFields(model.present, model.key.code, from: visit.today.adding(days: 1))
            return .page(NormFormPages.edit(model, FormState(fields["bron"].isEmpty ? begin : fields)))
        }
        let form = NormForm(fields, model.key, in: model.norms)
        guard let proposal = form.proposal else {
            return .refused(NormFormPages.edit(model, FormState(fields, errors: form.errors)))
        }
        let impact = try NormImpact(proposal, in: model.norms, tx, at: visit.now)
        return .page(NormFormPages.preview(model, proposal, impact, fields))
    }
}
