import Domain
import Storage
import Web

extension Routes {
    static let contact: [Route] = [
        .get("/regio/aanspreekpunt", needs: .permission(.seeRegion)) { visit, tx in
            .page(ContactPages.contact(try ContactPage(visit, tx)))
        },
        .get("/regio/aanspreekpunt/wijzigen", needs: .permission(.editRegion)) { visit, tx in
            let present = try tx.contactPoints().first { $0.validFrom <= visit.today }
            return .page(
                ContactPages.form(visit.signedIn.csrf, FormState(FormFields(present, today: visit.today))))
        },
        .post("/regio/aanspreekpunt", needs: .permission(.editRegion)) { visit, fields, change in
            do {
                try change.setContactPoint(try ContactPoint(fields, id: change.newID()))
                return .redirect("/regio/aanspreekpunt", notice: "Het aanspreekpunt is opgeslagen.")
            } catch let refusal as ContactPointRefusal {
                return .refused(
                    ContactPages.form(visit.signedIn.csrf, FormState(fields, errors: refusal.errors)))
            }
        },
    ]
}

extension FormFields {
    /// The contact point as the form shows it before anything is typed.
    fileprivate init(_ point: ContactPoint?, today: Day) {
        self.init([
            "naam": point?.name ?? "", "wie": point?.holder ?? "", "vervanger": point?.deputy ?? "",
            "telefoon": point?.phone.display ?? "", "email": point?.mailbox.description ?? "",
            "bereikbaar": point?.hours ?? "", "vanaf": Dutch.shortDate(today),
            "afwezig-van": point?.away.map { Dutch.shortDate($0.from) } ?? "",
            "afwezig-tot": point?.away.map { Dutch.shortDate($0.through) } ?? "",
        ])
    }
}
