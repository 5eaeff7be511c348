package import Domain
import Storage

/// A deployment that was opened, as a command reads it.
package struct OpenedDeployment: Sendable {
    package let id: String
    package let number: String
    package let title: String
    package let level: GRIPLevel?
    package let domain: ScalingDomain?
    package let municipalities: [String]
    package let isExercise: Bool
}

/// All that was written in a deployment until a moment, oldest first.
package struct DeploymentTimeline: Sendable {
    package let id: String
    package let number: String
    package let title: String
    package let isExercise: Bool
    package let at: Instant
    package let entries: [Entry]

    package struct Entry: Sendable {
        package let id: String
        package let number: Int
        package let kind: String
        /// What kind of entry it is, in a Dutch word.
        package let word: String
        package let occurredAt: Instant
        package let receivedAt: Instant
        package let recordedAt: Instant
        package let author: String
        /// Empty for an entry that the reader may not see.
        package let text: String
    }
}

extension Application {
    /// - Throws: `OpeningRefusal`.
    package func openDeployment(_ request: OpeningRequest) async throws -> OpenedDeployment {
        let opened = try await storage.change(
            by: .command("deployment open"), at: now(), randomness: randomness()
        ) { change in
            let id = try change.openDeployment(request)
            guard let deployment = try change.tx.deployment(id) else { throw OpeningRefusal.noTitle }
            let state = DeploymentState(standing: try change.tx.standingEntries(of: id))
            return OpenedDeployment(
                id: id.description, number: deployment.number, title: deployment.title,
                level: deployment.level, domain: state.flexible?.domain,
                municipalities: deployment.municipalities.map(\.text), isExercise: deployment.isExercise)
        }
        try await storage.wakeOthers(.seen)
        return opened
    }

    /// A key for a request that brings none.
    package func newRequestKey() -> String {
        var source = randomness()
        return source.bytes(16).hexadecimal
    }

    /// - Parameter instant: as it was known then; nil for now.
    /// - Returns: nil when there is no such deployment.
    package func deploymentTimeline(_ text: String, at instant: Instant?) async throws -> DeploymentTimeline?
    {
        let now = now()
        return try await storage.read { tx in
            guard let id = ID<Deployment>(text), let deployment = try tx.deployment(id) else { return nil }
            return try DeploymentTimeline(deployment, at: instant ?? now, .command, tx)
        }
    }
}

extension DeploymentTimeline {
    init(
        _ deployment: Deployment, at instant: Instant, _ access: DeploymentAccess, _ tx: Transaction
    ) throws {
        let number = try tx.entryNumber(of: deployment.id, at: instant)
        self.init(
            id: deployment.id.description, number: deployment.number, title: deployment.title,
            isExercise: deployment.isExercise, at: instant,
            entries: try tx.entries(of: deployment.id, through: number).map { entry in
                let isHidden = entry.isConfidential && !access.mayReadConfidential
                return Entry(
                    id: entry.id.description, number: entry.number, kind: entry.content.kind.rawValue,
                    word: entry.content.kind.word, occurredAt: entry.occurredAt, receivedAt: entry.receivedAt,
                    recordedAt: entry.recordedAt, author: entry.author.text, text: isHidden ? "" : entry.text)
            })
    }
}
