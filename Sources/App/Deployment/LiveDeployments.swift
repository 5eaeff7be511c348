import Domain
import Logging
import Storage
import Synchronization
import Web

/// What viewers of deployments see of each other's writes: a stream per deployment that says only its version, and
/// the parts of pages that belong to it, made once per version and rights.
final class LiveDeployments: Sendable {
    /// Raised by every write here, and by other processes on the same database.
    let signal = WakeSignal()
    private let topics = Mutex<[ID<Deployment>: EventTopic]>([:])
    private let wroteHere = Mutex<WakeReason?>(nil)
    private let fragments = Mutex(FragmentStore())

    /// Who has written tells other processes too.
    func noteWrite(_ reason: WakeReason) {
        wroteHere.withLock { if $0 != .due { $0 = reason } }
        signal.raise()
    }

    /// What happened since the last call, the most urgent of it; nil for nothing.
    func takeWrite() -> WakeReason? {
        wroteHere.withLock { wrote in
            defer { wrote = nil }
            return wrote
        }
    }

    /// - Parameter version: what the page or the last event of the viewer had.
    func subscription(
        to deployment: Deployment, after version: Int?, ticket: String
    ) -> EventSubscription {
        let topic = topics.withLock { topics in
            let topic = topics[deployment.id] ?? EventTopic(keptMax: 1)
            topics[deployment.id] = topic
            return topic
        }
        topic.publish(number: deployment.version, data: "\(deployment.version)")
        return EventSubscription(topic: topic, lastEventID: version, ticket: ticket)
    }

    /// Tells viewers what is new, and forgets topics that nobody watches.
    func publish(_ versions: [ID<Deployment>: Int]) {
        let watched = topics.withLock { topics in
            topics = topics.filter { $0.value.viewerCount > 0 }
            return topics
        }
        for (id, topic) in watched {
            if let version = versions[id] { topic.publish(number: version, data: "\(version)") }
        }
    }

    var isWatched: Bool { topics.withLock { !$0.isEmpty } }

    /// Who watches what, by the ticket they were let in with.
    var tickets: [ID<Deployment>: Set<String>] { topics.withLock { $0.mapValues(\.tickets) } }

    func dismiss(_ tickets: Set<String>, from id: ID<Deployment>) {
        topics.withLock { $0[id] }?.dismiss(tickets)
    }

    /// A part of a page, made once for all who see the same.
    func fragment(_ key: FragmentKey, _ make: () throws -> HTML) rethrows -> [UInt8] {
        if let known = fragments.withLock({ $0[key] }) { return known }
        let bytes = try make().bytes
        fragments.withLock { $0.insert(bytes, key) }
        return bytes
    }
}

/// What a part depends on: time too, because it says what is overdue.
struct FragmentKey: Hashable {
    let deployment: ID<Deployment>
    let version: Int
    let part: String
    let access: DeploymentAccess
    /// Whole minutes since 1970.
    let minute: Int64
}

/// The last parts that were made.
private struct FragmentStore {
    /// Some hundred kilobytes in all.
    private static let countMax = 256

    private var parts: [FragmentKey: [UInt8]] = [:]
    private var order: [FragmentKey] = []

    subscript(key: FragmentKey) -> [UInt8]? { parts[key] }

    mutating func insert(_ bytes: [UInt8], _ key: FragmentKey) {
        if parts.updateValue(bytes, forKey: key) == nil { order.append(key) }
        guard order.count > Self.countMax else { return }
        parts[order.removeFirst()] = nil
    }
}

extension Application {
    /// Rights that end by the clock, such as a duty, end a stream at the latest after this time.
    private static let recheckSeconds: Int64 = 15

    /// Tells viewers in this process what was written here or elsewhere, until it is cancelled.
    func runLive() async {
        var checkedAt = ContinuousClock.now
        var sequence = 0
        while !Task.isCancelled {
            do {
                if let reason = live.takeWrite() { try await storage.wakeOthers(reason) }
                if live.isWatched {
                    let since = now().adding(minutes: -60)
                    let known = sequence
                    let seen = try await storage.read { tx in
                        (
                            versions: try tx.deploymentVersions(since: since),
                            journal: try tx.journalProgress(after: known, except: Self.harmless)
                        )
                    }
                    live.publish(seen.versions)
                    sequence = seen.journal.last
                    let isOld = checkedAt.duration(to: .now) >= .seconds(Self.recheckSeconds)
                    if isOld || seen.journal.hasOthers {
                        try await dismissStrangers()
                        checkedAt = .now
                    }
                }
            } catch {
                logger.error(
                    "Meekijken wacht",
                    metadata: ["fout": "\((error as? StorageFault)?.code ?? "\(type(of: error))")"])
            }
            await live.signal.wait(atMost: .seconds(Self.recheckSeconds))
        }
    }

    /// Writing an entry takes nobody's right to watch and makes nothing due in an alarm.
    private static let harmless = "deploymentEntry.recorded"

    /// After a write by a page or a program. It may have made something due in an alarm: a look that finds nothing
    /// costs a millisecond and holds up who writes next, so lines of a log do without.
    ///
    /// - Parameter actions: what was journalled.
    func noteWrite(_ actions: Set<String>) {
        let isLogOnly = actions == [Self.harmless]
        if !isLogOnly { alarmSignal.raise() }
        live.noteWrite(isLogOnly ? .seen : .due)
    }

    /// Ends the streams of those who signed out or may no longer see what they watch.
    func dismissStrangers() async throws {
        let now = now()
        let watching = live.tickets.filter { !$0.value.isEmpty }
        let strangers = try await storage.read { tx in
            try watching.reduce(into: [ID<Deployment>: Set<String>]()) { strangers, entry in
                guard let deployment = try tx.deployment(entry.key) else { return }
                strangers[entry.key] = try entry.value.filter { ticket in
                    // A session of a browser, or the token of a program.
                    let watcher =
                        try tx.signedIn(token: ticket, at: now) ?? tx.signedIn(bearer: ticket, at: now)
                    guard let signedIn = watcher else { return true }
                    do {
                        _ = try DeploymentAccess(.account(signedIn), deployment, tx)
                        return false
                    } catch is WebFailure {
                        return true
                    }
                }
            }
        }
        for (id, tickets) in strangers where !tickets.isEmpty { live.dismiss(tickets, from: id) }
    }
}
