import Domain
import Storage
import Web

extension Routes {
    static let contactTests: [Route] =
        [
            .get("/communicatietests", needs: .permission(.editPeople)) { visit, tx in
                .page(ContactTestPages.list(try ContactTestsPage(visit, tx)))
            },
            .post("/communicatietests", needs: .permission(.testChannels)) { visit, fields, change in
                do {
                    let id = try change.startContactTest(windowMinutes: Int(fields["minuten"]) ?? 0)
                    return .redirect(
                        "/communicatietests/\(id)", notice: "De test begint binnen een halve minuut.")
                } catch let refusal as ContactTestRefusal {
                    let state = FormState(fields, errors: [FieldError("minuten", refusal.sentence)])
                    return .refused(ContactTestPages.list(try ContactTestsPage(visit, change.tx), state))
                }
            },
            .get("/communicatietests/:id", needs: .permission(.editPeople)) { visit, tx in
                .page(ContactTestPages.test(try ContactTestPage(visit, tx, try visit.id("id"))))
            },
        ] + byLink

    /// Somebody who confirms a message without signing in.
    private static let byLink = ConfirmByLink(
        path: "/b/", origin: "communicatietest",
        page: { token, tx, now in
            let model = try ContactConfirmPage(token: token, tx, at: now)
            return (model.regionName, ContactTestPages.confirm(model, token: token))
        },
        confirm: { token, change in
            let message = try change.tx.contactTestMessage(token: token, at: change.now)
            _ = try change.confirmContactTest(message.number, way: .link)
        }
    ).routes
}
