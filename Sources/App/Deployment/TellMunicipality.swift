import Domain
import Storage
import Web

extension Change {
    /// How far back small deployments are looked for: a server that was away for some mornings forgets none.
    private static let lookedBackDays = 7

    /// Mails each municipality what small deployments and advice there were, to its own crisis officials (spec I11).
    /// One letter a deployment and reader, however often this runs. A municipality whose officials have no address of
    /// mail is told through the contact point.
    mutating func tellMunicipalities() throws {
        let since = now.adding(minutes: -Self.lookedBackDays * 24 * 60)
        let names = try tx.municipalityNames()
        let desk = try tx.contactPoint(on: Amsterdam.day(at: now))
        let office = try desk?.name ?? tx.region()?.officeName ?? ""
        for deployment in try tx.smallDeployments(endedSince: since) {
            let state = DeploymentState(standing: try tx.standingEntries(of: deployment.id))
            guard let small = state.small else { continue }
            for municipality in deployment.municipalities {
                let letter = SmallDeploymentLetter(
                    deployment, small, place: names[municipality] ?? municipality.text)
                let readers = try tx.crisisOfficials(of: municipality).compactMap { try tx.reader($0) }
                for reader in readers {
                    try queueMail(
                        QueuedMail(
                            key: "morning \(deployment.id) \(municipality) \(reader.id)",
                            recipient: reader.address,
                            person: reader.id, subject: letter.subject,
                            text: QueuedMail.letter(to: reader.name, letter.paragraphs, from: office)))
                }
                if readers.isEmpty, let desk {
                    let missing =
                        "Voor \(letter.place) staat geen ambtenaar crisisbeheersing met een e-mailadres in Oranje. "
                        + "Geef dit daarom zelf door."
                    try queueMail(
                        QueuedMail(
                            key: "morning \(deployment.id) \(municipality)", recipient: desk.mailbox,
                            person: nil,
                            subject: letter.subject,
                            text: QueuedMail.letter(to: "", letter.paragraphs + [missing], from: office)))
                }
            }
        }
    }
}

/// What a municipality reads in the morning about one small deployment.
struct SmallDeploymentLetter {
    let place: String
    private let deployment: Deployment
    private let small: SmallDeployment

    init(_ deployment: Deployment, _ small: SmallDeployment, place: String) {
        self.deployment = deployment
        self.small = small
        self.place = place
    }

    private var kind: String { small.isAdvice ? "advies" : "een kleine inzet" }

    var subject: String {
        let mark = deployment.isExercise ? "OEFENING: " : ""
        return "\(mark)\(kind.capitalisedFirst) in \(place), \(deployment.number)"
    }

    var paragraphs: [String] {
        let mark = deployment.isExercise ? "OEFENING. " : ""
        let site = deployment.place.isEmpty ? "" : " (\(deployment.place))"
        let asked = small.askedBy.isEmpty ? "" : "\nGevraagd door: \(small.askedBy)"
        let handed = small.handedTo.isEmpty ? "" : "\nOvergedragen aan: \(small.handedTo)"
        let spent = small.minutes.map { "\nTijd: \(Dutch.duration(minutes: $0))" } ?? ""
        return [
            "\(mark)\(Dutch.moment(deployment.openedAt).capitalisedFirst) was er \(kind) in \(place)\(site).",
            "Gedaan: \(small.done)\(asked)\(handed)\(spent)",
            "Het staat in Oranje bij Inzetten, nummer \(deployment.number). Geef zelf door wie het in jouw gemeente moet weten.",
        ]
    }
}

extension Transaction {
    /// Who can be written to: nil without an address of mail.
    fileprivate func reader(
        _ id: ID<Functionary>
    ) throws -> (id: ID<Functionary>, name: String, address: EmailAddress)? {
        guard let person = try functionary(id),
            let text = try channels(of: id).first(where: { $0.kind == .email })?.address,
            let address = EmailAddress(text)
        else { return nil }
        return (id, person.name.given, address)
    }
}
