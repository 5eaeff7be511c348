/// Every moment of a deployment for which there is a norm or an agreement, read from its log and its alarms.
package struct DeploymentMoments: Sendable {
    /// What an alarm of the deployment tells.
    package struct AlarmCourse: Sendable {
        package let raisedAt: Instant
        /// When the first message with a description left.
        package let describedAt: Instant?
        /// Office and when it knew; nil: nobody wrote it down.
        package let informed: [(office: String, at: Instant?)]
        package let posts: [(function: String, turnout: Turnout)]

        package init(
            raisedAt: Instant, describedAt: Instant?, informed: [(office: String, at: Instant?)],
            posts: [(function: String, turnout: Turnout)]
        ) {
            self.raisedAt = raisedAt
            self.describedAt = describedAt
            self.informed = informed
            self.posts = posts
        }
    }

    private let entries: [DeploymentEntry]
    private let openedAt: Instant
    private let norms: NormSet

    /// - Parameter entries: all of them, those that were replaced too.
    package init(_ entries: [DeploymentEntry], openedAt: Instant, norms: NormSet) {
        self.entries = entries.sorted { $0.number < $1.number }
        self.openedAt = openedAt
        self.norms = norms
    }

    package func all(alarms: [AlarmCourse]) -> [NormedMoment] {
        alarms.flatMap { moments(of: $0) } + messages + pictured + shelter + actions + effectChecks
    }

    /// The last declaration or request before people were called; without one, the begin.
    private func ground(of raisedAt: Instant) -> Instant {
        entries.filter { entry in
            let isGround = entry.content.kind == .level || entry.content.kind == .flexible
            return isGround && entry.occurredAt <= raisedAt
        }.map(\.occurredAt).max() ?? min(openedAt, raisedAt)
    }

    private func moments(of alarm: AlarmCourse) -> [NormedMoment] {
        let ground = ground(of: alarm.raisedAt)
        let start = norms.value(of: .alarmStart, at: ground)
        let described = NormedMoment(
            .described, "", from: ground, at: alarm.describedAt,
            withinMinutes: norms.value(of: .alarmDescription, at: ground))
        let informed = alarm.informed.map {
            NormedMoment(.informed, $0.office, from: ground, at: $0.at, withinMinutes: start)
        }
        let posts = alarm.posts.map { function, turnout in
            NormedMoment(
                .atWork, function, from: turnout.raisedAt, at: turnout.filledAt,
                withinMinutes: turnout.withinMinutes)
        }
        return [
            NormedMoment(.alarmStarted, "", from: ground, at: alarm.raisedAt, withinMinutes: start),
            described,
        ]
            + informed + posts
    }

    /// The norm to repeat is one of the acute phase: it is measured while there was a level (GRIP).
    private var messages: [NormedMoment] {
        let released = entries.filter { entry in
            if case .message(let message) = entry.content { message.isReleased } else { false }
        }.sorted { $0.occurredAt < $1.occurredAt }
        let levels = Declarations(
            entries.compactMap { entry in
                guard case .level(let declaration) = entry.content else { return nil }
                return HeardDeclaration(
                    number: entry.number, occurredAt: entry.occurredAt, declaration: declaration)
            })
        let isCrisis = !levels.heard.isEmpty || entries.contains { $0.content.kind == .flexible }
        guard isCrisis || !released.isEmpty else { return [] }
        let first = NormedMoment(
            .firstMessage, "", from: openedAt, at: released.first?.occurredAt,
            withinMinutes: norms.value(of: .communicationFirst, at: openedAt))
        let repeats = zip(released, released.dropFirst()).compactMap { one, next -> NormedMoment? in
            let level = levels.heard.last { $0.occurredAt <= one.occurredAt }?.declaration.level
            guard level != nil else { return nil }
            return NormedMoment(
                .nextMessage, "", from: one.occurredAt, at: next.occurredAt,
                withinMinutes: norms.value(of: .communicationRepeat, at: one.occurredAt))
        }
        return [first] + repeats
    }

    private var pictured: [NormedMoment] {
        let recorded = Dictionary(
            entries.map { ($0.number, $0.recordedAt) }, uniquingKeysWith: { first, _ in first })
        return entries.compactMap { entry -> NormedMoment? in
            guard case .note(let note) = entry.content, note.kind.isForPicture else { return nil }
            return NormedMoment(
                .pictured, "regel \(entry.number)", from: entry.receivedAt,
                at: entry.processedBy.flatMap { recorded[$0] },
                withinMinutes: norms.value(of: .pictureProcess, at: entry.receivedAt))
        }
    }

    private var shelter: [NormedMoment] {
        let state = DeploymentState(standing: entries.filter { $0.supersededBy == nil })
        guard let demand = state.shelterDemand, demand.override != 0 else { return [] }
        let acute = state.shelters.filter { $0.value.kind == .acute }
        return [
            NormedMoment(
                .shelterOpened, acute.first?.value.name ?? "", from: demand.startedAt,
                at: acute.compactMap(\.value.openedAt).min(),
                withinMinutes: norms.value(of: .shelterAvailable, at: demand.startedAt))
        ]
    }

    /// Things that change, each through all its entries.
    private func things<Value>(
        _ read: (EntryContent) -> Value?
    ) -> [[(entry: DeploymentEntry, value: Value)]] {
        var order: [ID<DeploymentThing>] = []
        var things: [ID<DeploymentThing>: [(entry: DeploymentEntry, value: Value)]] = [:]
        for entry in entries {
            guard let thing = entry.thing, let value = read(entry.content) else { continue }
            if things[thing] == nil { order.append(thing) }
            things[thing, default: []].append((entry, value))
        }
        return order.compactMap { things[$0] }
    }

    private var actions: [NormedMoment] {
        things { content -> DeploymentAction? in
            if case .action(let value) = content { value } else { nil }
        }.compactMap { course -> NormedMoment? in
            guard let first = course.first, let due = first.value.dueAt else { return nil }
            return NormedMoment(
                .action, first.value.what, from: first.entry.occurredAt,
                at: course.first { $0.value.state.isOver }?.entry.occurredAt,
                withinMinutes: max(0, due.minutes(since: first.entry.occurredAt)))
        }
    }

    private var effectChecks: [NormedMoment] {
        things { content -> DeploymentDecision? in
            if case .decision(let value) = content { value } else { nil }
        }.compactMap { course -> NormedMoment? in
            guard let first = course.first, let due = first.value.checkAt else { return nil }
            return NormedMoment(
                .effectCheck, first.value.decision, from: first.entry.occurredAt,
                at: course.first { $0.value.effect != .unchecked }?.entry.occurredAt,
                withinMinutes: max(0, due.minutes(since: first.entry.occurredAt)))
        }
    }
}
