import Domain
import Storage

@testable import App

/// How all alarms stand at one moment, as the invariants read it: with statements of their own, not with the
/// engine's.
struct FaultSnapshot: Sendable {
    struct AlarmRow: Sendable {
        let id: String
        let state: String
        let dueAt: Instant?
        let toldCount: Int
        let isOver: Bool
    }

    struct MessageRow: Sendable {
        let id: String
        let alarm: String
        let state: String
    }

    let alarms: [AlarmRow]
    let messages: [MessageRow]
    /// The furthest moment at which a message is due.
    let messageDueLast: Instant?
    /// Places held on some post by people who are counted more than once.
    let doubledPlaces: Int

    init(_ tx: Transaction) throws {
        alarms = try tx.rows(
            "SELECT id, state, due_at, told_count, ended_at FROM alarm ORDER BY id"
        ).map { row in
            AlarmRow(
                id: try row.text("id"), state: try row.text("state"),
                dueAt: try row.optionalInstant("due_at"),
                toldCount: try row.integer("told_count"), isOver: try !row.isNull("ended_at"))
        }
        messages = try tx.rows("SELECT id, alarm, state FROM alarm_message").map { row in
            MessageRow(id: try row.text("id"), alarm: try row.text("alarm"), state: try row.text("state"))
        }
        messageDueLast = try tx.row(
            """
            SELECT MAX(CASE WHEN state = 'claimed' THEN claimed_until ELSE due_at END) AS last FROM alarm_message
            WHERE state IN ('waiting', 'claimed')
            """)?.optionalInstant("last")
        doubledPlaces =
            try tx.row(
                """
                SELECT COUNT(*) - COUNT(DISTINCT alarm || person) AS number FROM alarm_callee
                WHERE state IN ('promised', 'atWork')
                """)?.integer("number") ?? 0
    }
}

extension FaultSnapshot {
    /// The longest any engine of these runs may look ahead: a promise of an hour and its grace, with room.
    private static let minutesMax = 75

    /// - Parameter steppedAt: when a step was just committed; everything due then must have been done.
    /// - Returns: what is not so, or nil.
    func violation(steppedAt: Instant?) -> String? {
        for alarm in alarms where !alarm.isOver {
            if alarm.state == "open", alarm.dueAt == nil { return "alarm open without a due time" }
            if alarm.state == "exhausted" {
                if alarm.toldCount == 0 { return "alarm exhausted and nobody was told" }
                if alarm.dueAt == nil { return "alarm exhausted and not told again" }
            }
            guard let steppedAt, let dueAt = alarm.dueAt else { continue }
            if dueAt <= steppedAt { return "alarm still due after a step" }
            if dueAt > steppedAt.adding(minutes: Self.minutesMax) {
                return "alarm due only at \(dueAt.iso8601)"
            }
        }
        if doubledPlaces > 0 { return "a post counts one person twice" }
        guard let steppedAt, let messageDueLast else { return nil }
        return messageDueLast > steppedAt.adding(minutes: Self.minutesMax)
            ? "message due only at \(messageDueLast.iso8601)" : nil
    }
}

/// Every message and alarm at the end of a run, when the provider is reliable and nobody answers any more.
struct FaultEnd: Sendable {
    private struct Message: Sendable {
        let id: String
        let alarm: String
        let purpose: String
        let state: String
        let attempts: Int
        let dueAt: Instant
    }

    private let alarms: [FaultSnapshot.AlarmRow]
    private let messages: [Message]
    private let nobodyToTell: Set<String>

    init(_ tx: Transaction) throws {
        alarms = try FaultSnapshot(tx).alarms
        messages = try tx.rows(
            "SELECT id, alarm, purpose, state, attempts, due_at FROM alarm_message"
        ).map { row in
            Message(
                id: try row.text("id"), alarm: try row.text("alarm"), purpose: try row.text("purpose"),
                state: try row.text("state"), attempts: try row.integer("attempts"),
                dueAt: try row.instant("due_at"))
        }
        nobodyToTell = Set(
            try tx.rows("SELECT DISTINCT alarm FROM alarm_event WHERE kind = 'nobodyToTell'").map {
                try $0.text("alarm")
            })
    }

    /// What is not so, or nil.
    func violation(_ provider: FaultProvider, at now: Instant) -> String? {
        for alarm in alarms where !alarm.isOver {
            if alarm.state == "open" { return "alarm neither filled nor ended at a human" }
            if alarm.state == "taken" { continue }
            let told = messages.contains { message in
                message.alarm == alarm.id && message.purpose == "exhausted"
                    && (provider.sent[message.id] ?? []).contains { $0.isAccepted }
            }
            if !told, !nobodyToTell.contains(alarm.id) { return "no named human was told" }
        }
        for message in messages {
            let sends = provider.sent[message.id] ?? []
            if message.state == "sent", !sends.contains(where: { $0.isAccepted }) {
                return "message recorded as sent and never taken by the provider"
            }
            if message.state == "claimed" { return "message still claimed at the end" }
            if message.state == "waiting", message.dueAt <= now { return "message due and not sent" }
            if sends.count > message.attempts { return "more sends than attempts were recorded" }
        }
        let known = Set(messages.map(\.id))
        return provider.sent.keys.first { !known.contains($0) }.map { "message \($0) was sent without a row" }
    }
}
