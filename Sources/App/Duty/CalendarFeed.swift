import Crypto
import Domain
import HTTPTypes
import Storage
import Web

/// A secret address at which a calendar reads duties: of one person or of one line. Revoked by taking it
/// away.
struct CalendarFeed: Sendable {
    let id: ID<CalendarFeed>
    let person: ID<Functionary>?
    let line: Code<DutyLine>?
    let madeAt: Instant

    /// How far a calendar sees.
    private static let daysBack = 31
    private static let daysAhead = 730
    private static let secretBytes = 24
    /// A reminder a day before.
    private static let reminderMinutes = 1_440

    static func hash(_ secret: String) -> String {
        [UInt8](SHA256.hash(data: Array(secret.utf8))).hexadecimal
    }

    static func secret(_ randomness: inout Randomness) -> String {
        randomness.bytes(secretBytes).hexadecimal
    }

    /// 404 for an address that is not there, or no longer.
    @Sendable static func show(_ application: Application, _ request: WebRequest) async throws -> WebResponse
    {
        let now = application.now()
        let hash = hash(request.parameters["token"] ?? "")
        let text = try await application.storage.read { tx in
            guard let feed = try tx.calendarFeed(hash: hash) else { throw WebFailure.notFound }
            return try feed.text(tx, at: now)
        }
        return WebResponse(
            status: .ok,
            headers: [.contentType: "text/calendar; charset=utf-8", .cacheControl: "private, max-age=900"],
            body: Array(text.utf8))
    }

    func text(_ tx: Transaction, at now: Instant) throws -> String {
        let interval = Interval(
            now.adding(minutes: -Self.daysBack * 1_440), now.adding(minutes: Self.daysAhead * 1_440))
        let names = try tx.lineNames()
        let duties = try tx.duties(during: interval, line: line, person: person)
        let people =
            line == nil
            ? [:]
            : Dictionary(
                try tx.functionaries().map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        let events = duties.map { stored in
            let what = "\(names[stored.duty.line] ?? stored.duty.line.text), \(stored.duty.slot.word)"
            var event = CalendarEvent(
                uid: "\(stored.id)@oranje", sequence: 0, interval: stored.duty.interval,
                title: people[stored.person].map { "\($0): \(what)" } ?? "Piket \(what)")
            // Standing by leaves somebody free for meetings.
            event.isTransparent = true
            event.reminderMinutes = person == nil ? nil : Self.reminderMinutes
            return event
        }
        return CalendarText.text(
            events, method: nil, name: line.map { names[$0] ?? $0.text } ?? "Piket", stamp: now)
    }
}

extension Change {
    /// - Returns: the secret of the address, which is kept nowhere.
    mutating func makeCalendarFeed(person: ID<Functionary>?, line: Code<DutyLine>?) throws -> String {
        guard case .account(let signedIn) = actor else { throw WebFailure.forbidden }
        if let person, person == signedIn.person {
            try actor.require(.seeOwn)
        } else {
            try actor.require(.seeRoster)
        }
        let secret = CalendarFeed.secret(&randomness)
        let feed = CalendarFeed(id: newID(), person: person, line: line, madeAt: now)
        try tx.insert(feed, hash: CalendarFeed.hash(secret), account: signedIn.account)
        try record(
            JournalEntry(
                "feed.made", "feed", feed.id,
                after: ["persoon": person.map { .text($0.description) } ?? .none, "lijn": .code(line)]))
        return secret
    }

    mutating func revokeCalendarFeed(_ id: ID<CalendarFeed>) throws {
        guard let feed = try tx.calendarFeeds().first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        if case .account(let signedIn) = actor, feed.person != nil, feed.person == signedIn.person {
            try actor.require(.seeOwn)
        } else {
            try actor.require(.editRoster)
        }
        try tx.deleteCalendarFeed(id)
        try record(JournalEntry("feed.revoked", "feed", id))
    }
}
