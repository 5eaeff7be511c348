import Domain
import Foundation
import Storage

/// How one thing stands; the words of application/health+json (draft-inadarei-api-health-check).
enum HealthState: String, Comparable, Encodable, Sendable {
    case pass, warn, fail

    static func < (left: HealthState, right: HealthState) -> Bool {
        left != .fail && (right == .fail || left == .pass && right == .warn)
    }
}

/// Whether this node can do its work: figures and codes only, because anybody may ask.
struct HealthReport: Encodable, Sendable {
    struct Check: Encodable, Sendable {
        let status: HealthState
        var observedValue: Int?
        var observedUnit: String?
        /// Why it is not `pass`; a fixed sentence or an error code.
        var output: String?
    }

    let status: HealthState
    /// By the name of what was looked at.
    let checks: [String: [Check]]

    init(_ checks: [String: Check]) {
        status = checks.values.map(\.status).max() ?? .pass
        self.checks = checks.mapValues { [$0] }
    }

    /// The process answers.
    static let alive = HealthReport([:])

    /// The database does not.
    static func unreachable(_ code: String) -> HealthReport {
        HealthReport(["database:connection": Check(status: .fail, output: code)])
    }

    /// A runner looks every 20 seconds and a piece takes seconds; what is overdue this long has no runner.
    private static let overdueMinutesMax = 15
    /// Sentences in one check; the page of the auditor shows all.
    private static let outputsMax = 3
    /// The night's proof is tried five times in half an hour.
    private static let proofMinutesMax = 3 * 60

    /// - Parameter pulse: of this process; alarms are judged by what is so now and not by what the auditor wrote down,
    ///   because it may stand still.
    init(_ tx: Transaction, at now: Instant, pulse: AlarmPulse.Beats = AlarmPulse.Beats()) throws {
        let standing = try tx.workStanding(at: now)
        let audit = try tx.alarmAudit(at: now, engineSeen: pulse.engine)
        var checks = [
            "database:connection": Check(status: .pass),
            "database:schema": Self.schema(try Migrator.appliedVersion(tx)),
            "work:overdue": Self.overdue(standing, now),
            "work:failed": Self.failed(standing),
            "coverage:nightly-proof": try Self.proof(tx, now),
        ]
        checks.merge(Self.alarms(audit, at: now)) { _, new in new }
        if let auditor = pulse.auditor { checks["alarm:audit"] = Self.auditor(auditor, now) }
        self.init(checks)
    }

    private static func alarms(_ audit: AlarmAudit, at now: Instant) -> [String: Check] {
        let findings = Dictionary(grouping: audit.findings(at: now), by: \.kind.check)
        var checks = findings.mapValues { found in
            Check(
                status: found.contains(where: \.kind.isGrave) ? .fail : .warn,
                observedValue: found.map(\.count).reduce(0, +),
                output: found.prefix(outputsMax).map(\.sentence).joined(separator: " "))
        }
        for name in AuditFinding.Kind.allCases.map(\.check) where checks[name] == nil {
            checks[name] = Check(status: .pass)
        }
        if audit.links.isEmpty, checks["alarm:channels"]?.status == .pass {
            checks["alarm:channels"] = Check(
                status: .warn, observedValue: 0, output: "er is nog geen kanaal om berichten over te sturen")
        }
        return checks
    }

    private static func auditor(_ seen: Instant, _ now: Instant) -> Check {
        let minutes = Interval(seen, max(seen, now)).minutes
        return minutes < AuditPage.silentMinutesMax
            ? Check(status: .pass, observedValue: minutes, observedUnit: "minutes")
            : Check(
                status: .fail, observedValue: minutes, observedUnit: "minutes",
                output: "het toezicht op de alarmering staat stil")
    }

    private static func schema(_ version: Int) -> Check {
        version == Migrator.knownVersion
            ? Check(status: .pass, observedValue: version)
            : Check(
                status: .fail, observedValue: version,
                output: "deze versie van het programma kent schema \(Migrator.knownVersion)")
    }

    private static func overdue(_ standing: WorkStanding, _ now: Instant) -> Check {
        let minutes = standing.oldestDue.map { Interval($0, max($0, now)).minutes } ?? 0
        return minutes <= overdueMinutesMax
            ? Check(status: .pass, observedValue: minutes, observedUnit: "minutes")
            : Check(
                status: .fail, observedValue: minutes, observedUnit: "minutes",
                output: "achtergrondwerk blijft liggen")
    }

    private static func failed(_ standing: WorkStanding) -> Check {
        standing.failed == 0
            ? Check(status: .pass, observedValue: 0)
            : Check(
                status: .warn, observedValue: standing.failed, output: "mislukt werk wacht op een beslissing")
    }

    private static func proof(_ tx: Transaction, _ now: Instant) throws -> Check {
        // The last night whose proof ought to be there.
        let today = Amsterdam.day(at: now.adding(minutes: -proofMinutesMax))
        let night =
            now.adding(minutes: -proofMinutesMax) < NightlyWork.dueAt(today) ? today.adding(days: -1) : today
        switch try tx.workState(kind: NightlyWork.proof.rawValue, key: night.iso) {
        case .done: return Check(status: .pass)
        case .waiting, .failed, .dropped:
            return Check(status: .fail, output: "het bewijs van de afgelopen nacht is niet vastgelegd")
        // No node was there to queue it: before the first night, or after a time of standing still.
        case nil: return Check(status: .warn, output: "er is nog geen nachtelijk bewijs")
        }
    }
}

extension AuditFinding.Kind {
    /// The check that tells of it.
    fileprivate var check: String {
        switch self {
        case .forgotten, .overdue, .postponed, .untold, .uncalled: "alarm:running"
        case .backlog, .stuck, .unknownMessage: "alarm:messages"
        case .mailBacklog: "mail:waiting"
        case .laneDown, .channelDown, .noChannel: "alarm:channels"
        case .engineStill: "alarm:engine"
        }
    }
}
