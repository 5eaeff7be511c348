import Domain
import Storage

extension Change {
    /// Somebody who was asked in calm time need not come after all: they are told, and the request goes on without
    /// them. Nothing happens for who was not asked, said no, or is at work already.
    mutating func release(_ person: ID<Functionary>, from id: ID<Alarm>) throws {
        try AlarmClock.keep(tx, now)
        guard let alarm = try tx.lockedAlarm(id), try tx.releaseCallee(person, of: id) else { return }
        try send(.released, to: person, alarm, AlarmTexts(alarm, tx).takenOff)
        try tx.insertEvent(AlarmEvent(at: now, kind: .takenOff, person: person), of: id)
        try record(
            JournalEntry("alarm.released", "alarm", id, after: ["persoon": .text(person.description)]))
        try advanceAlarm(id)
    }

    /// Ends a request in calm time, because what it asks for is over; whoever was asked is told.
    mutating func withdrawRequest(_ id: ID<Alarm>) throws {
        try AlarmClock.keep(tx, now)
        guard let alarm = try tx.lockedAlarm(id), alarm.isCalm, !alarm.state.isOver else { return }
        try endAlarm(alarm, .stopped)
        try record(JournalEntry("alarm.stopped", "alarm", id, before: ["staat": .text(alarm.state.rawValue)]))
    }
}
