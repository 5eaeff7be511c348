import Domain
import Storage
import Web

/// What the forms that begin a deployment offer.
struct OpeningPage: Sendable {
    private static let precedentsMax = 3

    let municipalities: [Municipality]
    let templates: [(value: String, label: String)]
    /// Earlier ones in the municipality that was chosen.
    let precedents: [Deployment]
    /// Closed reviews of flexible scaling, newest first: what the region learnt.
    let reviewed: [ReviewedDeployment]
    let names: [Code<Municipality>: String]
    private let mayors: [Code<Municipality>: String]
    let csrf: String
    let key: String

    init(_ visit: Visit, _ tx: Transaction, in code: Code<Municipality>? = nil) throws {
        municipalities = try tx.municipalities().filter { $0.exists(on: visit.today) }
        templates = [("", "geen")] + DeploymentFile.shipped.templates.map { ($0.code, $0.name) }
        csrf = visit.signedIn.csrf
        var random = visit.randomness
        key = random.bytes(12).hexadecimal
        let officials = try tx.officials()
        let leaves = try tx.officialLeaves(from: visit.now)
        mayors = Dictionary(
            municipalities.map { municipality in
                let own = officials.filter { $0.municipality == municipality.code }
                let standing = OfficeStanding(.mayor, own, leaves, at: visit.now)
                return (municipality.code, Self.caller(standing))
            }, uniquingKeysWith: { first, _ in first })
        reviewed = try code == nil ? [] : tx.precedents(limit: Self.precedentsMax)
        names = try tx.municipalityNames()
        precedents =
            try code.map { code in
                try tx.endedDeployments(limit: 100).filter { $0.municipalities.contains(code) }
                    .prefix(Self.precedentsMax).map(\.self)
            } ?? []
    }

    /// Who answers as mayor now, by the municipality's card.
    func mayor(of code: Code<Municipality>) -> String { mayors[code] ?? Self.caller(.unknown) }

    private static func caller(_ standing: OfficeStanding) -> String {
        switch standing {
        case .present(let official): "Burgemeester \(official.name)"
        case .replaced(let official, _, _): "\(official.name), voor de burgemeester"
        case .nobody, .unknown: "De burgemeester"
        }
    }
}
