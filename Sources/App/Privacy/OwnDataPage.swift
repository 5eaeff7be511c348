import Domain
import Storage
import Web

/// What somebody's own privacy page shows.
struct OwnDataPage: Sendable {
    static let viewsMax = 50

    let person: Functionary
    let channels: [ContactChannel]
    let confirmation: ContactConfirmation
    /// Months within which it should be confirmed; nil while nobody established it.
    let confirmMonths: Int?
    let views: [SeenBy]
    let now: Instant
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let person = try tx.functionary(try visit.ownPerson()) else { throw WebFailure.notFound }
        self.person = person
        channels = try tx.channels(of: person.id)
        confirmation = try tx.confirmation(of: person.id)
        confirmMonths = try tx.normSet().value(of: .contactConfirmEvery, at: visit.now)
        views = try tx.views(of: person.id, limit: Self.viewsMax)
        now = visit.now
        csrf = visit.signedIn.csrf
    }

    /// It was never confirmed, or longer ago than the norm.
    var isDue: Bool {
        guard let confirmedAt = confirmation.confirmedAt else { return true }
        guard let confirmMonths else { return false }
        return Amsterdam.day(at: confirmedAt).adding(months: confirmMonths) <= Amsterdam.day(at: now)
    }
}

extension FormFields {
    /// Channels as the form of one's own contact data shows them.
    init(_ channels: [ContactChannel]) {
        func address(_ kind: ContactChannel.Kind) -> String {
            channels.first { $0.kind == kind }?.shown ?? ""
        }
        self.init([
            "mobiel": address(.mobile), "email": address(.email), "vast": address(.voice),
            "eerst": channels.first?.kind.rawValue ?? ContactChannel.Kind.mobile.rawValue,
        ])
    }
}
