import Delivery
import Domain
import Storage
import Web

extension Change {
    /// Somebody looked at their own contact data and says that it is right.
    mutating func confirmContact() throws {
        let person = try ownPerson()
        var confirmation = try tx.confirmation(of: person.id)
        let before = confirmation.confirmedAt
        confirmation.confirmedAt = now
        try tx.save(confirmation, of: person.id)
        try record(
            JournalEntry(
                "contact.confirmed", "person", person.id,
                before: ["bevestigd": before.map { .text($0.iso8601) } ?? .none],
                after: ["bevestigd": .text(now.iso8601)]))
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
            try queueMail(
                QueuedMail(
                    key: "contact-confirmation \(person.id) \(today.iso)", recipient: recipient,
                    person: person.id,
                    subject: "Kloppen je gegevens nog?",
                    text: QueuedMail.letter(
                        to: person.name.given, Self.question(channels[person.id] ?? [], months), from: office)
                ))
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
    private static func question(_ channels: [ContactChannel], _ months: Int) -> [String] {
        let ways = channels.map { "- \($0.kind.word), \($0.masked)" }.joined(separator: "\n")
        return [
            "Bij een crisis bereikt de regio je zo, in deze volgorde:\n\(ways)",
            "Klopt dat nog? Meld je aan bij Oranje, kies “Mijn gegevens” en bevestig het. Klopt het niet, pas het dan daar aan.",
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
