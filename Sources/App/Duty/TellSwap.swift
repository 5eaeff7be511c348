import Domain
import Storage
import Web

extension Change {
    /// Asks who may take an offered duty. Whoever has no address of mail finds it on their own page.
    mutating func tellOffered(_ swap: Swap, to people: [ID<Functionary>]) throws {
        let line = try tx.lineNames()[swap.line] ?? swap.line.text
        let giver = try tx.functionary(swap.person)?.name.full ?? ""
        let when = Dutch.period(swap.interval)
        let address = try tx.siteAddress().map { " \($0.url("/rooster/mijn"))" } ?? ""
        for person in people where person != swap.person {
            try queueLetter(
                to: person, key: "swap-offered \(swap.id) \(person)",
                subject: "Dienst over te nemen: \(line)",
                [
                    "\(giver) biedt een dienst aan:\n\(line), \(when)",
                    "Overnemen doe je op de pagina Mijn diensten.\(address)\nHet aanbod geldt tot "
                        + "\(Dutch.moment(min(swap.expiresAt, swap.interval.end))).",
                ])
        }
    }

    /// Tells who offered that the duty is no longer theirs.
    mutating func tellTaken(_ swap: Swap, by person: ID<Functionary>, _ part: Interval) throws {
        let line = try tx.lineNames()[swap.line] ?? swap.line.text
        let taker = try tx.functionary(person)?.name.full ?? ""
        try queueLetter(
            to: swap.person, key: "swap-taken \(swap.id)", subject: "Overgenomen: \(line)",
            ["\(taker) heeft je dienst overgenomen:\n\(line), \(Dutch.period(part))"])
    }

    /// A letter about duty to somebody in the register who has an address of mail.
    mutating func queueLetter(
        to id: ID<Functionary>, key: String, subject: String, _ paragraphs: [String]
    ) throws {
        guard let person = try tx.functionary(id),
            let address = try tx.channels(of: id).first(where: { $0.kind == .email })?.address,
            let recipient = EmailAddress(address)
        else { return }
        let office = try tx.contactPoint(on: Amsterdam.day(at: now))?.name ?? tx.region()?.officeName ?? ""
        try queueMail(
            QueuedMail(
                key: key, recipient: recipient, person: id, subject: subject,
                text: QueuedMail.letter(to: person.name.given, paragraphs, from: office)))
    }
}
