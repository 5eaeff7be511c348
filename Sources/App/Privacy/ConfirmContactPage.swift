import Domain
import Storage
import Web

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
