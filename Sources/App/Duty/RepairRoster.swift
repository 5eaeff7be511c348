package import Domain
import Storage
import Web

/// What a repair changed.
package struct RosterRepair: Sendable {
    /// One stretch of one duty that somebody cannot do.
    package struct Place: Sendable {
        package let line: String
        package let slot: String
        package let from: String
        package let to: String
        /// Nil when nobody is fit: the place is a gap, and shows as one.
        package let replacement: String?
        package let name: String?
        package let text: String
    }

    package let places: [Place]

    package var unfilled: Int { places.count { $0.replacement == nil } }
}

extension Application {
    /// Records that somebody is absent and gives their duties of that time to others; nothing else moves.
    ///
    /// - Throws: `DutyRefusal`.
    package func repairRoster(absent person: String, during interval: Interval) async throws -> RosterRepair {
        guard let id = ID<Functionary>(person) else { throw DutyRefusal.unknownPerson }
        return try await storage.change(
            by: .command("roster repair"), at: now(), randomness: randomness()
        ) { change in
            guard try change.tx.functionary(id) != nil else { throw DutyRefusal.unknownPerson }
            let absences = try change.tx.absences(of: id, during: interval)
            var repair = RosterRepair(places: [])
            // One look for both: what the repair mends is no news.
            try change.noticingGaps(of: id, during: interval, cause: "absence.recorded") { change in
                if !absences.contains(where: { $0.interval.contains(interval) }) {
                    _ = try change.recordAbsence(of: id, during: interval)
                }
                repair = try change.repairRoster(absent: id, during: interval)
            }
            return repair
        }
    }
}

extension Change {
    /// Gives the duties of somebody absent to the best others. Least change: only the time of the absence,
    /// only their places.
    mutating func repairRoster(absent id: ID<Functionary>, during interval: Interval) throws -> RosterRepair {
        try actor.require(.editRoster)
        let ahead = Interval(max(interval.start, wholeMinute), interval.end)
        guard !ahead.isEmpty else { throw DutyRefusal.inThePast }
        let lost = try tx.duties(during: ahead, person: id)
        guard let first = lost.first else { return RosterRepair(places: []) }
        let horizon = lost.reduce(first.duty.interval) {
            Interval(min($0.start, $1.duty.interval.start), max($0.end, $1.duty.interval.end))
        }
        let search = try ReplacementSearch(tx, during: horizon.clamped(to: ahead))
        var added: [ID<Functionary>: [Duty]] = [:]
        var places: [RosterRepair.Place] = []
        for stored in lost {
            let part = stored.duty.interval.clamped(to: ahead)
            let found = search.line(stored.duty.line).flatMap { line in
                search.ranked(line, part, without: Set(lost.map(\.id)), added: added).first {
                    $0.isFit && $0.person != id
                }
            }
            let duty = Duty(line: stored.duty.line, slot: stored.duty.slot, interval: part)
            try noticingGaps(on: [duty.line], during: part, cause: "roster.repaired") { change in
                try change.cut(part, outOf: stored)
                guard let found else { return }
                try change.give(
                    duty, to: found.person, because: "Vervangt wie verhinderd is. \(found.sentence)")
            }
            if let found { added[found.person, default: []].append(duty) }
            places.append(
                RosterRepair.Place(
                    line: stored.duty.line.text, slot: stored.duty.slot.rawValue, from: part.start.iso8601,
                    to: part.end.iso8601, replacement: found?.person.description, name: found?.name,
                    text: found?.sentence ?? "Niemand is inzetbaar; de plaats blijft open."))
        }
        try record(
            JournalEntry(
                "roster.repaired", "person", id,
                after: [
                    "plaatsen": .number(places.count),
                    "open": .number(places.count { $0.replacement == nil }),
                ]))
        return RosterRepair(places: places)
    }

    /// Takes a stretch out of a duty; what lies before and after it stays with who has it. A week that was shared by
    /// hand stays as it is when the roster is made anew.
    mutating func cut(_ part: Interval, outOf stored: StoredDuty) throws {
        let whole = stored.duty.interval
        if whole.end > part.end {
            let rest = StoredDuty(
                id: newID(), roster: stored.roster, person: stored.person,
                duty: Duty(
                    line: stored.duty.line, slot: stored.duty.slot, interval: Interval(part.end, whole.end)),
                state: .published, maker: stored.maker, explanation: stored.explanation)
            try tx.insert(rest)
            try tx.pin(rest.id, at: now)
        }
        if whole.start < part.start {
            try tx.endDuty(stored.id, at: part.start)
            try tx.pin(stored.id, at: now)
        } else {
            try tx.setState(.replaced, ofDuty: stored.id)
        }
    }

    /// A duty that is live at once, and stays.
    mutating func give(_ duty: Duty, to person: ID<Functionary>, because explanation: String) throws {
        let roster = Roster(
            id: newID(), state: .published, interval: duty.interval, madeAt: now, vacancyCount: 0,
            publishedAt: now)
        try tx.insert(roster)
        let stored = StoredDuty(
            id: newID(), roster: roster.id, person: person, duty: duty, state: .published, maker: .hand,
            explanation: explanation)
        try tx.insert(stored)
        try tx.pin(stored.id, at: now)
    }
}
