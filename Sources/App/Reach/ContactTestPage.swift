import Domain
import Storage
import Web

/// What the list of communication tests shows.
struct ContactTestsPage: Sendable {
    private static let testsMax = 50

    let tests: [StoredContactTest]
    /// Nil: not established.
    let everyMonths: Int?
    let windowMinutes: Int?
    let mayStart: Bool
    let now: Instant
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        let norms = try tx.normSet()
        tests = try tx.contactTests(limit: Self.testsMax)
        everyMonths = norms.value(of: .channelTestEvery, at: visit.now)
        windowMinutes = norms.value(of: .channelTestWindow, at: visit.now)
        mayStart = visit.signedIn.may(.testChannels)
        now = visit.now
        csrf = visit.signedIn.csrf
    }

    /// One that is planned or runs keeps another from starting.
    var isUnderWay: Bool { tests.first.map { $0.endedAt == nil } ?? false }
}

/// What one test showed, as far as the visitor keeps the people.
struct ContactTestPage: Sendable {
    struct Row: Sendable {
        let person: Functionary
        let working: Int
        let channels: [(kind: ContactChannel.Kind, result: ContactTest.Result)]
    }

    let test: StoredContactTest
    /// Of everybody, per kind of channel.
    let counts: [ContactChannel.Kind: [ContactTest.Result: Int]]
    /// Those with fewer than two working channels, by name; none while the test runs, because they may still answer.
    let thin: [Row]
    /// Of these the page shows so many.
    static let rowsMax = 100
    let municipalities: [Code<Municipality>: String]
    let now: Instant

    init(_ visit: Visit, _ tx: Transaction, _ id: ID<StoredContactTest>) throws {
        guard let test = try tx.contactTest(id) else { throw WebFailure.notFound }
        self.test = test
        now = visit.now
        let lines = try tx.contactTestLines(of: id)
        let reach = visit.signedIn.reach(of: .editPeople)
        counts = Dictionary(grouping: lines, by: \.kind).mapValues { ofKind in
            Dictionary(grouping: ofKind, by: { $0.result(closesAt: test.closesAt) }).mapValues(\.count)
        }
        let byPerson = Dictionary(grouping: lines, by: \.person)
        let audience = test.endedAt == nil ? [] : try tx.contactTestPeople(of: id)
        thin = try ContactTest.thin(lines, audience: audience, closesAt: test.closesAt).compactMap { entry in
            guard let person = try tx.functionary(entry.person), reach.includes(person.municipality) else {
                return nil
            }
            let channels = (byPerson[entry.person] ?? []).map { line in
                (kind: line.kind, result: line.result(closesAt: test.closesAt))
            }
            return Row(person: person, working: entry.working, channels: channels)
        }
        municipalities = try tx.municipalityNames()
    }
}

/// What somebody sees who opens the link in a message of a test.
struct ContactConfirmPage: Sendable {
    let message: ContactTestMessage
    let name: String
    let test: StoredContactTest
    let regionName: String
    let now: Instant

    /// - Throws: `LinkFault`.
    init(token: String, _ tx: Transaction, at now: Instant) throws {
        message = try tx.contactTestMessage(token: token, at: now)
        guard let test = try tx.contactTest(message.test) else { throw LinkFault.forged }
        self.test = test
        name = try tx.functionary(message.line.person)?.name.full ?? ""
        regionName = try tx.region()?.name ?? ""
        self.now = now
    }
}
