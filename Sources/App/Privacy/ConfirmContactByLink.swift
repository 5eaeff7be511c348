import Domain
import Storage
import Web

/// Somebody who says without signing in that their contact data is right. Opening the link changes nothing: programs
/// look at links too.
enum ConfirmContactByLink {
    @Sendable static func show(_ application: Application, _ request: WebRequest) async throws -> WebResponse
    {
        let token = request.parameters["token"] ?? ""
        let now = application.now()
        do {
            let model = try await application.storage.read { tx in
                try ConfirmContactPage(token: token, tx, at: now)
            }
            return .html(Layout(regionName: model.regionName).html(OwnDataPages.confirm(model, token: token)))
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
                by: .background("bevestigingslink"), at: now, randomness: source
            ) { change in try change.confirmContact(byLink: token) }
            return .seeOther("/g/\(token)")
        } catch let fault as LinkFault {
            return try await AnswerByLink.refuse(fault, application, request)
        }
    }
}

/// What the reader of the letter sees. The link stands in a mailbox: numbers and addresses are not shown in full.
struct ConfirmContactPage: Sendable {
    let name: String
    let channels: [ContactChannel]
    let isConfirmed: Bool
    let regionName: String

    /// - Throws: `LinkFault`.
    init(token: String, _ tx: Transaction, at now: Instant) throws {
        let person = try tx.confirmingPerson(token: token, at: now)
        name = person.name.full
        channels = try tx.channels(of: person.id)
        isConfirmed = try tx.confirmation(of: person.id)
            .isConfirmed(since: ConfirmationLink.daysMax, at: now)
        regionName = try tx.region()?.name ?? ""
    }
}
