import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    /// Open to everybody who is signed in: a holder appoints for the own role, and anybody may be asked.
    static let deputies: [Route] = [
        .get("/waarneming", needs: .signedIn) { visit, tx in
            .page(DeputyPages.overview(try DeputyPage(visit, tx)))
        },
        .get("/waarneming/nieuw", needs: .signedIn) { visit, _ in
            guard visit.signedIn.mayAppointDeputy else { throw WebFailure.forbidden }
            return .page(DeputyPages.new(visit, FormState()))
        },
        .post("/waarneming", needs: .signedIn) { visit, fields, change in
            guard visit.signedIn.mayAppointDeputy else { throw WebFailure.forbidden }
            let isKeeper = visit.signedIn.may(.manageDeputies)
            do {
                _ = try change.appointDeputy(
                    DeputyDraft(fields, holder: isKeeper ? nil : visit.signedIn.account))
                return .redirect("/waarneming", notice: "De waarnemer is aangewezen.")
            } catch let refusals as DeputyRefusals {
                let errors = refusals.all.map { FieldError($0.field, $0.sentence) }
                return .refused(DeputyPages.new(visit, FormState(fields, errors: errors)))
            }
        },
        .post("/waarneming/:id/einde", needs: .signedIn) { visit, _, change in
            try change.endDeputyship(try visit.id("id"))
            return .redirect("/waarneming", notice: "De waarneming is beëindigd.")
        },
        .post("/waarneming/:id/hoedanigheid", needs: .signedIn) { visit, _, change in
            do {
                let deputyship = try change.takeUpDeputyship(try visit.id("id"), token: visit.token)
                return .redirect("/", notice: "U neemt nu waar voor \(deputyship.holderName).")
            } catch let refusals as DeputyRefusals {
                return .redirect("/waarneming", notice: refusals.all.first?.sentence)
            }
        },
        .post("/waarneming/eigen", needs: .signedIn) { visit, _, change in
            try change.layDownDeputyship(token: visit.token)
            return .redirect("/", notice: "U werkt weer onder uw eigen naam.")
        },
    ]
}

extension Visit {
    /// Of the session; the route made sure that there is one.
    fileprivate var token: String { request.cookie(Application.sessionCookie) ?? "" }
}
