import Domain
import Foundation
import Storage

/// The link in the letter that asks whether contact data is right: with it its reader says yes without signing in.
/// It confirms and nothing else; what is wrong can only be changed by whoever signs in.
struct ConfirmationLink: Equatable, Sendable {
    static let keyName = "gegevens-bevestigen"
    static let keyBytes = 32
    /// A letter that is read after the holidays still works.
    static let daysMax = 30
    private static let idBytes = 16
    private static let hourBytes = 3
    private static let hour: Int64 = 3_600_000

    let person: ID<Functionary>
    /// In whole hours.
    let endsAt: Instant

    init(person: ID<Functionary>, askedAt: Instant) {
        let end = askedAt.adding(minutes: Self.daysMax * 24 * 60).milliseconds
        self.init(
            person: person, endsAt: Instant(milliseconds: (end + Self.hour - 1) / Self.hour * Self.hour))
    }

    private init(person: ID<Functionary>, endsAt: Instant) {
        self.person = person
        self.endsAt = endsAt
    }

    func path(_ key: [UInt8]) -> String {
        "/g/\(Self.token(key).text(payload))"
    }

    /// Nil when the token was not made with `key`.
    init?(token: String, _ key: [UInt8]) {
        guard let payload = Self.token(key).payload(token, bytes: Self.idBytes + Self.hourBytes) else {
            return nil
        }
        let uuid = payload.prefix(Self.idBytes).withUnsafeBytes { $0.loadUnaligned(as: uuid_t.self) }
        let hours = payload.dropFirst(Self.idBytes).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        self.init(
            person: ID(uuid: UUID(uuid: uuid)), endsAt: Instant(milliseconds: hours * Self.hour))
    }

    /// The person in sixteen bytes, the end in three (hours since 1970, until the year 3883).
    private var payload: [UInt8] {
        let hours = endsAt.milliseconds / Self.hour
        return withUnsafeBytes(of: person.uuid.uuid) { Array($0) }
            + (0..<Self.hourBytes).map { UInt8(truncatingIfNeeded: hours >> Int64(16 - 8 * $0)) }
    }

    private static func token(_ key: [UInt8]) -> SignedToken {
        SignedToken(context: "oranje gegevens bevestigen 1", key: key)
    }
}

extension Transaction {
    /// Of whom a link is.
    ///
    /// - Throws: `LinkFault`.
    func confirmingPerson(token: String, at now: Instant) throws -> Functionary {
        guard let key = try secretKey(ConfirmationLink.keyName),
            let link = ConfirmationLink(token: token, key), let person = try functionary(link.person)
        else { throw LinkFault.forged }
        let isEmployed = person.employedThrough.map { $0 >= Amsterdam.day(at: now) } ?? true
        guard now < link.endsAt, isEmployed else { throw LinkFault.expired }
        return person
    }
}

extension Change {
    /// Nil while nobody set the address of this site, or without the master key: the letter then carries no link.
    mutating func confirmationLinks() throws -> (address: SiteAddress, key: [UInt8])? {
        guard let address = try tx.siteAddress() else { return nil }
        do {
            if let key = try tx.secretKey(ConfirmationLink.keyName) { return (address, key) }
            let key = randomness.bytes(ConfirmationLink.keyBytes)
            try tx.insertSecretKey(ConfirmationLink.keyName, key)
            return (address, key)
        } catch is KeyFault {
            return nil
        }
    }
}
