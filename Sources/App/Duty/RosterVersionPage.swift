import Domain
import Storage
import Web

/// A roster as it was made, with what it came to.
struct RosterVersion: Sendable {
    let roster: Roster
    let dutyCount: Int
    let figure: RosterFigure?
}

/// The versions there are, the latest first.
struct RosterVersionsPage: Sendable {
    static let versionsMax = 30

    let versions: [RosterVersion]

    init(_ visit: Visit, _ tx: Transaction) throws {
        versions = try tx.rosterVersions(limit: Self.versionsMax)
    }
}

/// One version beside another, or beside what is published now.
struct RosterDifferencePage: Sendable {
    let roster: Roster
    /// Nil: beside what is published now.
    let other: Roster?
    let others: [RosterVersion]
    let difference: RosterDifference
    let people: [ID<Functionary>: Functionary]
    let lineNames: [Code<DutyLine>: String]

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let roster = try tx.roster(try visit.id("id")) else { throw WebFailure.notFound }
        self.roster = roster
        others = try tx.rosterVersions(limit: RosterVersionsPage.versionsMax).filter {
            $0.roster.id != roster.id && $0.roster.interval.overlaps(roster.interval)
        }
        let asked = ID<Roster>(visit.request.query["met"])
        other = others.first { $0.roster.id == asked }?.roster
        let own = try tx.duties(ofRoster: roster.id)
        let lines = Set(own.map(\.duty.line))
        let beside = try other.map { try tx.duties(ofRoster: $0.id) } ?? tx.duties(during: roster.interval)
        let shared = other.map { $0.interval.clamped(to: roster.interval) } ?? roster.interval
        let change = try tx.dutyChange(at: roster.interval.start)
        difference = RosterDifference(
            from: Self.places(beside, lines, shared, change), to: Self.places(own, lines, shared, change))
        people = Dictionary(
            try tx.functionaries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        lineNames = try tx.lineNames()
    }

    /// Of a duty in parts whoever has the longest.
    private static func places(
        _ duties: [StoredDuty], _ lines: Set<Code<DutyLine>>, _ interval: Interval, _ change: DutyChange
    ) -> [RosterDifference.Place: ID<Functionary>] {
        var longest: [RosterDifference.Place: (person: ID<Functionary>, minutes: Int)] = [:]
        for stored in duties
        where lines.contains(stored.duty.line) && stored.duty.interval.overlaps(interval) {
            let place = RosterDifference.Place(
                monday: DutyPeriod(at: stored.duty.interval.start, change).monday, line: stored.duty.line,
                slot: stored.duty.slot)
            let minutes = stored.duty.interval.minutes
            if minutes > longest[place]?.minutes ?? 0 { longest[place] = (stored.person, minutes) }
        }
        return longest.mapValues(\.person)
    }

    var heading: String {
        switch difference.entries.count {
        case 0: "Er verandert niets"
        case let count: "\(Dutch.count(count, "plaats verandert", "plaatsen veranderen"))"
        }
    }
}

extension Transaction {
    /// Rosters that were made as a whole; what was changed by hand since is no version.
    func rosterVersions(limit: Int) throws -> [RosterVersion] {
        try madeRosters(limit: limit).map { roster, count in
            RosterVersion(roster: roster, dutyCount: count, figure: try rosterFigure(roster.id))
        }
    }
}
