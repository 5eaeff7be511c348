import Domain
import Storage
import Web

extension Change {
    /// Offers a duty, or a part of it, to some people or to everybody of the function. The duty stays with
    /// who has it until somebody took it. The planner may offer for somebody else, such as somebody ill.
    ///
    /// - Parameters:
    ///   - part: nil for the whole duty; of a running duty what is left of it.
    ///   - people: empty for everybody of the function.
    /// - Throws: `SwapRefusal`.
    @discardableResult
    mutating func offerDuty(
        _ id: ID<StoredDuty>, part: Interval? = nil, to people: [ID<Functionary>], isForPool: Bool,
        until expiry: Instant? = nil
    ) throws -> ID<Swap> {
        guard let stored = try tx.duty(id), stored.state == .published else { throw SwapRefusal.notTheirDuty }
        try requireOwnDuty(stored.person)
        let asked = part ?? stored.duty.interval
        guard stored.duty.interval.contains(asked), !asked.isEmpty else { throw SwapRefusal.outsideDuty }
        let interval = Interval(max(asked.start, wholeMinute), asked.end)
        guard !interval.isEmpty, expiry.map({ $0 > now }) ?? true else { throw SwapRefusal.inThePast }
        guard isForPool || !people.isEmpty else { throw SwapRefusal.nobodyAsked }
        let open = try tx.offeredSwaps().filter { $0.duty == id && $0.standing(at: now) == .offered }
        guard !open.contains(where: { $0.interval.overlaps(interval) }) else {
            throw SwapRefusal.alreadyOffered
        }
        let swap = Swap(
            id: newID(), duty: id, person: stored.person, line: stored.duty.line, interval: interval,
            isForPool: isForPool, offeredAt: now, expiresAt: expiry ?? interval.end, state: .offered,
            takenBy: nil)
        try tx.insert(swap, asked: isForPool ? [] : people)
        try tellOffered(swap, to: isForPool ? try pool(of: swap.line) : people)
        try record(
            JournalEntry(
                "swap.offered", "swap", swap.id,
                after: [
                    "dienst": .text(id.description), "van": .text(interval.start.iso8601),
                    "tot": .text(interval.end.iso8601), "gevraagd": .number(isForPool ? 0 : people.count),
                ]))
        return swap.id
    }

    /// Takes an offered duty, at once. Checked against everything that counts at this moment, in this
    /// transaction: two people cannot both take it, and nobody takes what would leave the line uncovered.
    ///
    /// - Throws: `SwapRefusal`.
    mutating func takeSwap(_ id: ID<Swap>, by person: ID<Functionary>) throws {
        guard let swap = try tx.swap(id) else { throw WebFailure.notFound }
        try requireOwnDuty(person)
        guard swap.standing(at: now) == .offered else { throw SwapRefusal.closed(swap.standing(at: now)) }
        let isAsked = try swap.isForPool || tx.asked(id).contains(person)
        guard isAsked, person != swap.person else { throw SwapRefusal.notAsked }
        let part = Interval(max(swap.interval.start, wholeMinute), swap.interval.end)
        // A duty that was cut since has another row for what lies later.
        let stored = try tx.duties(during: part, line: swap.line, person: swap.person).first {
            $0.duty.interval.contains(part)
        }
        guard let stored else { throw SwapRefusal.notTheirDuty }
        let search = try ReplacementSearch(tx, during: part)
        guard let line = search.line(swap.line),
            let candidacy = search.ranked(line, part, without: [stored.id]).first(where: {
                $0.person == person
            })
        else { throw SwapRefusal.unfit([.notDesignated]) }
        if let busy = candidacy.busy { throw SwapRefusal.onDuty(busy.line) }
        guard candidacy.refusals.isEmpty else { throw SwapRefusal.unfit(candidacy.refusals) }
        let findings = candidacy.findings.filter { !$0.isNotice }
        guard findings.isEmpty else { throw SwapRefusal.workingTime(findings) }
        try noticingGaps(on: [swap.line], during: part, cause: "swap.taken") { change in
            try change.cut(part, outOf: stored)
            try change.give(
                Duty(line: swap.line, slot: stored.duty.slot, interval: part), to: person,
                because: "Overgenomen na een aanbod.")
        }
        try tx.settle(id, .taken, by: person, at: now)
        try tellTaken(swap, by: person, part)
        try record(
            JournalEntry(
                "swap.taken", "swap", id, before: ["persoon": .text(swap.person.description)],
                after: ["persoon": .text(person.description), "van": .text(part.start.iso8601)]))
    }

    /// - Throws: `SwapRefusal`.
    mutating func withdrawSwap(_ id: ID<Swap>) throws {
        guard let swap = try tx.swap(id) else { throw WebFailure.notFound }
        try requireOwnDuty(swap.person)
        guard swap.standing(at: now) == .offered else { throw SwapRefusal.closed(swap.standing(at: now)) }
        try tx.settle(id, .withdrawn, by: nil, at: now)
        try record(JournalEntry("swap.withdrawn", "swap", id))
    }

    /// Everybody who is designated for the function of a line.
    private func pool(of code: Code<DutyLine>) throws -> [ID<Functionary>] {
        guard let line = try tx.lines().first(where: { $0.code == code }) else { return [] }
        let designated = try tx.designations().filter { $0.function == line.function && $0.interval != nil }
        return Set(designated.map(\.person)).sorted { $0.description < $1.description }
    }

    /// One's own, or the planner's on behalf of somebody.
    private func requireOwnDuty(_ person: ID<Functionary>) throws {
        if case .account(let signedIn) = actor, signedIn.person == person {
            return try actor.require(.seeOwn)
        }
        try actor.require(.editRoster)
    }
}
