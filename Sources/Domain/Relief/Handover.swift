/// The work of one person going over to the next (*overdracht*, spec L3): what they promised and what worries
/// them; the rest stands in the log. It is done when both have said so.
package struct Handover: Hashable, Codable, Sendable {
    package let function: Code<CrisisFunction>
    /// Whoever leaves, by id in the register.
    package let from: String
    package let to: String
    /// When whoever leaves began: what changed since is what the next must know.
    package let since: Instant
    package let promises: String
    package let worries: String
    /// When whoever leaves said it; nil while they have not.
    package let givenAt: Instant?
    /// When whoever comes said they have it.
    package let takenAt: Instant?

    package init(
        function: Code<CrisisFunction>, from: String, to: String, since: Instant, promises: String = "",
        worries: String = "", givenAt: Instant? = nil, takenAt: Instant? = nil
    ) {
        self.function = function
        self.from = from
        self.to = to
        self.since = since
        self.promises = promises
        self.worries = worries
        self.givenAt = givenAt
        self.takenAt = takenAt
    }

    package var isConfirmed: Bool { givenAt != nil && takenAt != nil }

    package func given(at now: Instant) -> Handover { with(givenAt: givenAt ?? now, takenAt: takenAt) }

    package func taken(at now: Instant) -> Handover { with(givenAt: givenAt, takenAt: takenAt ?? now) }

    private func with(givenAt: Instant?, takenAt: Instant?) -> Handover {
        Handover(
            function: function, from: from, to: to, since: since, promises: promises, worries: worries,
            givenAt: givenAt, takenAt: takenAt)
    }
}

/// What somebody who takes over must know, out of the state and the log of a deployment.
package struct HandoverSummary: Sendable {
    /// Written down since the other began, oldest first; notes and replaced entries too.
    package let changes: [DeploymentEntry]
    package let actions: [DeploymentState.Changing<DeploymentAction>]
    /// Of which nobody knows yet whether they work.
    package let decisions: [DeploymentState.Changing<DeploymentDecision>]
    package let pictureVersion: Int

    /// - Parameter entries: at least those since `since`, in any order.
    package init(_ state: DeploymentState, entries: [DeploymentEntry], since: Instant) {
        changes = entries.filter { $0.recordedAt >= since }.sorted { $0.number < $1.number }
        actions = state.actions.filter { !$0.value.state.isOver }
        decisions = state.decisions.filter { $0.value.effect == .unchecked }
        pictureVersion = state.pictureVersion
    }
}

/// A change of crew for which nobody said that the work went over: whoever should have been relieved is still
/// reckoned to be at it.
package struct MissingHandover: Hashable, Sendable {
    package let function: Code<CrisisFunction>
    /// When the crews should have changed.
    package let dueAt: Instant
    /// Nil: nobody was found to take over.
    package let successor: ID<Functionary>?

    /// Who comes early may take over so long before the change.
    private static let earlyMinutes = 60

    /// - Parameters:
    ///   - changes: by function, when a crew was to begin, and who.
    ///   - present: since when somebody is at work, by function, of those who are there now.
    ///   - graceMinutes: the crews are together for so long; until then nothing is missing.
    package static func find(
        changes: [(function: Code<CrisisFunction>, at: Instant, successor: ID<Functionary>?)],
        present: [(function: Code<CrisisFunction>, person: ID<Functionary>, since: Instant)],
        handovers: [Handover], graceMinutes: Int, at now: Instant
    ) -> [MissingHandover] {
        changes.compactMap { change in
            guard change.at.adding(minutes: graceMinutes) <= now else { return nil }
            let isDone = handovers.contains {
                $0.function == change.function && $0.isConfirmed
                    && ($0.takenAt ?? .distantPast) >= change.at.adding(minutes: -earlyMinutes)
                    && (change.successor == nil || $0.to == change.successor?.description)
            }
            let stays = present.contains { $0.function == change.function && $0.since < change.at }
            guard !isDone, stays else { return nil }
            return MissingHandover(
                function: change.function, dueAt: change.at, successor: change.successor)
        }
    }
}
