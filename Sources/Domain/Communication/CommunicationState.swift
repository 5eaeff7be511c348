/// How the communication of a deployment stands at a moment (spec K2).
package struct CommunicationState: Sendable {
    /// Released messages, oldest first.
    package let released: [DeploymentEntry]
    package let openedAt: Instant
    /// Minutes within which the first facts are out, and after which they are repeated; nil: not established.
    package let firstMinutes: Int?
    package let repeatMinutes: Int?

    package init(
        standing: [DeploymentEntry], openedAt: Instant, firstMinutes: Int?, repeatMinutes: Int?
    ) {
        released = standing.filter { entry in
            guard case .message(let message) = entry.content else { return false }
            return message.isReleased
        }.sorted { $0.occurredAt < $1.occurredAt }
        self.openedAt = openedAt
        self.firstMinutes = firstMinutes
        self.repeatMinutes = repeatMinutes
    }

    /// When the next message is due; nil without a norm.
    package var dueAt: Instant? {
        guard let last = released.last else { return firstMinutes.map { openedAt.adding(minutes: $0) } }
        return repeatMinutes.map { last.occurredAt.adding(minutes: $0) }
    }

    /// Messages on one subject by different speakers that say different things, the last of each.
    package var conflicts: [[DeploymentEntry]] {
        var last: [String: [Speaker: DeploymentEntry]] = [:]
        for entry in released {
            guard case .message(let message) = entry.content, !message.subject.isEmpty else { continue }
            last[message.subject.folded, default: [:]][message.speaker] = entry
        }
        return last.sorted { $0.key < $1.key }.compactMap { _, bySpeaker in
            let entries = bySpeaker.values.sorted { $0.number < $1.number }
            return Set(entries.map(\.text.folded)).count > 1 ? entries : nil
        }
    }
}
