import Domain
import Storage
import Web

/// What a region agreed for its deployments.
struct DeploymentRulesPage: Sendable {
    let mandates: MandateMatrix
    let declarers: DeclarerMatrix
    let mayEdit: Bool
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        mandates = try tx.mandateMatrix()
        declarers = try tx.declarerMatrix()
        mayEdit = visit.signedIn.may(.editRegion)
        csrf = visit.signedIn.csrf
    }
}

/// A task card with what municipalities add.
struct TaskCardPage: Sendable {
    let card: TaskCard
    let annexes: [(municipality: Municipality, body: String)]
    /// For which of them this visitor may write.
    let editable: [Municipality]
    let reading: TaskCardReading
    let csrf: String

    /// - Throws: `WebFailure.notFound` for a card that is not there.
    init(_ visit: Visit, _ tx: Transaction) throws {
        let code = visit.request.parameters["card"] ?? ""
        guard let card = try tx.taskCards(on: visit.today).first(where: { $0.code == code }),
            let shipped = TaskCard.shipped(code)
        else { throw WebFailure.notFound }
        self.card = card
        reading = try TaskCardReading(shipped, visit, tx)
        let bodies = try tx.cardAnnexes(of: code)
        let municipalities = try tx.municipalities().filter { $0.exists(on: visit.today) }
        annexes = municipalities.compactMap { municipality in
            bodies[municipality.code].flatMap { $0.isEmpty ? nil : (municipality, $0) }
        }
        let reach = visit.signedIn.reach(of: .editCards)
        editable = visit.signedIn.may(.editCards) ? municipalities.filter { reach.includes($0.code) } : []
        csrf = visit.signedIn.csrf
    }
}

/// What somebody may keep on their device: the duty roster, municipality cards, task cards.
struct OfflinePage: Sendable {
    let pages: [(path: String, name: String)]

    init(_ visit: Visit, _ tx: Transaction) throws {
        let signedIn = visit.signedIn
        var pages: [(path: String, name: String)] = [("/", "Wie heeft nu dienst")]
        if signedIn.may(.seeRoster) { pages.append(("/rooster", "Rooster")) }
        if signedIn.may(.seeRegion) { pages.append(("/regio/aanspreekpunt", "Wie antwoordt waarvoor")) }
        if signedIn.may(.seeCards) {
            let reach = signedIn.reach(of: .seeCards)
            for municipality in try tx.municipalities().filter({ $0.exists(on: visit.today) })
            where reach.includes(municipality.code) {
                pages.append(("/regio/gemeenten/\(municipality.code)", "Gemeentekaart \(municipality.name)"))
            }
        }
        pages.append(("/taakkaarten", "Taakkaarten"))
        for card in DeploymentFile.shipped.cards {
            pages.append(("/taakkaarten/\(card.code)", "Taakkaart \(card.name)"))
        }
        self.pages = pages
    }
}

/// The list as the page's script reads it.
struct OfflineResource: Encodable {
    let paginas: [String]
}
