/// What the auditor read, with statements of its own and not with the engine's, and what it makes of it (spec A7).
package struct AlarmAudit: Sendable {
    /// An alarm that is not over.
    package struct Running: Sendable {
        package let alarm: String
        package let state: AlarmState
        package let raisedAt: Instant
        package let dueAt: Instant?
        package let wanted: Int
        package let atWork: Int
        /// A last resort has the message, or somebody took the alarm.
        package let isHumanTold: Bool
        package let hasMessages: Bool
        /// When the plan was used up; nil while it is not.
        package let exhaustedAt: Instant?

        package init(
            alarm: String, state: AlarmState, raisedAt: Instant, dueAt: Instant?, wanted: Int, atWork: Int,
            isHumanTold: Bool, hasMessages: Bool, exhaustedAt: Instant?
        ) {
            self.alarm = alarm
            self.state = state
            self.raisedAt = raisedAt
            self.dueAt = dueAt
            self.wanted = wanted
            self.atWork = atWork
            self.isHumanTold = isHumanTold
            self.hasMessages = hasMessages
            self.exhaustedAt = exhaustedAt
        }
    }

    /// Things that wait, and since when the oldest does.
    package struct Waiting: Sendable {
        package let object: String
        package let count: Int
        package let since: Instant

        package init(_ object: String = "", count: Int, since: Instant) {
            self.object = object
            self.count = count
            self.since = since
        }
    }

    /// An open channel.
    package struct Link: Sendable {
        package let kind: ChannelKind
        package let lastSuccess: Instant?
        package let lastFailure: Instant?

        package init(_ kind: ChannelKind, lastSuccess: Instant?, lastFailure: Instant?) {
            self.kind = kind
            self.lastSuccess = lastSuccess
            self.lastFailure = lastFailure
        }

        /// Since when it fails; nil when what it met last was a success.
        fileprivate var failingSince: Instant? {
            guard let lastFailure else { return nil }
            guard let lastSuccess else { return lastFailure }
            return lastFailure > lastSuccess ? lastFailure : nil
        }
    }

    /// How late the engine may be: it looks within 30 seconds even when every signal is lost.
    package static let lateSecondsMax = 120
    /// A message to a named human goes over each of their channels within this.
    private static let tellMinutesMax = 5
    /// No promise is longer, and the engine looks again when the time of a promise is past.
    private static let lookHoursMax = 26
    private static let mailMinutesMax = 60

    package var running: [Running] = []
    /// By kind of channel, as far as due.
    package var due: [Waiting] = []
    /// Claims that ended.
    package var lostClaims: [Waiting] = []
    package var unknownReports: [Waiting] = []
    package var mail: [Waiting] = []
    package var links: [Link] = []
    /// When the engine of this node last finished a step, or was started; nil where none runs.
    package var engineSeen: Instant?

    package init() {}

    /// In the order in which they count.
    package func findings(at now: Instant) -> [AuditFinding] {
        running.compactMap { finding($0, now) } + waiting(now) + lanes + engine(now)
    }

    private func finding(_ alarm: Running, _ now: Instant) -> AuditFinding? {
        let late = now.adding(seconds: -Self.lateSecondsMax)
        if alarm.state != .taken, !alarm.isHumanTold, alarm.atWork < alarm.wanted, alarm.dueAt == nil {
            return AuditFinding(.forgotten, alarm.alarm, since: alarm.raisedAt)
        }
        if let dueAt = alarm.dueAt, dueAt <= late {
            return AuditFinding(.overdue, alarm.alarm, since: dueAt)
        }
        if let dueAt = alarm.dueAt, dueAt > now.adding(minutes: Self.lookHoursMax * 60) {
            return AuditFinding(.postponed, alarm.alarm, since: alarm.raisedAt)
        }
        if alarm.state == .exhausted, !alarm.isHumanTold {
            let since = alarm.exhaustedAt ?? alarm.raisedAt
            if since <= now.adding(minutes: -Self.tellMinutesMax) {
                return AuditFinding(.untold, alarm.alarm, since: since)
            }
        }
        if alarm.state == .open, !alarm.hasMessages, alarm.raisedAt <= late {
            return AuditFinding(.uncalled, alarm.alarm, since: alarm.raisedAt)
        }
        return nil
    }

    private func waiting(_ now: Instant) -> [AuditFinding] {
        func findings(_ kind: AuditFinding.Kind, _ all: [Waiting], seconds: Int) -> [AuditFinding] {
            all.filter { $0.count > 0 && $0.since <= now.adding(seconds: -seconds) }
                .map { AuditFinding(kind, $0.object, count: $0.count, since: $0.since) }
        }
        return findings(.backlog, due, seconds: Self.lateSecondsMax)
            + findings(.stuck, lostClaims, seconds: Self.lateSecondsMax)
            + findings(.unknownMessage, unknownReports, seconds: 0)
            + findings(.mailBacklog, mail, seconds: Self.mailMinutesMax * 60)
    }

    private var lanes: [AuditFinding] {
        if links.isEmpty, let first = running.map(\.raisedAt).min() {
            return [AuditFinding(.noChannel, count: running.count, since: first)]
        }
        return ChannelKind.allCases.compactMap { kind in
            let lane = links.filter { $0.kind == kind }
            let failing = lane.compactMap(\.failingSince)
            guard let first = failing.min() else { return nil }
            let isDown = failing.count == lane.count
            return AuditFinding(
                isDown ? .laneDown : .channelDown, kind.rawValue, count: failing.count, since: first)
        }
    }

    private func engine(_ now: Instant) -> [AuditFinding] {
        guard let engineSeen, engineSeen <= now.adding(seconds: -Self.lateSecondsMax) else { return [] }
        return [AuditFinding(.engineStill, since: engineSeen)]
    }
}
