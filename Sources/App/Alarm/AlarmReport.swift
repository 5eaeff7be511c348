package import Domain
import Logging
import Storage

/// What raising or previewing an alarm gives back to a program.
package struct AlarmReport: Sendable {
    /// Nil for a preview.
    package let id: String?
    package let key: String?
    /// The same request was made before; nothing was raised.
    package let isDuplicate: Bool
    package let posts: [Post]
    package let waves: [Wave]
    package let shortfall: [Shortfall]

    package struct Post: Sendable {
        package let id: String?
        package let function: String
        package let wanted: Int
        package let by: Instant?
    }

    package struct Wave: Sendable {
        package let number: Int
        package let kind: String
        /// Different people over all posts.
        package let people: Int
        package var kindWord: String { WaveKind(rawValue: kind)?.word ?? kind }
    }

    /// A post that stays short even when everybody in the plan comes.
    package struct Shortfall: Sendable {
        package let function: String
        package let wanted: Int
        package let missing: Int
        package var message: String {
            missing == wanted
                ? "Voor \(function) is niemand te vragen."
                : "Voor \(function) zijn er \(wanted - missing) van de \(wanted) te vragen."
        }
    }
}

/// How an alarm stands, for a program.
package struct AlarmStatus: Sendable {
    package let id: String
    package let state: String
    package let posts: [Post]
    /// Messages of every state together, without those that only leave when another channel fails.
    package let messageCount: Int
    package let messagesByState: [String: Int]
    /// When the engine does something next; nil when only an answer or a human changes anything.
    package let nextDue: Instant?
    package var stateWord: String { AlarmState(rawValue: state)?.word ?? state }

    package struct Post: Sendable {
        package let function: String
        package let wanted: Int
        package let promised: Int
        package let atWork: Int
    }
}

extension AlarmReport {
    /// Of a plan that was not raised.
    init(_ plan: AlarmPlan, at now: Instant) {
        id = nil
        key = nil
        isDuplicate = false
        posts = plan.posts.map { post in
            Post(
                id: nil, function: post.function.text, wanted: post.wanted,
                by: post.withinMinutes.map { now.adding(minutes: $0) })
        }
        waves = plan.waves.map { Wave(number: $0.number, kind: $0.kind.rawValue, people: $0.people) }
        shortfall = Self.shortfall(posts, plan.shortfall)
    }

    init(_ alarm: Alarm, isDuplicate: Bool, _ tx: Transaction) throws {
        id = alarm.id.description
        key = alarm.key
        self.isDuplicate = isDuplicate
        posts = try tx.posts(of: alarm).map { post in
            Post(
                id: post.id.description, function: post.function.text, wanted: post.wanted, by: post.by)
        }
        waves = try tx.waveCounts(of: alarm.id)
        let progress = try tx.progress(of: alarm)
        let everybody = progress.callees.keys.sorted().map { person in
            progress.posts.indices.filter { post in
                progress.posts[post].waves.contains { $0.people.contains(person) }
            }
        }
        shortfall = Self.shortfall(
            posts, Matching.unmet(places: posts.map(\.wanted), eligible: everybody))
    }

    private static func shortfall(_ posts: [Post], _ missing: [Int]) -> [Shortfall] {
        zip(posts, missing).filter { $0.1 > 0 }.map { post, missing in
            Shortfall(function: post.function, wanted: post.wanted, missing: missing)
        }
    }
}

extension Transaction {
    func alarmStatus(_ id: ID<Alarm>) throws -> AlarmStatus? {
        guard let alarm = try alarm(id) else { return nil }
        let counts = try messageCounts(of: id)
        return AlarmStatus(
            id: id.description, state: alarm.state.rawValue,
            posts: try posts(of: alarm).map { post in
                AlarmStatus.Post(
                    function: post.function.text, wanted: post.wanted, promised: post.promised,
                    atWork: post.atWork)
            },
            messageCount: counts.filter { $0.key != .standby }.values.reduce(0, +),
            messagesByState: Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) }),
            nextDue: alarm.dueAt)
    }
}

extension Application {
    /// Raises an alarm and wakes the engine, in this process and in others.
    ///
    /// - Throws: `AlarmRefusal`.
    package func raiseAlarm(_ request: AlarmRequest) async throws -> AlarmReport {
        let report = try await storage.change(
            by: .command("alarm raise"), at: now(), randomness: randomness()
        ) { change in
            let raised = try change.raiseAlarm(request)
            guard let alarm = try change.tx.alarm(raised.id) else { throw AlarmRefusal.over }
            return try AlarmReport(alarm, isDuplicate: raised.isDuplicate, change.tx)
        }
        alarmSignal.raise()
        do {
            try await storage.wakeOthers()
        } catch {
            // The alarm is committed; a server that was not woken looks by itself.
            logger.warning("Andere processen niet gewekt")
        }
        return report
    }

    /// The same plan, without writing anything.
    package func previewAlarm(_ request: AlarmRequest) async throws -> AlarmReport {
        let now = now()
        return try await storage.read { tx in AlarmReport(try tx.alarmPlan(for: request, at: now), at: now) }
    }

    /// Nil when there is no such alarm.
    package func alarmStatus(_ id: String) async throws -> AlarmStatus? {
        guard let id = ID<Alarm>(id) else { return nil }
        return try await storage.read { tx in try tx.alarmStatus(id) }
    }
}
