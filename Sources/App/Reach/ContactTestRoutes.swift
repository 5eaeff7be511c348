import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    static let contactTests: [Route] = [
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
        Route(method: .get, path: "/b/:token", needs: .nobody, action: .open(ConfirmByLink.show)),
        Route(method: .post, path: "/b/:token", needs: .nobody, action: .open(ConfirmByLink.take)),
    ]
}

/// Somebody who confirms a message without signing in. Opening the link changes nothing: programs look at links too.
private enum ConfirmByLink {
    @Sendable static func show(_ application: Application, _ request: WebRequest) async throws -> WebResponse
    {
        let token = request.parameters["token"] ?? ""
        let now = application.now()
        do {
            let model = try await application.storage.read { tx in
                try ContactConfirmPage(token: token, tx, at: now)
            }
            return .html(
                Layout(regionName: model.regionName).html(ContactTestPages.confirm(model, token: token)))
        } catch let fault as LinkFault {
            return try await AnswerByLink.refuse(fault, application, request)
        }
    }

    @Sendable static func take(_ application: Application, _ request: WebRequest) async throws -> WebResponse
    {
        // A page elsewhere that knows the address may still not press the button.
        guard !request.isFromAnotherSite else { throw WebFailure.expiredForm }
        let token = request.parameters["token"] ?? ""
        let now = application.now()
        let source = application.randomness()
        do {
            try await application.storage.change(
                by: .background("communicatietest"), at: now, randomness: source
            ) { change in
                let message = try change.tx.contactTestMessage(token: token, at: now)
                _ = try change.confirmContactTest(message.number, way: .link)
            }
            return .seeOther("/b/\(token)")
        } catch let fault as LinkFault {
            return try await AnswerByLink.refuse(fault, application, request)
        }
    }
}
