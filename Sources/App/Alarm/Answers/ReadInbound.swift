import Domain
import Logging
import Storage
import Web

/// What was done with what a provider handed over. The raw value is stored.
enum InboundOutcome: String, CaseIterable, Sendable {
    /// Taken in as an answer to an alarm.
    case answered
    /// The sender was asked which alarm, or who they are.
    case ambiguous
    /// Nobody has this number.
    case unknownSender
    /// A functionary who was called for nothing.
    case noAlarm
    /// Confirmed a message of a communication test.
    case confirmed
    /// A report about a message of ours.
    case reported
    /// A report about nothing that we sent.
    case unmatched
    /// Could not be read; the fault is in the log.
    case failed
}

/// Which alarms an answer may still be about.
private enum AnswerWindow {
    /// After the end of an alarm answers still come in; they are told that it is over.
    static let minutes = 24 * 60
}

extension AlarmRecording {
    /// Takes in what a provider reports about a message that it took before. One that will never arrive pulls the
    /// next channel forward, as any failed channel does; a report that contradicts an earlier one changes nothing.
    static func report(_ tx: Transaction, _ message: InboundMessage, at now: Instant) throws -> InboundOutcome
    {
        guard let sent = try tx.reportedMessage(message.reference) else { return .unmatched }
        switch message.status {
        case .delivered: try tx.setDelivered(sent.id, at: now)
        case .failed:
            try tx.setFailed(sent.id, fault: "niet-aangekomen")
            try tx.pullForward(after: sent, at: now)
            try hasten(tx, sent, now)
        case .underway, .none: break
        }
        return .reported
    }
}

extension Change {
    /// Takes in a text that somebody sent, as the answer to the alarm that it is about.
    ///
    /// Kept whatever it says. Somebody who was called for two alarms and does not say which is asked, once; a
    /// number that nobody has is kept with the alarm that runs, and gets no answer.
    mutating func readReply(_ message: InboundMessage, over kind: ChannelKind) throws -> InboundOutcome {
        let since = now.adding(minutes: -AnswerWindow.minutes)
        let people = try tx.senders(message.sender, since: since)
        let answerable = try tx.answerableAlarms(people, since: since)
        // One choice per alarm; who of several people it is, is asked after that.
        var alarms: [AnswerableAlarm] = []
        for choice in answerable where !alarms.contains(where: { $0.alarm == choice.alarm }) {
            alarms.append(choice)
        }
        let choices = alarms.map {
            ReplyMatch.Choice(reference: AlarmTexts.reference($0.alarm), isRunning: $0.isRunning)
        }
        let way = AnswerWay(kind, sender: message.sender)
        switch ReplyMatch(message.text, among: choices) {
        case .one(let index, let text):
            let alarm = alarms[index].alarm
            let persons = answerable.filter { $0.alarm == alarm }.map(\.person)
            guard persons.count == 1 else {
                return try askWhoAnswers(alarm, persons, message, way)
            }
            _ = try answerAlarm(
                alarm, by: persons[0], AlarmReply(text, by: way), way: way, text: message.text)
            return .answered
        case .several(let indices):
            return try askWhichAlarm(indices.map { alarms[$0] }, message, way)
        case .none:
            if let number = try tx.contactTestMessage(to: message.sender, since: since),
                try confirmContactTest(number, way: way)
            {
                return .confirmed
            }
            return try keepStray(message, from: people, way)
        }
    }

    private mutating func askWhichAlarm(
        _ choices: [AnswerableAlarm], _ message: InboundMessage, _ way: AnswerWay
    ) throws -> InboundOutcome {
        let wasAsked = try wasAsked(message)
        let names = try tx.municipalityNames()
        for choice in choices {
            guard let alarm = try tx.alarm(choice.alarm) else { continue }
            try keepAmbiguousAnswer(
                alarm, by: choice.person, AlarmReply(message.text, by: way), way: way, text: message.text)
        }
        if let first = choices.first, let alarm = try tx.alarm(first.alarm), !wasAsked, way.isConfirmed {
            let text = try AlarmTexts(alarm, tx).whichAlarm(
                choices.map {
                    (AlarmTexts.reference($0.alarm), names[$0.municipality] ?? $0.municipality.text)
                })
            try send(.confirmation, to: first.person, alarm, text)
        }
        return .ambiguous
    }

