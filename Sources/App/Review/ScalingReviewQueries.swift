import Domain
import Storage

extension Transaction {
    func saveClosedReview(
        of deployment: ID<Deployment>, domain: ScalingDomain, closedAt: Instant, text: String
    ) throws {
        try execute(
            """
            INSERT INTO scaling_review (deployment, domain, closed_at, search_text)
            VALUES (\(deployment), \(domain), \(closedAt), \(text))
            ON CONFLICT (deployment) DO UPDATE SET domain = excluded.domain, closed_at = excluded.closed_at,
                search_text = excluded.search_text
            """)
    }
}
