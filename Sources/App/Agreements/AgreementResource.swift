import Domain
import Web

struct AgreementResource: Hashable, Sendable {
    let id: ID<Agreement>
    let theme: Agreement.Theme
    let title: String
    let versions: [AgreementVersionResource]

    /// More than anybody ever wrote of one agreement.
    private static let versionsMax = 1_000

    static let schema = Schema<AgreementResource>.object(
        "Afspraak", "Wat de gemeenten van de regio samen afspraken.",
        Property("afspraakId", \.id, .id(of: Agreement.self), "Id."),
        Property("thema", \.theme, .choice(Agreement.Theme.allCases, word: \.word), "Waarover zij gaat."),
        Property("titel", \.title, .anyText, "Titel."),
        Property(
            "versies", \.versions, .list(of: AgreementVersionResource.schema, countMax: versionsMax),
            "Op nummer; de laatste die is ingegaan, geldt."),
        make: AgreementResource.init)
}

extension AgreementResource {
    init(_ agreement: Agreement) {
        self.init(
            id: agreement.id, theme: agreement.theme, title: agreement.title,
            versions: agreement.versions.map {
                AgreementVersionResource(
                    number: $0.number, validFrom: $0.day, text: $0.text, source: $0.source)
            })
    }
}

struct AgreementVersionResource: Hashable, Sendable {
    let number: Int
    let validFrom: Day
    let text: String
    let source: String

    static let schema = Schema<AgreementVersionResource>.object(
        "Afspraakversie", "De tekst van een afspraak vanaf een dag.",
        Property("nummer", \.number, .count, "Vanaf 1."),
        Property("geldigVanaf", \.validFrom, .day, "Eerste dag; geldt tot de volgende versie."),
        Property("tekst", \.text, .anyText, "Wat er is afgesproken."),
        Property("bron", \.source, .anyText, "Waar het is besloten."),
        make: AgreementVersionResource.init)
}

/// How a municipality stands towards an agreement.
struct AdoptionResource: Hashable, Sendable {
    let municipality: Code<Municipality>
    let standing: AdoptionStanding.Kind
    let version: Int?
    let since: Day?
    let deviation: String
    let harm: HarmKind
    let binds: Bool

    static let schema = Schema<AdoptionResource>.object(
        "Overname", "Hoe een gemeente tegenover een afspraak staat.",
        Property("gemeente", \.municipality, .code(of: Municipality.self, example: "GM0599"), "De gemeente."),
        Property(
            "stand", \.standing, .choice(AdoptionStanding.Kind.allCases, word: \.apiWord),
            "Wat de gemeente er het laatst over besloot."),
        Property("versie", \.version, Scalar.count.orNull, "Waarover; null zolang er niets is besloten."),
        Property(
            "sindsDatum", \.since, Scalar.day.orNull, "Vanaf wanneer; null zolang er niets is besloten."),
        Property("afwijking", \.deviation, .anyText, "Wat de gemeente anders doet; leeg als niets."),
        Property(
            "oordeel", \.harm, .choice(HarmKind.allCases, word: \.word),
            "Wat de regio van de afwijking vindt."),
        Property("bindt", \.binds, .boolean, "Of op mensen van de gemeente mag worden gerekend."),
        make: AdoptionResource.init)
}

extension AdoptionResource {
    init(_ code: Code<Municipality>, _ standing: AdoptionStanding) {
        let last = standing.adoption
        self.init(
            municipality: code, standing: standing.kind, version: last?.version, since: last?.day,
            deviation: last?.choice.deviation ?? "", harm: (last?.choice.harm ?? .notJudged).kind,
            binds: standing.binds)
    }
}

extension AdoptionStanding {
    /// A standing without what was decided.
    enum Kind: CaseIterable, Sendable {
        case notYet, adopted, deviates, earlier, withdrawn

        fileprivate var apiWord: String {
            switch self {
            case .notYet: "nog-niet"
            case .adopted: "overgenomen"
            case .deviates: "wijkt-af"
            case .earlier: "eerdere-versie"
            case .withdrawn: "doet-niet-mee"
            }
        }
    }

    fileprivate var kind: Kind {
        switch self {
        case .notYet: .notYet
        case .adopted: .adopted
        case .deviates: .deviates
        case .earlier: .earlier
        case .withdrawn: .withdrawn
        }
    }

    fileprivate var adoption: Adoption? {
        switch self {
        case .notYet: nil
        case .adopted(let last), .deviates(let last), .earlier(let last), .withdrawn(let last): last
        }
    }
}
