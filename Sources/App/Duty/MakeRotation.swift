import Domain
import Storage
import Web

/// How far back duties are read to know who rested longest: a year and a week.
private let restLookbackDays = 371

extension Change {
    /// Makes a draft roster for `periods` by rotation. Published duties in those periods stay what they are
    /// until the draft is published; people who stand on a line that is not in the draft are passed over for
    /// that time.
    ///
    /// - Returns: the draft and the places for which nobody was fit.
    mutating func makeRotation(
        lines codes: [Code<DutyLine>], periods: [DutyPeriod], rules: Set<CoverageRule> = CoverageRule.all
    ) throws -> (roster: ID<Roster>, vacancies: [Rotation.Vacancy]) {
        try actor.require(.editRoster)
        guard let first = periods.first, let last = periods.last else { throw DutyRefusal.noPeriods }
        let interval = Interval(first.interval.start, last.interval.end)
        let lookback = interval.start.adding(minutes: -restLookbackDays * 24 * 60)
        let input = try tx.coverageInput(during: interval, dutiesFrom: lookback)
        let lines = input.lines.filter { codes.contains($0.code) }
        let pins = try tx.pinnedDuties()
        let pinned = Dictionary(
            grouping: try tx.duties(during: interval).filter { pins.contains($0.id) }, by: \.person)
        let rotation = Rotation(
            lines: lines,
            candidates: input.candidates.map {
                $0.leaving(codes, during: interval, but: (pinned[$0.person] ?? []).map(\.duty))
            },
            periods: periods,
            rules: rules)
        let roster = Roster(
            id: newID(), state: .draft, interval: interval, madeAt: now,
            vacancyCount: rotation.vacancies.count,
            publishedAt: nil)
        try tx.insert(roster)
        for choice in rotation.choices {
            try tx.insert(
                StoredDuty(
                    id: newID(), roster: roster.id, person: choice.person,
                    duty: Duty(line: choice.line, slot: choice.slot, interval: choice.interval),
                    state: .draft,
                    maker: .rotation, explanation: choice.explanation))
        }
        try record(
            JournalEntry(
                "roster.drafted", "roster", roster.id,
                after: [
                    "van": .text(interval.start.iso8601), "tot": .text(interval.end.iso8601),
                    "lijnen": .text(codes.sorted().map(\.text).joined(separator: " ")),
                    "diensten": .number(rotation.choices.count),
                    "vacatures": .number(rotation.vacancies.count),
                ]))
        return (roster.id, rotation.vacancies)
    }

    /// Makes a draft live: published duties on the same lines that begin in its time are replaced.
    mutating func publishRoster(_ id: ID<Roster>, tells: Bool = true) throws {
        try actor.require(.editRoster)
        guard let roster = try tx.roster(id) else { throw WebFailure.notFound }
        guard roster.state == .draft else { throw DutyRefusal.alreadyPublished }
        guard roster.interval.start >= now else { throw DutyRefusal.alreadyBegun }
        let drafted = try tx.duties(ofRoster: id)
        let lines = Set(drafted.map(\.duty.line))
        let pins = try tx.pinnedDuties()
        try refuseDoubleBookings(drafted, besides: lines, pins, during: roster.interval)
        let old = try tx.duties(during: roster.interval).filter {
            lines.contains($0.duty.line) && $0.duty.interval.start >= roster.interval.start
                && !pins.contains($0.id)
        }
        try noticingGaps(on: lines, during: roster.interval, cause: "roster.published") { change in
            for stored in drafted where try change.isTaken(stored, by: pins) {
                try change.tx.setState(.replaced, ofDuty: stored.id)
            }
            for duty in old { try change.tx.setState(.replaced, ofDuty: duty.id) }
            try change.tx.publishDuties(ofRoster: id)
            try change.tx.setState(.published, publishedAt: change.now, ofRoster: id)
        }
        try record(
            JournalEntry(
                "roster.published", "roster", id,
                before: ["vervangen diensten": .number(old.count)],
                after: [
                    "diensten": .number(drafted.count), "dagen vooraf": .number(roster.noticeDays(at: now)),
                ]))
        guard tells else { return }
        let published = try tx.duties(during: roster.interval).filter { $0.roster == id }
        try tellRoster(roster, from: old, to: published)
    }

    /// Somebody may have been put on another line since the draft was made; on two lines they would count for
    /// neither.
    private func refuseDoubleBookings(
        _ drafted: [StoredDuty], besides lines: Set<Code<DutyLine>>, _ pins: Set<ID<StoredDuty>>,
        during interval: Interval
    ) throws {
        let staying = try tx.duties(during: interval).filter {
            !lines.contains($0.duty.line) || pins.contains($0.id)
        }
        let others = Dictionary(grouping: staying, by: \.person)
        for stored in drafted {
            let clash = others[stored.person]?.first {
                $0.duty.interval.overlaps(stored.duty.interval) && $0.duty.line != stored.duty.line
            }
            guard let clash else { continue }
            throw DutyRefusal.draftOverlaps(
                name: try tx.functionary(stored.person)?.name.full, clash.duty.line, clash.duty.interval)
        }
    }

    /// Whether a pinned duty has this place, or has this person on the line at that time: the pin stays.
    private func isTaken(_ drafted: StoredDuty, by pins: Set<ID<StoredDuty>>) throws -> Bool {
        try tx.duties(during: drafted.duty.interval, line: drafted.duty.line).contains {
            pins.contains($0.id) && ($0.duty.slot == drafted.duty.slot || $0.person == drafted.person)
        }
    }

    /// Throws a draft away. A published roster stays.
    mutating func discardRoster(_ id: ID<Roster>) throws {
        try actor.require(.editRoster)
        guard let roster = try tx.roster(id) else { throw WebFailure.notFound }
        guard roster.state == .draft else { throw DutyRefusal.alreadyPublished }
        for duty in try tx.duties(ofRoster: id) { try tx.setState(.replaced, ofDuty: duty.id) }
        try tx.setState(.replaced, publishedAt: nil, ofRoster: id)
        try record(JournalEntry("roster.discarded", "roster", id))
    }
}

extension Candidate {
    /// Without the published duties that the new draft would replace; pinned and earlier ones stay, they tell how long
    /// somebody rested.
    fileprivate func leaving(
        _ lines: [Code<DutyLine>], during interval: Interval, but pinned: [Duty]
    ) -> Candidate {
        Candidate(
            person: person, fitness: fitness, absent: absent, reachable: reachable,
            duties: duties.filter {
                !(lines.contains($0.line) && $0.interval.start >= interval.start) || pinned.contains($0)
            },
            deployed: deployed, resting: resting, travelMinutes: travelMinutes)
    }
}
