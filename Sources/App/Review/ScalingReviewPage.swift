import Domain
import Storage
import Web

/// The review of one deployment, with what it asked of every municipality.
struct ScalingReviewPage: Sendable {
    let model: DeploymentPage
    let review: ScalingReview
    let mayReview: Bool
    /// Whose people worked, the most first, with what the review says or else what was counted.
    let shares: [(municipality: Code<Municipality>, hours: Int, cost: Money?)]
    let precedents: [ReviewedDeployment]
    let today: Day

    private static let precedentsMax = 5

    init(_ visit: Visit, _ tx: Transaction) throws {
        let model = try DeploymentPage(visit, tx)
        guard model.state.flexible != nil || model.state.review != nil else { throw WebFailure.notFound }
        let due = Amsterdam.day(at: model.deployment.openedAt).adding(days: ScalingReview.dueDays)
        let review = model.state.review ?? ScalingReview(dueOn: due.iso)
        self.model = model
        self.review = review
        mayReview = visit.signedIn.may(.reviewScaling)
        today = visit.today
        let counted = try tx.workedMinutes(in: model.deployment.id, until: visit.now)
        let said = Dictionary(
            review.shares.map { ($0.municipality, $0) }, uniquingKeysWith: { first, _ in first })
        let concerned = Set(model.state.municipalities).union(counted.keys).union(said.keys)
        shares = concerned.map {
            municipality -> (municipality: Code<Municipality>, hours: Int, cost: Money?) in
            let hours = said[municipality]?.hours ?? ((counted[municipality] ?? 0) + 59) / 60
            return (municipality, hours, said[municipality]?.cents.map { Money(cents: $0) })
        }.sorted { ($1.hours, $0.municipality) < ($0.hours, $1.municipality) }
        precedents = try tx.precedents(of: model.state.flexible?.domain, limit: Self.precedentsMax + 1)
            .filter { $0.deployment.id != model.deployment.id }.prefix(Self.precedentsMax).map(\.self)
    }

    var heading: String {
        let due = Day(iso: review.dueOn)
        switch review.stage {
        case .closed: return "Getoetst: \(model.deployment.title)"
        case .open, .prepared, .discussed:
            if let due, due < today { return "De toets had vóór \(Dutch.date(due)) af moeten zijn" }
            return "Was het verstandig, en was het legitiem?"
        }
    }
}

/// All reviews: what is due, and what was learnt.
struct ScalingReviewsPage: Sendable {
    static let closedMax = 50

    let open: [ReviewedDeployment]
    let closed: [ReviewedDeployment]
    let names: [Code<Municipality>: String]
    let search: String
    let today: Day

    init(_ visit: Visit, _ tx: Transaction) throws {
        let reach = visit.signedIn.reach(of: .seeDeployments)
        func isVisible(_ reviewed: ReviewedDeployment) -> Bool {
            reach == .region || reviewed.deployment.municipalities.contains(where: reach.includes)
        }
        search = String(visit.request.query["zoek"].prefix(100))
        open = try tx.openScalingReviews().filter(isVisible)
        closed = try tx.precedents(
            words: search.split(separator: " ").map(String.init), limit: Self.closedMax
        ).filter(isVisible)
        names = try tx.municipalityNames()
        today = visit.today
    }

    var heading: String {
        let overdue = open.count { (Day(iso: $0.review.dueOn) ?? today) < today }
        if overdue > 0 { return "\(Dutch.count(overdue, "toets is", "toetsen zijn")) over tijd" }
        return open.isEmpty
            ? "Er staat geen toets open" : "\(Dutch.count(open.count, "toets", "toetsen")) nog te doen"
    }
}

/// Counts and lessons for a board: no names, no places.
struct ReviewFiguresPage: Sendable {
    private static let reviewsMax = 1_000

    let figures: ReviewFigures

    init(_ visit: Visit, _ tx: Transaction) throws {
        let closed = try tx.precedents(limit: Self.reviewsMax)
        let open = try tx.openScalingReviews()
        figures = ReviewFigures((closed + open).map(\.review), on: visit.today)
    }
}
