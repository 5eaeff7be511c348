import Delivery
import Domain
import Storage
import Web

extension Change {
    /// Whoever keeps a copy gets one of every edition from now on.
    mutating func addCallListHolder(_ person: ID<Functionary>) throws {
        try actor.require(.editRoster)
        guard try tx.functionary(person) != nil else { throw WebFailure.notFound }
        let holder = CallListHolder(id: newID(), person: person)
        try tx.insert(holder, at: now)
        try record(
            JournalEntry("callList.holderAdded", "person", person, after: ["persoon": .text("\(person)")]))
    }

    mutating func removeCallListHolder(_ id: ID<CallListHolder>) throws {
        try actor.require(.editRoster)
        guard let holder = try tx.callListHolders().first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        try tx.deleteCallListHolder(id)
        try record(
            JournalEntry(
                "callList.holderRemoved", "person", holder.person,
                before: ["persoon": .text("\(holder.person)")]))
    }

    /// A new edition with a numbered copy for each holder, mailed to whoever has an address. What an older one said is
    /// forgotten when it no longer holds.
    ///
    /// - Returns: nil when nobody keeps a copy.
    @discardableResult
    mutating func makeCallList() throws -> StoredCallList? {
        try actor.require(.editRoster)
        try tx.forgetCallLists(before: now)
        let holders = try tx.callListHolders()
        guard !holders.isEmpty else { return nil }
        let content = try CallList(tx, at: now)
        let list = StoredCallList(
            id: newID(), madeAt: now, validUntil: Instant(milliseconds: content.validUntil))
        try tx.insert(list, content: content.text)
        for (index, holder) in holders.enumerated() {
            let copy = CallListCopy(list: list.id, number: index + 1, person: holder.person, openedAt: nil)
            try tx.insert(copy)
            try mail(copy, content)
        }
        try record(
            JournalEntry(
                "callList.made", "callList", list.id,
                after: [
                    "exemplaren": .text(
                        holders.enumerated().map { "\($0 + 1): \($1.person)" }.joined(separator: ", "))
                ]))
        return list
    }

    private mutating func mail(_ copy: CallListCopy, _ content: CallList) throws {
        guard let holder = try tx.functionary(copy.person),
            let address = try tx.channels(of: copy.person).first(where: { $0.kind == .email }),
            let recipient = EmailAddress(address.address)
        else { return }
        let until = Dutch.moment(Instant(milliseconds: content.validUntil))
        let document = CallListPages.document(content, copy.number, holder: holder.name.full)
        try queueMail(
            QueuedMail(
                key: "bellijst \(copy.list) \(copy.number)", recipient: recipient, person: copy.person,
                subject: "Bellijst voor als Oranje niet werkt, exemplaar \(copy.number)",
                text: QueuedMail.letter(
                    to: holder.name.given,
                    [
                        "Hierbij de bellijst van vannacht. Bewaar hem op je telefoon en op papier, en gooi de vorige weg.",
                        "Hij geldt tot \(until). Er staan privénummers in: geef hem aan niemand.",
                    ], from: content.region.isEmpty ? "Bevolkingszorg" : "Bevolkingszorg \(content.region)"),
                attachments: [
                    MailMessage.Attachment(
                        name: "bellijst-\(copy.number).html", type: "text/html; charset=utf-8",
                        bytes: document.bytes)
                ]))
    }

    /// Opens a copy for its holder; that they did is in the journal.
    mutating func openCallList(by person: ID<Functionary>) throws -> (CallListCopy, CallList) {
        guard let list = try tx.currentCallList(at: now), let content = try tx.callList(list.id),
            let copy = try tx.callListCopies(of: list.id).first(where: { $0.person == person })
        else { throw WebFailure.notFound }
        try tx.setOpened(copy, at: now)
        try record(
            JournalEntry(
                "callList.opened", "callList", list.id,
                after: ["exemplaar": .number(copy.number), "persoon": .text("\(person)")]))
        return (copy, content)
    }
}
