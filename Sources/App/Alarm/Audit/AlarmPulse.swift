import Domain
import Synchronization

/// When the engine and the auditor of this node last did their round: in memory, because a database that is away
/// must not hide that one of them stands still.
final class AlarmPulse: Sendable {
    struct Beats: Sendable {
        var engine: Instant?
        var auditor: Instant?
    }

    private let beats = Mutex(Beats())

    /// Nil for what does not run in this process.
    var value: Beats { beats.withLock { $0 } }

    func beatEngine(at now: Instant) {
        beats.withLock { $0.engine = now }
    }

    func beatAuditor(at now: Instant) {
        beats.withLock { $0.auditor = now }
    }
}