    private mutating func askWhoAnswers(
        _ id: ID<Alarm>, _ persons: [ID<Functionary>], _ message: InboundMessage, _ way: AnswerWay
    ) throws -> InboundOutcome {
        guard let alarm = try tx.alarm(id) else { return .noAlarm }
        let wasAsked = try wasAsked(message)
        try keepAmbiguousAnswer(
            alarm, by: nil, AlarmReply(message.text, by: way), way: way, text: message.text)
        if !wasAsked, way.isConfirmed {
            try send(.confirmation, to: persons[0], alarm, AlarmTexts(alarm, tx).whoAnswers)
        }
        return .ambiguous
    }

    /// An automatic reply to the question must not be asked again.
    private func wasAsked(_ message: InboundMessage) throws -> Bool {
        try tx.lastOutcome(
            of: message.sender, before: message.id, since: now.adding(minutes: -AnswerWindow.minutes))
            == InboundOutcome.ambiguous.rawValue
    }

    /// With one alarm under way it is shown there; whoever leads can ring back.
    private mutating func keepStray(
        _ message: InboundMessage, from people: [ID<Functionary>], _ way: AnswerWay
    ) throws -> InboundOutcome {
        let running = try tx.runningAlarms()
        if running.count == 1, people.count <= 1 {
            _ = try answerAlarm(
                running[0].id, by: people.first, AlarmReply(message.text, by: way), way: way,
                text: message.text)
        }
        return people.isEmpty ? .unknownSender : .noAlarm
    }
}

extension AnswerWay {
    /// A provider may hand over mail too: the sender tells.
    init(_ kind: ChannelKind, sender: String) {
        self = sender.contains("@") ? .mail : kind == .voice ? .voice : .sms
    }
}

extension AlarmReply {
    init(_ text: String, by way: AnswerWay) {
        switch way {
        case .voice: self.init(digit: text)
        case .mail: self.init(mail: text)
        case .sms, .page, .link, .colleague: self.init(text: text)
        }
    }
}

extension Application {
    /// Taken in at one time; the rest follows in the next round.
    private static let inboundMax = 50

    /// Takes in what providers handed over and nobody read yet, each in a transaction of its own.
    ///
    /// - Returns: whether there may be more.
    func readInbound() async throws -> Bool {
        let unread = try await storage.read { tx in try tx.unreadInbound(limit: Self.inboundMax) }
        for message in unread {
            do {
                try await read(message)
            } catch let fault as StorageFault {
                // The database is away: the message is still there when it is back.
                throw fault
            } catch {
                // One that cannot be read must not hold up those behind it.
                logger.error(
                    "Ontvangen bericht niet verwerkt", metadata: ["error": "\(JSONLog.code(of: error))"])
                try await giveUp(message)
            }
        }
        return unread.count == Self.inboundMax
    }

    private func read(_ message: InboundMessage) async throws {
        let now = now()
        switch message.kind {
        case .report:
            try await storage.write { tx in
                guard try tx.markInboundRead(message.id, at: now) else { return }
                try tx.setOutcome(AlarmRecording.report(tx, message, at: now), of: message.id)
            }
        case .reply:
            let source = randomness()
            let outcome = try await storage.change(
                by: .background("antwoord"), at: now, randomness: source
            ) { change -> InboundOutcome? in
                guard try change.tx.markInboundRead(message.id, at: now) else { return nil }
                let kind = try change.tx.channelSetup(message.channel)?.kind ?? .sms
                let outcome = try change.readReply(message, over: kind)
                try change.tx.setOutcome(outcome, of: message.id)
                return outcome
            }
            if outcome == .unknownSender { logger.warning("Antwoord van een onbekend nummer") }
        }
    }

    private func giveUp(_ message: InboundMessage) async throws {
        let now = now()
        try await storage.write { tx in
            guard try tx.markInboundRead(message.id, at: now) else { return }
            try tx.setOutcome(.failed, of: message.id)
        }
    }
}
