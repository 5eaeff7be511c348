import Domain
import Storage
import Web

extension Routes {
    static let processes: [Route] =
        [
            .get("/regio/bevolkingszorg", needs: .permission(.seeRegion)) { visit, tx in
                .page(CarePages.overview(try CarePage(visit, tx)))
            },
            .get("/regio/bevolkingszorg/definitie", needs: .permission(.editRegion)) { visit, tx in
                let present = try tx.careDefinitions().first { $0.validFrom <= visit.today }
                let fields = FormFields([
                    "definitie": present?.text ?? "", "vanaf": Dutch.shortDate(visit.today),
                ])
                return .page(CarePages.definitionForm(visit.signedIn.csrf, FormState(fields)))
            },
            .post("/regio/bevolkingszorg/definitie", needs: .permission(.editRegion)) {
                visit, fields, change in
                do {
                    try change.defineCare(try CareDefinition(fields))
                    return .redirect("/regio/bevolkingszorg", notice: "De definitie is opgeslagen.")
                } catch let refusal as ArrangementRefusal {
                    return .refused(
                        CarePages.definitionForm(
                            visit.signedIn.csrf, FormState(fields, errors: refusal.errors)))
                }
            },
        ]
        + explaining("/regio/processen/:process") { .process($0.code("process")) }
        + explaining("/regio/functies/:function") { .function($0.code("function")) }

    /// The plain page of a subject and the form that changes how it is organised.
    private static func explaining(
        _ path: String, _ subject: @escaping @Sendable (Visit) -> Arrangement.Subject
    ) -> [Route] {
        [
            .get(path, needs: .permission(.seeRegion)) { visit, tx in
                .page(ExplanationPages.explanation(try ExplanationPage(subject(visit), visit, tx)))
            },
            .get("\(path)/inrichting", needs: .permission(.editRegion)) { visit, tx in
                let model = try ExplanationPage(subject(visit), visit, tx)
                return .page(ExplanationPages.form(model, FormState(FormFields(model))))
            },
            .post("\(path)/inrichting", needs: .permission(.editRegion)) { visit, fields, change in
                let model = try ExplanationPage(subject(visit), visit, change.tx)
                do {
                    try change.arrange(
                        try Arrangement(fields, subject: model.subject, organisations: model.organisations))
                    return .redirect(model.subject.path, notice: "De inrichting is opgeslagen.")
                } catch let refusal as ArrangementRefusal {
                    return .refused(ExplanationPages.form(model, FormState(fields, errors: refusal.errors)))
                }
            },
        ]
    }
}

extension Arrangement.Subject {
    /// The address of its plain page.
    var path: String {
        switch self {
        case .process(let code): "/regio/processen/\(code)"
        case .function(let code): "/regio/functies/\(code)"
        }
    }
}

extension FormFields {
    /// How something is organised, as the form shows it before anything is typed.
    fileprivate init(_ model: ExplanationPage) {
        self.init([
            "niveau": model.arrangement?.level.rawValue ?? "", "waarom": model.arrangement?.reason ?? "",
            "taakorganisatie": model.arrangement?.taskOrganisation?.text ?? "",
            "verantwoordelijk": model.arrangement?.responsible ?? "",
            "uitvoering": model.arrangement?.executes ?? "",
            "vanaf": Dutch.shortDate(model.today),
        ])
    }
}
