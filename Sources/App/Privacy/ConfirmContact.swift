import Delivery
import Domain
import Storage
import Web

extension Change {
    /// Somebody looked at their own contact data and says that it is right.
    mutating func confirmContact() throws {
        try saveConfirmation(of: try ownPerson().id, way: "pagina")
    }

    /// The reader of the letter says yes with its link.
    ///
    /// - Throws: `LinkFault`.
    mutating func confirmContact(byLink token: String) throws {
        let person = try tx.confirmingPerson(token: token, at: now)
        // A button that is pressed twice says the same thing once.
        if try tx.confirmation(of: person.id).isConfirmed(since: ConfirmationLink.daysMax, at: now) { return }
        try saveConfirmation(of: person.id, way: "link")
    }

    private mutating func saveConfirmation(of person: ID<Functionary>, way: String) throws {
        var confirmation = try tx.confirmation(of: person)
        let before = confirmation.confirmedAt
        confirmation.confirmedAt = now
        try tx.save(confirmation, of: person)
        try record(
            JournalEntry(
                "contact.confirmed", "person", person,
                before: ["bevestigd": before.map { .text($0.iso8601) } ?? .none],
                after: ["bevestigd": .text(now.iso8601), "met": .text(way)]))
    }

    /// Somebody changes how they are reached, and in which order; that is a confirmation as well.
    mutating func changeOwnContact(_ channels: [ContactChannel]) throws {
        let person = try ownPerson()
        let before = try tx.channels(of: person.id)
        let after = channels.map { channel in
            // An address that stays the same keeps the moment at which it was verified.
            before.first { $0.kind == channel.kind && $0.address == channel.address } ?? channel
        }
        if before != after {
            try noticingGaps(of: person.id, cause: "contact.changed") { change in
                try change.replaceChannels(after, of: person.id)
            }
            try record(
                JournalEntry(
                    "contact.changed", "person", person.id, before: journalState(person, before),
                    after: journalState(person, after)))
        }
        try confirmContact()
    }

    private func ownPerson() throws -> Functionary {
        guard case .account(let signedIn) = actor, signedIn.may(.seeOwn), let id = signedIn.person,
            let person = try tx.functionary(id)
        else { throw WebFailure.forbidden }
        return person
    }

    /// Asks everybody whose data was not confirmed within the norm, and again once in a norm's time. Nobody is
    /// asked while nobody established how often.
    ///
    /// - Returns: how many letters were queued.
    @discardableResult
    mutating func askForConfirmation() throws -> Int {
        guard try tx.hasMailChannel(),
            let months = try tx.normSet().value(of: .contactConfirmEvery, at: now)
        else { return 0 }
        let today = Amsterdam.day(at: now)
        let since = Amsterdam.instant(today.adding(months: -months), hour: 0)
        let confirmations = try tx.confirmations()
        let channels = try tx.channelsByPerson()
        let desk = try tx.contactPoint(on: today)
        let office = try desk?.name ?? tx.region()?.officeName ?? ""
        let links = try confirmationLinks()
        var count = 0
        for person in try tx.functionaries() where person.employedThrough.map({ $0 >= today }) ?? true {
            var confirmation = confirmations[person.id] ?? ContactConfirmation()
            let latest = [confirmation.confirmedAt, confirmation.askedAt].compactMap(\.self).max()
            guard latest.map({ $0 < since }) ?? true,
                let address = channels[person.id]?.first(where: { $0.kind == .email })?.address,
                let recipient = EmailAddress(address)
            else { continue }
            confirmation.askedAt = now
            try tx.save(confirmation, of: person.id)
            let link = links.map { address, key in
                address.url(ConfirmationLink(person: person.id, askedAt: now).path(key))
            }
            let question = Self.question(channels[person.id] ?? [], months, link)
            try queueMail(
                QueuedMail(
                    key: "contact-confirmation \(person.id) \(today.iso)", recipient: recipient,
                    person: person.id, subject: "Kloppen je gegevens nog?",
                    text: QueuedMail.letter(to: person.name.given, question, from: office)))
            count += 1
        }
        if count > 0 {
            try record(
                JournalEntry(
                    "contact.asked", "region", try tx.region()?.code.text ?? "",
                    after: ["brieven": .number(count)]))
        }
        return count
    }

    /// A mailbox is no safe place: the letter says how somebody is reached, without the numbers themselves.
    private static func question(
        _ channels: [ContactChannel], _ months: Int, _ link: String?
    ) -> [String] {
        let ways = channels.map { "- \($0.kind.word), \($0.masked)" }.joined(separator: "\n")
        let yes =
            link.map {
                "Klopt dat nog? Bevestig het hier, zonder aanmelden:\n\($0)\n"
                    + "De link werkt \(ConfirmationLink.daysMax) dagen en is alleen voor jou. Stuur hem niet door."
            } ?? "Klopt dat nog? Meld je aan bij Oranje, kies “Mijn gegevens” en bevestig het."
        return [
            "Bij een crisis bereikt de regio je zo, in deze volgorde:\n\(ways)", yes,
            "Klopt het niet? Meld je aan bij Oranje en pas het aan bij “Mijn gegevens”.",
            "Deze vraag krijg je elke \(months == 1 ? "maand" : "\(months) maanden").",
        ]
    }
}

extension ContactChannel {
    /// Enough to recognise and not to use: the last two digits, or the first letter and the domain.
    var masked: String {
        switch kind {
        case .mobile, .voice: "eindigt op \(address.suffix(2))"
        case .email:
            "\(address.prefix(1))…@\(address.split(separator: "@").last.map(String.init) ?? "")"
        }
    }
}
