import Domain
import Storage
import Web

extension Routes {
    static let taskOrganisations: [Route] = [
        .get("/regio/taakorganisaties/nieuw", needs: .permission(.editRegion)) { visit, tx in
            let model = try TaskOrganisationPage(nil, visit, tx)
            let last = FormFields(["plaats": "\(model.present.count + 1)"])
            return .page(TaskOrganisationPages.form(model, FormState(last)))
        },
        .post("/regio/taakorganisaties/nieuw", needs: .permission(.editRegion)) { visit, fields, change in
            try save(nil, visit, fields, &change)
        },
        .get("/regio/taakorganisaties/:organisation", needs: .permission(.editRegion)) { visit, tx in
            let model = try TaskOrganisationPage(visit.code("organisation"), visit, tx)
            let index = model.present.firstIndex { $0.code == model.organisation?.code } ?? 0
            let fields = FormFields([
                "naam": model.organisation?.name ?? "", "doel": model.organisation?.purpose ?? "",
                "plaats": "\(index + 1)",
            ])
            return .page(TaskOrganisationPages.form(model, FormState(fields)))
        },
        .post("/regio/taakorganisaties/:organisation", needs: .permission(.editRegion)) {
            visit, fields, change in
            try save(visit.code("organisation"), visit, fields, &change)
        },
        .post("/regio/taakorganisaties/:organisation/verwijdering", needs: .permission(.editRegion)) {
            visit, _, change in
            let model = try TaskOrganisationPage(visit.code("organisation"), visit, change.tx)
            guard let organisation = model.organisation else { throw WebFailure.notFound }
            try change.removeTaskOrganisation(organisation)
            return .redirect("/regio/bevolkingszorg", notice: "\(organisation.name) is verwijderd.")
        },
    ]

    private static func save(
        _ code: Code<TaskOrganisation>?, _ visit: Visit, _ fields: FormFields, _ change: inout Change
    ) throws -> Answer {
        let model = try TaskOrganisationPage(code, visit, change.tx)
        do {
            let draft = try TaskOrganisationDraft(fields, code: code, among: model.present)
            try change.saveTaskOrganisation(draft, code: code)
            return .redirect("/regio/bevolkingszorg", notice: "\(draft.name) is opgeslagen.")
        } catch let refusal as TaskOrganisationRefusal {
            return .refused(TaskOrganisationPages.form(model, FormState(fields, errors: refusal.errors)))
        }
    }
}
