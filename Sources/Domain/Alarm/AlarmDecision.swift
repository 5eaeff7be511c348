/// What the engine does next with a running alarm.
package enum AlarmAction: Hashable, Sendable {
    /// Call everybody of the next wave of a post who was not called yet.
    case openWave(post: Int, number: Int, people: [ID<Functionary>])
    /// Somebody who offered before gets a place that came free.
    case useReserve(ID<Functionary>, post: Int)
    /// Ask somebody who is past their time, and tell the leader.
    case askOverdue(ID<Functionary>)
    /// Somebody who was asked did not answer: their place counts as open, they may still come.
    case countSilent(ID<Functionary>)
    /// Nobody is left to call for this post.
    case exhaust(posts: [Int])
    /// Everybody wanted is at work: end, and tell the others.
    case finish
}

extension AlarmProgress {
    /// Everything that must happen at `now`, applied to this value too, and when to look again.
    ///
    /// Each round does one thing and looks anew, because opening a wave changes who may still answer. It ends:
    /// every round opens a wave, uses a reserve, asks or loses somebody, all of which are finite.
    package mutating func advance(at now: Instant) -> (actions: [AlarmAction], dueAt: Instant?) {
        guard !state.isOver else { return ([], nil) }
        var actions: [AlarmAction] = []
        while let action = nextAction(at: now) {
            apply(action, at: now)
            actions.append(action)
            if case .finish = action { return (actions, nil) }
        }
        return (actions, nextDue())
    }

    private func nextAction(at now: Instant) -> AlarmAction? {
        if isFilled { return .finish }
        return overdueAction(at: now) ?? reserveAction() ?? nextWave(at: now) ?? exhaustion(at: now)
    }

    /// Overdue people are looked at by rank of id, so that two runs decide the same.
    private func overdueAction(at now: Instant) -> AlarmAction? {
        for callee in promisedInOrder where callee.silentAt == nil {
            if let askedAt = callee.askedAt {
                if now >= askedAt.adding(minutes: norms.overdueReplyMinutes) {
                    return .countSilent(callee.person)
                }
            } else if let arrivesAt = callee.arrivesAt, now >= arrivesAt.adding(minutes: norms.overdueMinutes)
            {
                return .askOverdue(callee.person)
            }
        }
        return nil
    }

    private func reserveAction() -> AlarmAction? {
        for post in posts.indices where openPlaces(of: post) > 0 {
            for person in posts[post].called.flatMap(\.people) where callees[person]?.state == .reserve {
                return .useReserve(person, post: post)
            }
        }
        return nil
    }

    /// The next wave of the first post that must widen: those still to answer are fewer than its open places,
    /// or its wave has had its time. The first wave is called in any case: who is on duty is always called.
    package func nextWave(at now: Instant) -> AlarmAction? {
        let unmet = unmetPlaces()
        for (index, post) in posts.enumerated() where !post.isUsedUp {
            let isFirst = post.openedCount == 0
            guard isFirst || openPlaces(of: index) > 0 else { continue }
            let hasHadItsTime = post.waveDueAt.map { now >= $0 } ?? true
            guard isFirst || hasHadItsTime || unmet[index] > 0 else { continue }
            let people = post.waves[post.openedCount].people.filter { callees[$0]?.state == .planned }
            return .openWave(post: index, number: post.openedCount + 1, people: people)
        }
        return nil
    }

    private func exhaustion(at now: Instant) -> AlarmAction? {
        guard state == .open else { return nil }
        let unmet = unmetPlaces()
        let empty = posts.indices.filter { index in
            guard posts[index].isUsedUp, openPlaces(of: index) > 0 else { return false }
            return unmet[index] > 0 || (posts[index].waveDueAt.map { now >= $0 } ?? true)
        }
        return empty.isEmpty ? nil : .exhaust(posts: empty)
    }

    private mutating func apply(_ action: AlarmAction, at now: Instant) {
        switch action {
        case .openWave(let post, let number, let people):
            let wave = posts[post].waves[number - 1]
            posts[post].openedCount = number
            // A wave of nobody has no time of its own; the round after this one leaves it.
            posts[post].waveDueAt =
                wave.people.isEmpty ? now : now.adding(minutes: norms.waveMinutes)
            for person in people { callees[person]?.state = .called }
        case .useReserve(let person, let post):
            let arrivesAt = arrival(on: post, minutes: callees[person]?.minutes, at: now)
            callees[person]?.state = .promised
            callees[person]?.post = post
            callees[person]?.arrivesAt = arrivesAt
            callees[person]?.askedAt = nil
            callees[person]?.silentAt = nil
        case .askOverdue(let person): callees[person]?.askedAt = now
        case .countSilent(let person): callees[person]?.silentAt = now
        case .exhaust: state = .exhausted
        case .finish: state = .filled
        }
    }

    /// When the next of these decisions can fall without anybody answering first; nil when only an answer or
    /// a human can change something.
    private func nextDue() -> Instant? {
        var moments: [Instant] = []
        for callee in promisedInOrder where callee.silentAt == nil {
            if let askedAt = callee.askedAt {
                moments.append(askedAt.adding(minutes: norms.overdueReplyMinutes))
            } else if let arrivesAt = callee.arrivesAt {
                moments.append(arrivesAt.adding(minutes: norms.overdueMinutes))
            }
        }
        for (index, post) in posts.enumerated() where openPlaces(of: index) > 0 {
            guard !post.isUsedUp || state == .open else { continue }
            if let due = post.waveDueAt { moments.append(due) }
        }
        return moments.min()
    }

    private var promisedInOrder: [Callee] {
        callees.values.filter { $0.state == .promised }.sorted { $0.person < $1.person }
    }
}
