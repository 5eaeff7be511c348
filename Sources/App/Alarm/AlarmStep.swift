import Domain
import Storage

/// What must happen outside the database after a step was committed. What comes of it is rows again.
enum AlarmEffect: Sendable {
    /// Hand these to their channels and record what became of them.
    case send(AlarmBatch)
    /// Nothing is due before this moment.
    case wake(at: Instant)
}

/// The alarm engine: a synchronous step over rows. Any number of workers may run it at once and any of them
/// may die at any moment; the rows are the only truth.
enum AlarmStep {
    /// Alarms advanced in one transaction; the rest follow in the next step.
    private static let alarmsMax = 16

    /// Advances what is due, claims a batch of messages, and says what to do after the commit.
    static func run(_ tx: Transaction, at now: Instant, randomness: Randomness) throws -> [AlarmEffect] {
        var random = randomness
        let isSetBack = try AlarmClock.isSetBack(tx, now)
        var isJournalled = false
        if try isSetBack || !tx.dueAlarms(at: now, limit: 1).isEmpty {
            isJournalled = true
            try tx.change(by: .background("alarm"), at: now, randomness: random.branch()) { change in
                try AlarmClock.keep(change.tx, now)
                // Asked again under the lock: another worker may have just done them.
                for id in try change.tx.dueAlarms(at: now, limit: alarmsMax) { try change.advanceAlarm(id) }
                try change.journalDeliveries()
            }
        }
        if let batch = try tx.claimAlarmMessages(random.id(at: now), at: now) {
            if !isJournalled { try AlarmClock.keep(tx, now) }
            return batch.messages.isEmpty ? [.wake(at: now)] : [.send(batch), .wake(at: now)]
        }
        // Only when nothing is to be sent: the journal's lock must not hold up a message.
        if !isJournalled, try tx.hasUnjournalledBatch() {
            isJournalled = true
            try tx.change(by: .background("alarm"), at: now, randomness: random.branch()) { change in
                try change.journalDeliveries()
            }
        }
        // Never before the journal's lock: an operation takes that first and then the clock.
        if !isJournalled { try AlarmClock.keep(tx, now) }
        let next = [try tx.nextAlarmDue(), try tx.nextMessageDue()].compactMap(\.self).min()
        return next.map { [.wake(at: $0)] } ?? []
    }
}

/// The clock that alarms go by.
enum AlarmClock {
    /// A clock that is so much behind what another worker saw was set back. Nodes must agree within this, which
    /// any time server gives them.
    private static let backwardSecondsMax = 60
    /// How often the clock's progress is written down.
    private static let seenEverySeconds = 10

    /// Due times are moments on a clock. When the clock is set back by an hour they would all be an hour too
    /// late, so they move with it; set forward, waits end early, which calls more people and never fewer.
    static func keep(_ tx: Transaction, _ now: Instant) throws {
        let seen = try tx.clockSeen()
        if isSetBack(now, seen) {
            try tx.shiftDueTimes(back: Int(seen.milliseconds - now.milliseconds))
            try tx.setClockSeen(now)
        } else if now >= seen.adding(seconds: seenEverySeconds) {
            try tx.setClockSeen(now)
        }
    }

    static func isSetBack(_ tx: Transaction, _ now: Instant) throws -> Bool {
        isSetBack(now, try tx.clockSeen())
    }

    private static func isSetBack(_ now: Instant, _ seen: Instant) -> Bool {
        now < seen.adding(seconds: -backwardSecondsMax)
    }
}

/// Rows that tell what became of the messages of a batch.
enum AlarmRecording {
    /// Seconds before the second, third … attempt; after the last each next one waits as long.
    private static let backoffSeconds = [5, 15, 30, 60]

    /// Records results, unless the claim has passed to another worker: then theirs count. A failed channel
    /// pulls the next one forward at once.
    static func run(
        _ tx: Transaction, _ batch: AlarmBatch, _ deliveries: [AlarmDelivery], at now: Instant
    ) throws {
        var sent = 0
        var failed = 0
        var lost: [ClaimedMessage] = []
        // In order of id, so that two workers never wait for each other.
        for delivery in deliveries.sorted(by: { $0.message < $1.message }) {
            guard let message = try tx.claimedMessage(delivery.message, batch.claim) else { continue }
            switch delivery.outcome {
            case .accepted(let reference):
                sent += 1
                try tx.setSent(message.id, reference: reference, at: now)
                try markTold(tx, message, now)
            case .failedForNow(let fault, let retryAfter):
                failed += 1
                let dueAt = now.adding(seconds: wait(message.attempts, retryAfter))
                try tx.setWaiting(message.id, fault: fault.code, mayHaveArrived: false, dueAt: dueAt)
                try tx.pullForward(after: message, at: now)
                if message.attempts >= AlarmMessage.triesMax { lost.append(message) }
            case .unknown(let fault):
                failed += 1
                let dueAt = now.adding(seconds: wait(message.attempts, nil))
                try tx.setWaiting(message.id, fault: fault.code, mayHaveArrived: true, dueAt: dueAt)
                try tx.pullForward(after: message, at: now)
                if message.attempts >= AlarmMessage.triesMax { lost.append(message) }
            case .failedForGood(let fault):
                failed += 1
                try tx.setFailed(message.id, fault: fault.code)
                try tx.pullForward(after: message, at: now)
                lost.append(message)
            }
        }
        // Alarms last: whoever holds a message may wait for its alarm, never the other way round.
        for message in lost { try hasten(tx, message, now) }
        try tx.recordBatch(batch.claim, sent: sent, failed: failed, at: now)
    }

    private static func wait(_ attempts: Int, _ retryAfter: Int?) -> Int {
        let own = backoffSeconds[min(max(attempts, 1), backoffSeconds.count) - 1]
        // A provider may ask for patience, but not for more than the longest wait: an alarm is at stake.
        return max(own, min(retryAfter ?? 0, backoffSeconds[backoffSeconds.count - 1]))
    }

    /// Somebody who cannot be reached over this channel makes the engine look again at once: the calling may
    /// have to widen, or another human be told.
    static func hasten(_ tx: Transaction, _ message: ClaimedMessage, _ now: Instant) throws {
        switch message.purpose {
        case .call: try tx.wakeAlarm(message.alarm, at: now)
        case .exhausted: try tx.hastenTelling(message.alarm, at: now)
        case .needed, .update, .overdue, .overdueNotice, .released, .informed, .confirmation: break
        }
    }

    private static func markTold(_ tx: Transaction, _ message: ClaimedMessage, _ now: Instant) throws {
        switch message.purpose {
        case .informed:
            try tx.setTold(message.person, roles: AlarmContact.Role.offices, of: message.alarm, at: now)
        case .exhausted: try tx.setTold(message.person, roles: [.lastResort], of: message.alarm, at: now)
        case .call, .needed, .update, .overdue, .overdueNotice, .released, .confirmation: break
        }
    }
}
