import Domain
import Storage

extension Change {
    /// Does everything that is due in one alarm: calls waves, asks who is overdue, tells a named human, ends.
    /// The messages are rows of this transaction; they leave after it.
    mutating func advanceAlarm(_ id: ID<Alarm>) throws {
        guard let alarm = try tx.lockedAlarm(id), !alarm.state.isOver else { return }
        let before = try tx.progress(of: alarm)
        var after = before
        let (actions, dueAt) = after.advance(at: now)
        if !actions.isEmpty {
            let texts = try AlarmTexts(alarm, tx)
            for action in actions { try carryOut(action, alarm, after, texts) }
        }
        try tx.save(after, before: before, of: id, at: now)
        if after.state == .filled {
            try endAlarm(alarm, .filled)
        } else {
            try keepRunning(alarm, after.state, dueAt)
        }
        guard !actions.isEmpty else { return }
        try record(
            JournalEntry(
                "alarm.advanced", "alarm", id,
                after: [
                    "besloten": .text(actions.map(\.code).joined(separator: " ")),
                    "staat": .text(after.state.rawValue),
                ]))
    }

    private mutating func carryOut(
        _ action: AlarmAction, _ alarm: Alarm, _ after: AlarmProgress, _ texts: AlarmTexts
    ) throws {
        var event = AlarmEvent(at: now, kind: .wave)
        switch action {
        case .openWave(let post, let number, let people):
            for person in people {
                let posts = after.posts(calledFor: person)
                try send(.call, to: person, alarm, texts.call(posts))
            }
            event.post = post
            event.count = people.count
            event.text = after.posts[post].waves[number - 1].kind.rawValue
        case .useReserve(let person, let post):
            try send(.needed, to: person, alarm, texts.needed(post))
            event = AlarmEvent(at: now, kind: .reserveUsed, post: post, person: person)
        case .askOverdue(let person):
            try send(.overdue, to: person, alarm, texts.overdue)
            let name = try tx.functionary(person)?.name.full ?? ""
            if let leader = try leader(of: alarm, besides: person) {
                let post = after.callees[person]?.post
                try send(.overdueNotice, to: leader, alarm, texts.overdueNotice(name, post))
            }
            event = AlarmEvent(at: now, kind: .overdueAsked, person: person)
        case .countSilent(let person):
            event = AlarmEvent(at: now, kind: .silent, person: person)
        case .exhaust(let posts):
            event = AlarmEvent(at: now, kind: .exhausted, count: posts.count)
        case .finish:
            return
        }
        try tx.insertEvent(event, of: alarm.id)
    }

    /// Who is told about somebody: on duty to lead, else the first of those who are told when too few are found.
    private func leader(of alarm: Alarm, besides person: ID<Functionary>) throws -> ID<Functionary>? {
        let contacts = try tx.contacts(of: alarm.id).filter { $0.person != nil && $0.person != person }
        return contacts.first { $0.role == .leader }?.person
            ?? contacts.first { $0.role == .lastResort }?.person
    }

    private mutating func keepRunning(
        _ alarm: Alarm, _ state: AlarmState, _ dueAt: Instant?
    ) throws {
        var takeDueAt = alarm.takeDueAt
        var toldCount = alarm.toldCount
        if state == .exhausted, takeDueAt.map({ $0 <= now }) ?? true {
            try tellLastResort(alarm, toldCount)
            toldCount += 1
            takeDueAt = now.adding(minutes: alarm.norms.takeMinutes)
        }
        let moments = [dueAt, state == .exhausted ? takeDueAt : nil].compactMap(\.self)
        try tx.setProgress(
            of: alarm.id, state: state, dueAt: moments.min(), takeDueAt: takeDueAt, toldCount: toldCount)
    }

    /// The named humans are told one after the other, and again, until one of them takes it (spec A5).
    private mutating func tellLastResort(_ alarm: Alarm, _ toldCount: Int) throws {
        let people = try tx.contacts(of: alarm.id).filter { $0.role == .lastResort }.compactMap(\.person)
        guard !people.isEmpty else {
            if toldCount == 0 {
                try tx.insertEvent(AlarmEvent(at: now, kind: .nobodyToTell), of: alarm.id)
            }
            return
        }
        let person = people[toldCount % people.count]
        let text = try AlarmTexts(alarm, tx).exhausted(tx.posts(of: alarm))
        try send(.exhausted, to: person, alarm, text)
        try tx.insertEvent(AlarmEvent(at: now, kind: .told, person: person), of: alarm.id)
    }

    /// Ends an alarm and tells those who are no longer needed, in the new generation.
    mutating func endAlarm(_ alarm: Alarm, _ state: AlarmState) throws {
        let text = try AlarmTexts(alarm, tx).released(state)
        try tx.end(alarm.id, state, at: now)
        let released = try tx.releaseCallees(of: alarm.id)
        for person in released {
            try send(.released, to: person, alarm, text, generation: alarm.generation + 1)
        }
        try tx.insertEvent(
            AlarmEvent(at: now, kind: state == .filled ? .filled : .stopped, count: released.count),
            of: alarm.id)
    }

    /// Writes a message to somebody over each of their channels: the first leaves now. Of a call the next
    /// follow while there is no answer; of anything else only when the channel before it failed.
    mutating func send(
        _ purpose: AlarmMessage.Purpose, to person: ID<Functionary>, _ alarm: Alarm, _ text: AlarmText,
        generation: Int? = nil
    ) throws {
        var series: ID<AlarmMessage>?
        for (position, address) in try tx.addresses(of: person, in: alarm.id).enumerated() {
            let id: ID<AlarmMessage> = newID()
            let isTried = position == 0 || purpose == .call
            try tx.insert(
                AlarmMessage(
                    id: id, alarm: alarm.id, person: person, purpose: purpose,
                    generation: generation ?? alarm.generation, series: series ?? id, position: position,
                    address: address, subject: text.subject, body: text.body(over: address.kind),
                    state: isTried ? .waiting : .standby,
                    dueAt: now.adding(minutes: position * alarm.norms.channelMinutes), attempts: 0,
                    isPossibleDuplicate: false),
                at: now)
            series = series ?? id
        }
    }

    /// Writes down in the journal what was delivered since the last time (design.md §3).
    mutating func journalDeliveries() throws {
        let done = try tx.journalBatches(limit: 1000)
        guard done.batches > 0 else { return }
        try record(
            JournalEntry(
                "alarm.delivered", "messages", "\(done.batches)",
                after: ["verzonden": .number(done.sent), "mislukt": .number(done.failed)]))
    }
}

extension AlarmAction {
    /// For the journal.
    fileprivate var code: String {
        switch self {
        case .openWave(let post, let number, let people): "golf:\(post + 1).\(number):\(people.count)"
        case .useReserve: "reserve"
        case .askOverdue: "navraag"
        case .countSilent: "stil"
        case .exhaust: "uitgeput"
        case .finish: "gevuld"
        }
    }
}
