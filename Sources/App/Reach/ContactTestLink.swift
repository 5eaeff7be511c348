import Domain
import Storage

/// The link with which somebody confirms one message of a test: signed with a key of its own, so that it opens nothing
/// else, and a link of an alarm opens no test.
enum ContactTestLink {
    static let keyName = "communicatietest"

    static func path(_ number: Int, startsAt: Instant, _ key: [UInt8]) -> String {
        "/b/" + AnswerLink(number: number, purpose: .answer, raisedAt: startsAt).token(key)
    }
}

extension Transaction {
    /// The message of a link.
    ///
    /// - Throws: `LinkFault`.
    func contactTestMessage(token: String, at now: Instant) throws -> ContactTestMessage {
        guard let key = try secretKey(ContactTestLink.keyName), let link = AnswerLink(token: token, key),
            let message = try contactTestMessage(link.number)
        else { throw LinkFault.forged }
        guard now < link.endsAt else { throw LinkFault.expired }
        return message
    }
}
