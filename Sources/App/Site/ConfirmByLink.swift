import Domain
import HTTPTypes
import Storage
import Web

/// Something that is confirmed without signing in, by a signed link in a message. Opening the link changes nothing:
/// programs look at links too.
struct ConfirmByLink: Sendable {
    /// In front of the token.
    let path: String
    /// The journal's name of what came in this way.
    let origin: String
    /// - Throws: `LinkFault`, as `confirm` does.
    let page: @Sendable (_ token: String, Transaction, Instant) throws -> (regionName: String, page: Page)
    let confirm: @Sendable (_ token: String, inout Change) throws -> Void

    var routes: [Route] {
        [
            Route(
                method: .get, path: "\(path):token", needs: .nobody,
                action: .open { application, request in try await show(application, request) }),
            Route(
                method: .post, path: "\(path):token", needs: .nobody,
                action: .open { application, request in try await take(application, request) }),
        ]
    }

    private func show(_ application: Application, _ request: WebRequest) async throws -> WebResponse {
        let token = request.parameters["token"] ?? ""
        let now = application.now()
        do {
            let html = try await application.storage.read { tx in
                let (regionName, page) = try page(token, tx, now)
                return Layout(regionName: regionName).html(page)
            }
            return .html(html)
        } catch let fault as LinkFault {
            return try await AnswerByLink.refuse(fault, application, request)
        }
    }

    private func take(_ application: Application, _ request: WebRequest) async throws -> WebResponse {
        // A page elsewhere that knows the address may still not press the button.
        guard !request.isFromAnotherSite else { throw WebFailure.expiredForm }
        let token = request.parameters["token"] ?? ""
        do {
            try await application.storage.change(
                by: .background(origin), at: application.now(), randomness: application.randomness()
            ) { change in try confirm(token, &change) }
            return .seeOther("\(path)\(token)")
        } catch let fault as LinkFault {
            return try await AnswerByLink.refuse(fault, application, request)
        }
    }
}
