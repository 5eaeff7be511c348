import Domain
import Storage

/// Why a test does not start.
enum ContactTestRefusal: Error, Equatable {
    case windowOutOfBounds(min: Int, max: Int)
    /// Another one still runs: two at a time would confuse whoever must answer.
    case underWay
    case nobody
}

/// The kinds of background work of a test.
enum ContactTestWork {
    static let send = "contact-test"
    static let close = "contact-test-close"
    static let kinds = [send, close]
}

extension Change {
    /// Minutes in which people may answer.
    static let contactTestWindow = 5...1440
    /// A scheduled test begins when offices are open.
    private static let hour = 10

    /// Starts a test now, for everybody with a crisis function.
    @discardableResult
    mutating func startContactTest(windowMinutes: Int) throws -> ID<StoredContactTest> {
        try actor.require(.testChannels)
        return try planContactTest(startsAt: now, windowMinutes: windowMinutes, isScheduled: false)
    }

    /// Plans the test of today when the norm asks for one. Without a norm for both rhythm and window nobody decided
    /// that people are to be tested.
    mutating func planContactTest(for key: String) throws {
        guard let today = Day(iso: key) else { return }
        let norms = try tx.normSet()
        guard let every = norms.value(of: .channelTestEvery, at: now),
            let window = norms.value(of: .channelTestWindow, at: now)
        else { return }
        let last = try tx.contactTests(limit: 1).first.map { Amsterdam.day(at: $0.startsAt) }
        guard ContactTest.isDue(on: today, last: last, everyMonths: every) else { return }
        do {
            try planContactTest(
                startsAt: Amsterdam.instant(today, hour: Self.hour, minute: 0),
                windowMinutes: min(
                    max(window, Self.contactTestWindow.lowerBound), Self.contactTestWindow.upperBound),
                isScheduled: true)
        } catch ContactTestRefusal.nobody {
            // A region without people has nothing to test.
        } catch ContactTestRefusal.underWay {
            // The one that runs is the test.
        }
    }

    /// Freezes the audience and their addresses: what is changed in the register after this does not change who was
    /// tested.
    @discardableResult
    private mutating func planContactTest(
        startsAt: Instant, windowMinutes: Int, isScheduled: Bool
    ) throws -> ID<StoredContactTest> {
        guard Self.contactTestWindow.contains(windowMinutes) else {
            throw ContactTestRefusal.windowOutOfBounds(
                min: Self.contactTestWindow.lowerBound, max: Self.contactTestWindow.upperBound)
        }
        if let last = try tx.contactTests(limit: 1).first, last.endedAt == nil {
            throw ContactTestRefusal.underWay
        }
        let audience = try contactTestAudience()
        guard !audience.isEmpty else { throw ContactTestRefusal.nobody }
        if try tx.secretKey(ContactTestLink.keyName) == nil {
            try tx.insertSecretKey(ContactTestLink.keyName, randomness.bytes(AnswerLink.keyBytes))
        }
        let id: ID<StoredContactTest> = newID()
        let closesAt = startsAt.adding(minutes: windowMinutes)
        try tx.insertContactTest(
            id, startsAt: startsAt, closesAt: closesAt, isScheduled: isScheduled, audience: audience, at: now)
        try tx.queue(
            newID(), kind: ContactTestWork.send, key: id.description, dueAt: startsAt, now: now)
        try tx.queue(
            newID(), kind: ContactTestWork.close, key: id.description, dueAt: closesAt, now: now)
        try record(
            JournalEntry(
                "contact-test.planned", "contact-test", id,
                after: [
                    "begint": .text(startsAt.iso8601), "sluit": .text(closesAt.iso8601),
                    "mensen": .number(audience.count),
                ]))
        return id
    }

    /// Everybody in service who holds a crisis function now, by name.
    private func contactTestAudience() throws -> [ID<Functionary>] {
        let designated = Set(
            try tx.designations().filter { $0.interval?.contains(now) ?? false }.map(\.person))
        return try tx.functionaries().filter { person in
            designated.contains(person.id)
                && Interval(from: nil, through: person.employedThrough).contains(now)
        }.map(\.id)
    }

    /// Somebody confirmed a message: the channel works, also when the window is past.
    ///
    /// - Returns: false when it was confirmed before.
    @discardableResult
    mutating func confirmContactTest(_ number: Int, way: AnswerWay) throws -> Bool {
        guard let message = try tx.contactTestMessage(number),
            try tx.setContactTestAnswered(number, way: way, at: now)
        else { return false }
        try tx.setTested(message.line.address, of: message.line.person, at: now)
        try record(
            JournalEntry(
                "contact-test.confirmed", "person", message.line.person,
                after: ["kanaal": .text(message.line.kind.rawValue), "langs": .text(way.rawValue)]))
        return true
    }

    /// Draws up the result and tells every ambtenaar who of their people has fewer than two working channels.
    mutating func closeContactTest(_ id: ID<StoredContactTest>) throws {
        guard let test = try tx.contactTest(id), try tx.endContactTest(id, at: now) else { return }
        let lines = try tx.contactTestLines(of: id)
        let audience = try tx.contactTestPeople(of: id)
        let thin = ContactTest.thin(lines, audience: audience, closesAt: test.closesAt)
        try record(
            JournalEntry(
                "contact-test.closed", "contact-test", id,
                after: [
                    "mensen": .number(audience.count),
                    "op tijd": .number(lines.count { $0.result(closesAt: test.closesAt) == .inTime }),
                    "minder dan twee kanalen": .number(thin.count),
                ]))
        try tellOfficials(thin.map(\.person), test)
    }

    private mutating func tellOfficials(_ people: [ID<Functionary>], _ test: StoredContactTest) throws {
        let office = try tx.region()?.officeName ?? ""
        let address = try tx.siteAddress()
        let all = try Dictionary(grouping: people.compactMap { try tx.functionary($0) }, by: \.municipality)
        for (municipality, own) in all.sorted(by: { $0.key.text < $1.key.text }) {
            for official in try tx.crisisOfficials(of: municipality) {
                let mails = try tx.channels(of: official).filter { $0.kind == .email }
                guard let recipient = mails.first.flatMap({ EmailAddress($0.address) }) else { continue }
                // No names in mail: who they are stands on the page, for whoever may see it.
                let link = address.map { "Wie dat zijn: \($0.url("/communicatietests/\(test.id)"))" }
                try queueMail(
                    QueuedMail(
                        key: "contact-test \(test.id) \(municipality.text) \(official)",
                        recipient: recipient, person: official,
                        subject: "Communicatietest: wie is slecht bereikbaar",
                        text: QueuedMail.letter(
                            to: try tx.functionary(official)?.name.given ?? "",
                            [
                                own.count == 1
                                    ? "Van uw gemeente heeft één functionaris minder dan twee kanalen die werken."
                                    : "Van uw gemeente hebben \(own.count) functionarissen minder dan twee kanalen die werken.",
                                link ?? "Wie dat zijn, staat in Oranje bij Mensen, Communicatietests.",
                                "Vraag hun een tweede nummer of adres, en laat hen het bestaande nakijken.",
                            ], from: office)))
            }
        }
    }
}
