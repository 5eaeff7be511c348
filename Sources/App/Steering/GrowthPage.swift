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
        let reading = try GrowthReading(tx, on: visit.today)
        steps = [
            Step(
                title: "Basis op orde",
                meaning: "Vakbekwaamheid, communicatie, informatie en pools zijn geregeld.",
                needs: [reading.adopted(.plan, "Plan van aanpak")] + reading.themes + [
                    reading.full(.coverage, "Alle diensten volgens rooster bezet", "/bezetting"),
                    reading.full(.competence, "Alle functionarissen vakbekwaam", "/bestuur"),
                ]),
            Step(
                title: "Visie en meerjarenbeleidsplan",
                meaning: "Hoe de doorontwikkeling er over jaren uitziet.",
                needs: [
                    reading.adopted(.vision, "Visie op bevolkingszorg"),
                    reading.adopted(.budgetRequest, "Budget voor het volgende jaar"),
                ]),
            Step(
                title: "Verbreding", meaning: "Ook bij crises in het sociaal domein en de openbare orde.",
                needs: try GrowthReading.broadening(tx)),
            Step(
                title: "Regionalisering",
                meaning: "Gemeenten dragen functies samen: regionaal als het kan, lokaal als het moet.",
                needs: [
                    try GrowthReading.sharing(tx, on: visit.today),
                    reading.full(.depth, "Ook bij één uitval bezet", "/bezetting"),
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

/// What the steps rest on: papers, the figures that the board saw last, and agreements.
private struct GrowthReading {
    private let papers: [PaperFile]
    private let quarter: TakenQuarter?
    private let figures: [BasisFigure]
    private let places: [Code<Municipality>]
    private let agreements: [Agreement]
    private let book: AdoptionBook

    init(_ tx: Transaction, on today: Day) throws {
        papers = try tx.boardPapers().compactMap { try tx.paperFile($0.id) }
        let quarter = try tx.takenQuarters().first { $0.publishedAt != nil }
        self.quarter = quarter
        figures = try quarter.map { try tx.basisFigures(of: $0.quarter) } ?? []
        let municipalities = try tx.municipalities()
        places = municipalities.filter { $0.exists(on: today) }.map(\.code)
        let all = try tx.agreements()
        agreements = all.filter { $0.version(on: today) != nil }
        book = AdoptionBook(
            agreements: all, adoptions: try tx.adoptions(), municipalities: municipalities, on: today)
    }

    func adopted(_ kind: BoardPaper.Subject.Kind, _ text: String) -> GrowthPage.Requirement {
        let file = papers.first { $0.paper.subject.kind == kind && $0.settled?.verdict == .adopted }
        let ground = file?.settled.map { "vastgesteld op \(Dutch.date($0.day))" } ?? "nog niet vastgesteld"
        return GrowthPage.Requirement(text: text, isMet: file != nil, ground: ground, path: "/besluiten")
    }

    func full(_ measure: BasisMeasure, _ text: String, _ path: String) -> GrowthPage.Requirement {
        let figure = figures.first { $0.measure == measure && $0.municipality == nil }
        let ground = quarter.map { "\(figure?.text ?? "niet vastgesteld") in \($0.quarter.words)" }
        return GrowthPage.Requirement(
            text: text, isMet: figure?.thousandths.map { $0 == 1_000 }, ground: ground ?? "nog geen cijfers",
            path: path)
    }

    var themes: [GrowthPage.Requirement] {
        [Agreement.Theme.competence, .communication, .information, .pools].map { theme in
            let own = agreements.filter { $0.theme == theme }
            let all = places.count { place in !own.isEmpty && own.allSatisfy { isAdopted($0, place) } }
            return GrowthPage.Requirement(
                text: "Regionale afspraken over \(theme.word)", isMet: !own.isEmpty && all == places.count,
                ground: own.isEmpty
                    ? "er is geen afspraak" : "overgenomen door \(all) van \(places.count) gemeenten",
                path: "/afspraken")
        }
    }

    private func isAdopted(_ agreement: Agreement, _ place: Code<Municipality>) -> Bool {
        if case .adopted = book.standing(place, agreement) { true } else { false }
    }

    static func broadening(_ tx: Transaction) throws -> [GrowthPage.Requirement] {
        let open = try tx.openScalingReviews().count
        let hasClosed = try !tx.precedents(limit: 1).isEmpty
        return [
            GrowthPage.Requirement(
                text: "Ervaring met flexibel opschalen, achteraf getoetst", isMet: hasClosed,
                ground: hasClosed ? "er zijn afgeronde toetsen" : "nog geen toets afgerond", path: "/inzetten"
            ),
            GrowthPage.Requirement(
                text: "Geen toets staat open", isMet: open == 0,
                ground: Dutch.count(open, "open toets", "open toetsen"), path: "/inzetten"),
        ]
    }

    static func sharing(_ tx: Transaction, on today: Day) throws -> GrowthPage.Requirement {
        let shared = try tx.arrangements(on: today).values.count { $0.level != .local }
        return GrowthPage.Requirement(
            text: "Processen en functies die gemeenten samen dragen", isMet: shared > 0,
            ground: Dutch.count(shared, "proces of functie", "processen en functies"), path: "/regio")
    }
}
