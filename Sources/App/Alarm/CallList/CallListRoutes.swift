import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    /// The call list for when everything is down (spec A9).
    static let callList: [Route] = [
        .get("/bellijst", needs: .signedIn) { visit, tx in
            .page(CallListPages.page(try CallListPage(visit, tx), visit.signedIn.csrf, FormState()))
        },
        .post("/bellijst", needs: .permission(.editRoster)) { _, _, change in
            let made = try change.makeCallList()
            return .redirect(
                "/bellijst",
                notice: made == nil
                    ? "Er is nog niemand die een exemplaar bewaart." : "De nieuwe bellijst is gemaakt.")
        },
        .post("/bellijst/houders", needs: .permission(.editRoster)) { visit, fields, change in
            guard let person = ID<Functionary>(fields["persoon"]) else {
                let state = FormState(
                    fields, errors: [FieldError("persoon", "Kies wie een exemplaar bewaart.")])
                return .refused(
                    CallListPages.page(try CallListPage(visit, change.tx), visit.signedIn.csrf, state))
            }
            try change.addCallListHolder(person)
            return .redirect("/bellijst", notice: "Toegevoegd. Het exemplaar komt bij de volgende lijst.")
        },
        .post("/bellijst/houders/:id/einde", needs: .permission(.editRoster)) { visit, _, change in
            try change.removeCallListHolder(try visit.id("id"))
            return .redirect("/bellijst", notice: "Deze persoon krijgt geen exemplaar meer.")
        },
        // A form and no link: that somebody opened their copy is written down.
        .post("/bellijst/exemplaar", needs: .signedIn) { visit, _, change in
            guard let person = visit.signedIn.person else { throw WebFailure.notFound }
            let (copy, list) = try change.openCallList(by: person)
            let document = CallListPages.document(
                list, copy.number, holder: try change.tx.functionary(person)?.name.full ?? "")
            return .response(
                .download(
                    document.bytes, name: "bellijst-\(copy.number).html", type: "text/html; charset=utf-8"))
        },
    ]
}
