import Domain
import Storage
import Web

extension Routes {
    static let work: [Route] = [
        .get("/werk", needs: .permission(.manageWork)) { visit, tx in
            .page(WorkPages.overview(try WorkPage(visit, tx)))
        },
        .post("/werk/:id/nieuwe-poging", needs: .permission(.manageWork)) { visit, _, change in
            try change.retryWork(try visit.id("id"))
            return .redirect(
                "/werk", notice: "Het werk is aan de beurt. Kijk over een halve minuut hoe het ging.")
        },
        .get("/werk/:id/vervallen", needs: .permission(.manageWork)) { visit, tx in
            .page(WorkPages.drop(try line(visit, tx), visit.signedIn.csrf, FormState()))
        },
        .post("/werk/:id/vervallen", needs: .permission(.manageWork)) { visit, fields, change in
            let line = try line(visit, change.tx)
            guard !fields["reden"].isEmpty else {
                let state = FormState(
                    fields, errors: [FieldError("reden", "Schrijf op waarom dit niet meer hoeft.")])
                return .refused(WorkPages.drop(line, visit.signedIn.csrf, state))
            }
            try change.dropWork(line.id, reason: fields["reden"])
            return .redirect("/werk", notice: "Dit werk is vervallen.")
        },
    ]

    private static func line(_ visit: Visit, _ tx: Transaction) throws -> WorkLine {
        let id: ID<Work> = try visit.id("id")
        guard let line = try tx.openWork(id, at: visit.now) else { throw WebFailure.notFound }
        return line
    }
}
