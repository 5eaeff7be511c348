import Domain
import Storage
import Web

/// How an answer came in.
enum AnswerWay: String, CaseIterable, Sendable {
    case page, link, sms, mail
    /// Pressed during a call.
    case voice
    /// Somebody else wrote down what they were told.
    case colleague

    /// What was done is said back over the channel; a page shows it itself.
    var isConfirmed: Bool {
        switch self {
        case .sms, .mail: true
        case .page, .link, .voice, .colleague: false
        }
    }
}

extension Change {
    /// Takes in what somebody says to an alarm. Whatever it is, it is kept with its effect; nothing that comes
    /// late, twice, from the wrong person or not to be understood changes who comes.
    ///
    /// - Parameters:
    ///   - person: nil when nobody is known by the number or address it came from.
    ///   - text: as it was typed; empty when a button was pressed.
    /// - Throws: `WebFailure` when an account answers for somebody it may not answer for.
    mutating func answerAlarm(
        _ id: ID<Alarm>, by person: ID<Functionary>?, _ reply: AlarmReply, way: AnswerWay, text: String = ""
    ) throws -> AnswerEffect {
        try requireOwnOrFollow(person)
        try AlarmClock.keep(tx, now)
        guard let alarm = try tx.lockedAlarm(id) else { throw WebFailure.notFound }
        let before = try tx.progress(of: alarm)
        var after = before
        let mayTake = try tx.contacts(of: id).contains { $0.role == .lastResort && $0.person == person }
        let effect = after.answer(reply, by: person, mayTake: mayTake && person != nil, at: now)
        try tx.save(after, before: before, of: id, at: now)
        if effect == .taken { try take(alarm, by: person) }
        let isSaidBefore = try effect.changesNothing && tx.lastEffect(of: person, in: id) == effect.code
        try keepAnswer(alarm, person, reply, effect, way, text)
        if let person, way.isConfirmed, !isSaidBefore, after.callees[person] != nil || mayTake {
            let arrivesAt = after.callees[person]?.arrivesAt
            let texts = try AlarmTexts(alarm, tx)
            try send(.confirmation, to: person, alarm, texts.confirmation(effect, arrivesAt: arrivesAt))
        }
        try advanceAlarm(id)
        if alarm.isCalm { try followRelief(alarm) }
        if let person, !alarm.isExercise, before.callees[person]?.state != after.callees[person]?.state,
            try tx.deployment(callingBy: id) != nil
        {
            try noticeCrew([person])
        }
        return effect
    }

    /// Keeps an answer of which nobody can tell for which of several alarms, or by whom, it is.
    mutating func keepAmbiguousAnswer(
        _ alarm: Alarm, by person: ID<Functionary>?, _ reply: AlarmReply, way: AnswerWay, text: String
    ) throws {
        try keepAnswer(alarm, person, reply, .ambiguous, way, text)
    }

    private func requireOwnOrFollow(_ person: ID<Functionary>?) throws {
        guard case .account(let signedIn) = actor else { return }
        if let person, signedIn.person == person { return }
        try actor.require(.followAlarm)
    }

    private mutating func keepAnswer(
        _ alarm: Alarm, _ person: ID<Functionary>?, _ reply: AlarmReply, _ effect: AnswerEffect,
        _ way: AnswerWay, _ text: String
    ) throws {
        try tx.insertAnswer(
            newID(), of: alarm.id, person: person, at: now, way: way, text: text, reply: reply,
            effect: effect,
            recordedBy: actor.journalText)
        if let person { try tx.setAnswered(person, in: alarm.id, at: now) }
        try tx.insertEvent(
            AlarmEvent(at: now, kind: .answered, person: person, text: effect.code), of: alarm.id)
        try record(
            JournalEntry(
                "alarm.answered", "alarm", alarm.id,
                after: [
                    "persoon": person.map { JournalValue.text($0.description) } ?? JournalValue.none,
                    "antwoord": .text(reply.code),
                    "gevolg": .text(effect.code), "weg": .text(way.rawValue),
                ]))
    }

    /// - Parameter person: who has it now; nil for an account without a person.
    mutating func take(_ alarm: Alarm, by person: ID<Functionary>?) throws {
        try tx.setTaken(alarm.id, by: person, at: now)
        try tx.insertEvent(AlarmEvent(at: now, kind: .taken, person: person), of: alarm.id)
    }
}
