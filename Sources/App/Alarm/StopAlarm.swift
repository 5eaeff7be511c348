import Domain
import Storage
import Web

/// What whoever leads an alarm does with it.
extension Change {
    /// Ends an alarm by hand. When this is committed nobody is called any more, but for messages that a worker
    /// held already (`AlarmMessage.batchMax` each); those are shown.
    ///
    /// - Throws: `AlarmRefusal.over`.
    mutating func stopAlarm(_ id: ID<Alarm>) throws {
        let alarm = try runningAlarm(id)
        try endAlarm(alarm, .stopped)
        try record(JournalEntry("alarm.stopped", "alarm", id, before: ["staat": .text(alarm.state.rawValue)]))
    }

    /// Somebody takes an alarm that found too few people: nobody else is told any more, it stays on the page
    /// until it is filled or stopped.
    mutating func takeAlarm(_ id: ID<Alarm>) throws {
        let alarm = try runningAlarm(id)
        guard alarm.state == .exhausted else { return }
        var person: ID<Functionary>?
        if case .account(let signedIn) = actor { person = signedIn.person }
        try take(alarm, by: person)
        try record(JournalEntry("alarm.taken", "alarm", id))
        try advanceAlarm(id)
    }

    /// Sends a better description to everybody who was called (Bvr 2.2.4), and keeps it for who is called
    /// later.
    mutating func relayDescription(_ text: String, of id: ID<Alarm>) throws {
        let alarm = try runningAlarm(id)
        try tx.setDescription(text, of: id, at: now)
        guard let described = try tx.alarm(id) else { return }
        let texts = try AlarmTexts(described, tx)
        let progress = try tx.progress(of: alarm)
        let reached = progress.callees.values.filter { callee in
            switch callee.state {
            case .called, .promised, .reserve, .atWork: true
            case .planned, .declined, .released: false
            }
        }
        for callee in reached.sorted(by: { $0.person < $1.person }) {
            try send(.update, to: callee.person, described, texts.update)
        }
        try tx.insertEvent(
            AlarmEvent(at: now, kind: .described, count: reached.count, text: text), of: id)
        try record(
            JournalEntry(
                "alarm.described", "alarm", id, before: ["omschrijving": .text(alarm.description)],
                after: ["omschrijving": .text(text), "mensen": .number(reached.count)]))
    }

    /// Somebody rang the mayor or the chair.
    mutating func recordInformed(_ role: AlarmContact.Role, position: Int, of id: ID<Alarm>) throws {
        let alarm = try runningAlarm(id, isOverToo: true)
        try tx.setTold(role, position: position, of: alarm.id, at: now)
        try tx.insertEvent(
            AlarmEvent(at: now, kind: .informed, post: nil, count: position, text: role.rawValue), of: id)
        try record(
            JournalEntry(
                "alarm.informed", "alarm", id, after: ["wie": .text("\(role.rawValue) \(position + 1)")]))
    }

    private func runningAlarm(_ id: ID<Alarm>, isOverToo: Bool = false) throws -> Alarm {
        try actor.require(.raiseAlarm)
        try AlarmClock.keep(tx, now)
        guard let alarm = try tx.lockedAlarm(id) else { throw WebFailure.notFound }
        guard isOverToo || !alarm.state.isOver else { throw AlarmRefusal.over }
        return alarm
    }
}
