import Domain
import Storage
import Web

extension Change {
    /// Lets a duty stay when the roster is made anew, or no longer.
    mutating func setPin(_ isPinned: Bool, ofDuty id: ID<StoredDuty>) throws {
        try actor.require(.editRoster)
        guard let stored = try tx.duty(id), stored.state == .published else { throw WebFailure.notFound }
        guard stored.duty.interval.end > now else { throw DutyRefusal.inThePast }
        if isPinned { try tx.pin(id, at: now) } else { try tx.unpin(id) }
        try record(JournalEntry(isPinned ? "duty.pinned" : "duty.unpinned", "duty", id))
    }

    /// Puts a person on a line for one week, live at once; whoever had the place is taken off it. In a week
    /// that runs, from now on: who had the duty until now keeps it in the record.
    ///
    /// - Parameters:
    ///   - person: nil empties the place.
    ///   - explanation: why, when the person would not count; empty means that is not accepted.
    /// - Throws: `DutyRefusal`.
    mutating func assignDuty(
        _ line: Code<DutyLine>, _ slot: DutySlot, _ period: DutyPeriod, person: ID<Functionary>?,
        explanation: String
    ) throws {
        try actor.require(.editRoster)
        guard period.interval.end > now else { throw DutyRefusal.inThePast }
        // Whole minutes, as every duty.
        let minute = Instant(milliseconds: now.milliseconds / 60_000 * 60_000)
        let interval = Interval(max(period.interval.start, minute), period.interval.end)
        guard let dutyLine = try tx.lines().first(where: { $0.code == line }) else {
            throw DutyRefusal.unknownLine
        }
        let present = try tx.duties(during: interval, line: line)
        let before = present.filter { $0.duty.slot == slot }
        if let person {
            try checkAssignment(
                of: person, to: dutyLine, interval, present, slot, isAccepted: !explanation.isEmpty)
        }
        for stored in before {
            if stored.duty.interval.start < interval.start {
                try tx.endDuty(stored.id, at: interval.start)
            } else {
                try tx.setState(.replaced, ofDuty: stored.id)
            }
        }
        var after: [String: JournalValue]?
        if let person {
            let roster = Roster(
                id: newID(), state: .published, interval: interval, madeAt: now, vacancyCount: 0,
                publishedAt: now)
            try tx.insert(roster)
            let duty = StoredDuty(
                id: newID(), roster: roster.id, person: person,
                duty: Duty(line: line, slot: slot, interval: interval), state: .published, maker: .hand,
                explanation: explanation.isEmpty ? "Met de hand ingedeeld." : explanation)
            try tx.insert(duty)
            // What somebody chose by hand stays when the roster is made anew.
            try tx.pin(duty.id, at: now)
            after = ["persoon": .text(person.description), "toelichting": .secret(explanation, of: person)]
        }
        try record(
            JournalEntry(
                "duty.assigned", "line", "\(line) \(slot.rawValue) \(period.monday.iso)",
                before: before.first.map { ["persoon": .text($0.person.description)] }, after: after))
    }

    private func checkAssignment(
        of person: ID<Functionary>, to line: DutyLine, _ interval: Interval, _ present: [StoredDuty],
        _ slot: DutySlot,
        isAccepted: Bool
    ) throws {
        let input = try tx.coverageInput(during: interval)
        guard let candidate = input.candidates.first(where: { $0.person == person }) else {
            throw DutyRefusal.unknownPerson
        }
        if present.contains(where: { $0.person == person && $0.duty.slot != slot }) {
            throw DutyRefusal.sameSlotTwice
        }
        if let other = candidate.duties.first(where: {
            $0.line != line.code && $0.interval.overlaps(interval)
        }) {
            throw DutyRefusal.onOtherLine(other.line, other.interval)
        }
        let refusals = Coverage.refusals(of: candidate, for: line, during: interval)
        guard refusals.isEmpty || isAccepted else { throw DutyRefusal.unfit(refusals) }
        let findings = try tx.workingTime(of: person, with: interval).filter { !$0.isNotice }
        guard findings.isEmpty || isAccepted else { throw DutyRefusal.workingTime(findings) }
    }
}
