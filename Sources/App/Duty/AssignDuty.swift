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
        let interval = Interval(max(period.interval.start, wholeMinute), period.interval.end)
        guard let dutyLine = try tx.lines().first(where: { $0.code == line }) else {
            throw DutyRefusal.unknownLine
        }
        let present = try tx.duties(during: interval, line: line)
        let before = present.filter { $0.duty.slot == slot }
        if let person {
            try checkAssignment(
                of: person, to: dutyLine, interval, present, slot, isAccepted: !explanation.isEmpty)
        }
        try noticingGaps(on: [line], during: interval, cause: "duty.assigned") { change in
            try change.clear(before, from: interval.start)
            guard let person else { return }
            try change.give(
                Duty(line: line, slot: slot, interval: interval), to: person,
                because: explanation.isEmpty ? "Met de hand ingedeeld." : explanation)
        }
        let after: [String: JournalValue]? = person.map {
            ["persoon": .text($0.description), "toelichting": .secret(explanation, of: $0)]
        }
        try record(
            JournalEntry(
                "duty.assigned", "line", "\(line) \(slot.rawValue) \(period.monday.iso)",
                before: before.first.map { ["persoon": .text($0.person.description)] }, after: after))
    }

    /// Takes duties off the line from a moment on; who had one until then keeps it in the record.
    private func clear(_ duties: [StoredDuty], from start: Instant) throws {
        for stored in duties {
            if stored.duty.interval.start < start {
                try tx.endDuty(stored.id, at: start)
            } else {
                try tx.setState(.replaced, ofDuty: stored.id)
            }
        }
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
