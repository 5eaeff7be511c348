import Domain
import Storage

/// Regional task cards: what ships, and what the region made of it since.
extension Transaction {
    /// Each with the steps of the version that holds on `day`.
    func taskCards(on day: Day) throws -> [TaskCard] {
        let own = try taskCardVersions()
        return DeploymentFile.shipped.cards.map { card in
            guard let version = own[card.code]?.last(where: { $0.day <= day }) else { return card }
            return TaskCard(code: card.code, name: card.name, steps: version.lines)
        }
    }
}

extension TaskCard {
    /// The first version is the one that ships; it held before the region wrote its own.
    var shippedVersion: DocumentVersion {
        DocumentVersion(
            number: 1, day: Day(daysSince1970: 0), text: steps.joined(separator: "\n"), note: "Meegeleverd")
    }

    static func shipped(_ code: String) -> TaskCard? {
        DeploymentFile.shipped.cards.first { $0.code == code }
    }
}
