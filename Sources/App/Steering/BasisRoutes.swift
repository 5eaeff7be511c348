import Domain
import Storage
import Web

extension Routes {
    static let steering: [Route] = [
        .get("/bestuur", needs: .permission(.seePlan)) { visit, tx in
            .page(BasisPages.page(try BasisPage(visit, tx), FormState()))
        },
        .get("/bestuur/basis.pdf", needs: .permission(.seePlan)) { visit, tx in
            .pdf(BasisPaperPages.paper(try BasisPage(visit, tx)), page: "/bestuur")
        },
        .get("/bestuur/groeipad", needs: .permission(.seePlan)) { visit, tx in
            .page(GrowthPages.page(try GrowthPage(visit, tx)))
        },
        .post("/bestuur/:quarter/cijfers", needs: .permission(.editPlan)) { visit, _, change in
            let quarter = try visit.quarter()
            guard quarter <= BasisQuarter(of: visit.today) else { throw WebFailure.notFound }
            try change.takeBasis(quarter)
            return .redirect(
                "/bestuur?kwartaal=\(quarter.text)",
                notice: "De cijfers zijn gemaakt; de gemeenten kijken eerst.")
        },
        .post("/bestuur/:quarter/openbaar", needs: .permission(.editPlan)) { visit, _, change in
            let quarter = try visit.quarter()
            try change.publishBasis(quarter)
            return .redirect("/bestuur?kwartaal=\(quarter.text)", notice: "Het bestuur ziet nu dit kwartaal.")
        },
        .post("/bestuur/:quarter/toelichting", needs: .permission(.seePlan)) { visit, fields, change in
            let quarter = try visit.quarter()
            guard let own = visit.signedIn.municipalities.first else { throw WebFailure.forbidden }
            var form = FormReading(fields)
            let text = form.text("tekst", "de toelichting", max: 1_000)
            guard form.errors.isEmpty else {
                let model = try BasisPage(visit, change.tx)
                return .refused(BasisPages.page(model, FormState(fields, errors: form.errors)))
            }
            try change.commentBasis(quarter, of: own, text)
            return .redirect(
                "/bestuur?kwartaal=\(quarter.text)", notice: "Uw toelichting staat bij de cijfers.")
        },
    ]
}

extension Visit {
    fileprivate func quarter() throws -> BasisQuarter {
        guard let quarter = BasisQuarter(request.parameters["quarter"] ?? "") else {
            throw WebFailure.notFound
        }
        return quarter
    }
}
