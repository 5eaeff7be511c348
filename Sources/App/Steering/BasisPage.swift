import Domain
import Storage
import Web

/// Whether the basis is in order, for a board: figures that were taken of a quarter, and what is asked.
struct BasisPage: Sendable {
    /// Of five years.
    static let quartersMax = 20

    /// Nil: there is none that this visitor may see.
    let shown: TakenQuarter?
    /// Those that may be chosen, the newest first.
    let quarters: [TakenQuarter]
    let comparison: BasisComparison
    /// Of the region, the oldest first.
    let trend: [(quarter: BasisQuarter, figures: [BasisFigure])]
    let municipalities: [Municipality]
    /// The visitor's own.
    let own: [Code<Municipality>]
    /// Sees every municipality's figures: prepares them.
    let prepares: Bool
    let comments: [BasisComment]
    /// Titles of what lies before a body that decides.
    let asked: [(paper: ID<BoardPaper>, title: String, body: String)]
    /// The measure on the map.
    let measure: BasisMeasure
    let regionName: String
    let today: Day
    let now: Instant
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        own = visit.signedIn.municipalities
        prepares = visit.signedIn.may(.editPlan)
        (today, now, csrf) = (visit.today, visit.now, visit.signedIn.csrf)
        let seesEarly = prepares || !own.isEmpty
        quarters = try tx.takenQuarters().filter { $0.publishedAt != nil || seesEarly }
        let wanted = BasisQuarter(visit.request.query["kwartaal"])
        let shown = quarters.first { $0.quarter == wanted } ?? quarters.first
        self.shown = shown
        measure =
            BasisMeasure.allCases.first { $0.isLocal && $0.word == visit.request.query["cijfer"] }
            ?? .coverage
        municipalities = try tx.municipalities().filter { $0.exists(on: visit.today) }
        regionName = try tx.region()?.name ?? ""
        let visible = Set(quarters.map(\.quarter))
        let regional = try tx.regionalFigures().filter { visible.contains($0.key) }
        trend = regional.sorted { $0.key < $1.key }.filter { entry in
            shown.map { entry.key <= $0.quarter } ?? false
        }.suffix(Self.quartersMax).map { (quarter: $0.key, figures: $0.value) }
        let before = trend.last { entry in shown.map { entry.quarter < $0.quarter } ?? false }
        comparison = BasisComparison(
            try shown.map { try tx.basisFigures(of: $0.quarter) } ?? [],
            before: try before.map { try tx.basisFigures(of: $0.quarter) } ?? [])
        let isOpen = shown?.publishedAt != nil
        comments = try (shown.map { try tx.basisComments(of: $0.quarter) } ?? []).filter {
            [own, prepares] comment in
            isOpen || prepares || own.contains(comment.municipality)
        }
        let bodies = try tx.governingBodies()
        asked = try tx.boardPapers().compactMap { paper in
            guard let file = try tx.paperFile(paper.id), file.settled == nil,
                let step = file.steps.last(where: { $0.role == .decision })
            else { return nil }
            return (paper.id, paper.title, bodies.first { $0.code == step.body }?.name ?? step.body.text)
        }
    }

    /// How it stands, what worsened, what is asked.
    var sentences: [String] { [standing, change, request] }

    var standing: String {
        guard shown != nil else { return "Er zijn nog geen cijfers." }
        func share(_ measure: BasisMeasure) -> String {
            comparison.figure(measure)?.text ?? "niet vastgesteld"
        }
        return
            "Volgens rooster is \(share(.coverage)) van de minuten bezet, en \(share(.depth)) ook als één persoon uitvalt; "
            + "\(share(.competence)) van de functionarissen is vakbekwaam voor al hun functies."
    }

    private var change: String {
        guard comparison.hasEarlier else { return "Er is geen eerder kwartaal om mee te vergelijken." }
        let worse = comparison.worsened.map {
            "\($0.now.measure.word) (was \($0.before.text), nu \($0.now.text))"
        }
        return worse.isEmpty
            ? "Geen cijfer is slechter dan een kwartaal eerder."
            : "Slechter dan een kwartaal eerder: \(Dutch.list(worse))."
    }

    private var request: String {
        asked.isEmpty
            ? "Er wordt geen besluit gevraagd."
            : "Gevraagd besluit: \(Dutch.list(asked.map { "\($0.title) (\($0.body))" }))."
    }

    /// What may be shown of a municipality on this page; nil: too few people to show it to others.
    func figure(_ measure: BasisMeasure, of code: Code<Municipality>, hidden: Set<Code<Municipality>>)
        -> BasisFigure?
    {
        guard prepares || own.contains(code) || !hidden.contains(code) else { return nil }
        return comparison.figure(measure, of: code)
    }
}
