import Domain
import Storage

/// A review of flexible scaling with the deployment that it is of.
struct ReviewedDeployment: Sendable {
    let deployment: Deployment
    let flexible: FlexibleScaling?
    let review: ScalingReview
}

/// What other features may read of reviews.
extension Transaction {
    /// Closed reviews, newest first.
    ///
    /// - Parameter domain: nil for those of every domain.
    /// - Parameter words: all of these occur; empty for all.
    func precedents(
        of domain: ScalingDomain? = nil, words: [String] = [], limit: Int
    ) throws -> [ReviewedDeployment] {
        let folded = words.map(\.folded).filter { !$0.isEmpty }
        var found: [ReviewedDeployment] = []
        for row in try rows(
            "SELECT deployment, domain, search_text FROM scaling_review ORDER BY closed_at DESC, deployment")
        where found.count < limit {
            let text = try row.text("search_text")
            let own: ScalingDomain = try row.kind("domain")
            guard domain == nil || own == domain, folded.allSatisfy({ text.contains($0) }) else { continue }
            if let next = try reviewed(try row.id("deployment")) { found.append(next) }
        }
        return found
    }

    /// Reviews that are not closed, first due first.
    func openScalingReviews() throws -> [ReviewedDeployment] {
        try openReviews().compactMap { try reviewed($0.id) }
    }

    private func reviewed(_ id: ID<Deployment>) throws -> ReviewedDeployment? {
        guard let deployment = try deployment(id) else { return nil }
        let state = try deploymentState(id)
        return state.review.map {
            ReviewedDeployment(deployment: deployment, flexible: state.flexible, review: $0)
        }
    }
}
