import Domain
import Storage
import Web

/// The growth path (*groeipad*) of 2019: the basis first, then vision, broadening and regionalisation, each with
/// what it needs and whether that is there.
struct GrowthPage: Sendable {
    struct Step: Sendable {
        let title: String
        let meaning: String
        let needs: [Requirement]

        var isReached: Bool { needs.allSatisfy { $0.isMet == true } }
    }

    struct Requirement: Sendable {
        let text: String
        /// Nil: nobody can say.
        let isMet: Bool?
        /// What it rests on.
        let ground: String
        let path: String
    }

    let steps: [Step]

    init(_ visit: Visit, _ tx: Transaction) throws {
        let today = visit.today
        let papers = try tx.boardPapers().compactMap { try tx.paperFile($0.id) }
        func adopted(_ kind: BoardPaper.Subject.Kind) -> PaperFile? {
            papers.first { $0.paper.subject.kind == kind && $0.settled?.verdict == .adopted }
        }
        func paper(_ text: String, _ kind: BoardPaper.Subject.Kind) -> Requirement {
            let file = adopted(kind)
            let ground =
                file?.settled.map { "vastgesteld op \(Dutch.date($0.day))" } ?? "nog niet vastgesteld"
            return Requirement(text: text, isMet: file != nil, ground: ground, path: "/besluiten")
        }
        let quarter = try tx.takenQuarters().first { $0.publishedAt != nil }
        let figures = try quarter.map { try tx.basisFigures(of: $0.quarter) } ?? []
        func full(_ measure: BasisMeasure, _ text: String, _ path: String) -> Requirement {
            let figure = figures.first { $0.measure == measure && $0.municipality == nil }
            let when = quarter.map { "\(figure?.text ?? "onbekend") in \($0.quarter.words)" }
            return Requirement(
                text: text, isMet: figure?.thousandths.map { $0 == 1_000 },
                ground: when ?? "nog geen cijfers", path: path)
        }
        let places = try tx.municipalities().filter { $0.exists(on: today) }.map(\.code)
        let book = AdoptionBook(
            agreements: try tx.agreements(), adoptions: try tx.adoptions(),
            municipalities: try tx.municipalities(),
            on: today)
        let agreements = try tx.agreements().filter { $0.version(on: today) != nil }
        let themes = [Agreement.Theme.competence, .communication, .information, .pools].map {
            theme -> Requirement in
            let own = agreements.filter { $0.theme == theme }
            let all = places.count { place in
                !own.isEmpty
                    && own.allSatisfy { agreement in
                        if case .adopted = book.standing(place, agreement) { true } else { false }
                    }
            }
            return Requirement(
                text: "Regionale afspraken over \(theme.word)", isMet: !own.isEmpty && all == places.count,
                ground: own.isEmpty
                    ? "er is geen afspraak" : "overgenomen door \(all) van \(places.count) gemeenten",
                path: "/afspraken")
        }
        let reviews = try tx.openScalingReviews().count
        let closed = try tx.precedents(limit: 1).count
        let shared = try tx.arrangements(on: today).values.filter { $0.level != .local }.count
        steps = [
            Step(
                title: "Basis op orde",
                meaning: "Vakbekwaamheid, communicatie, informatie en pools zijn geregeld.",
                needs: [paper("Plan van aanpak", .plan)] + themes + [
                    full(.coverage, "Alle diensten volgens rooster bezet", "/bezetting"),
                    full(.competence, "Alle functionarissen vakbekwaam", "/bestuur"),
                ]),
            Step(
                title: "Visie en meerjarenbeleidsplan",
                meaning: "Hoe de doorontwikkeling er over jaren uitziet.",
                needs: [
                    paper("Visie op bevolkingszorg", .vision),
                    paper("Budget voor het volgende jaar", .budgetRequest),
                ]),
            Step(
                title: "Verbreding", meaning: "Ook bij crises in het sociaal domein en de openbare orde.",
                needs: [
                    Requirement(
                        text: "Ervaring met flexibel opschalen, achteraf getoetst", isMet: closed > 0,
                        ground: closed > 0 ? "er zijn afgeronde toetsen" : "nog geen toets afgerond",
                        path: "/inzetten"),
                    Requirement(
                        text: "Geen toets staat open", isMet: reviews == 0,
                        ground: Dutch.count(reviews, "open toets", "open toetsen"), path: "/inzetten"),
                ]),
            Step(
                title: "Regionalisering",
                meaning: "Gemeenten dragen functies samen: regionaal als het kan, lokaal als het moet.",
                needs: [
                    Requirement(
                        text: "Processen en functies die gemeenten samen dragen", isMet: shared > 0,
                        ground: Dutch.count(shared, "proces of functie", "processen en functies"),
                        path: "/regio"),
                    full(.depth, "Ook bij één uitval bezet", "/bezetting"),
                ]),
        ]
    }

    var heading: String {
        guard let next = steps.first(where: { !$0.isReached }) else {
            return "Alle stappen van het groeipad zijn gezet"
        }
        let left = next.needs.count { $0.isMet != true }
        return
            "Groeipad: bij ‘\(next.title)’ \(left == 1 ? "ontbreekt" : "ontbreken") nog \(Dutch.count(left, "voorwaarde", "voorwaarden"))"
    }
}
