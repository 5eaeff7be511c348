import Domain
import Storage
import TestSupport

@testable import App

/// A region with two lines and nine people on a published roster of six weeks. Every run is one transaction that
/// is rolled back: the next finds the world as it was.
struct RosterWorld: Sendable {
    static let weeks = 6
    static let horizonWeeks = 8
    static let lines: [Code<DutyLine>] = [Code("OVDBZ-NOORD"), Code("OGA-REGIO")]
    static let functions: [Code<CrisisFunction>] = [Code("OVDBZ"), Code("OGA")]
    private static let home = Code<Municipality>("GM0599")
    private static let peopleCount = 9

    let storage: Storage
    let people: [ID<Functionary>]
    /// When the runs begin: the Monday after the roster was published.
    let start: Instant

    /// - Parameter storage: migrated and empty.
    init(_ storage: Storage) async throws {
        self.storage = storage
        let actor = Actor.command("test")
        let madeAt = TestMoments.start
        try await storage.change(by: actor, at: madeAt, randomness: Randomness(seed: 1)) { change in
            try change.loadRegion("VR17")
        }
        try await storage.write { tx in
            // What a proof reads besides is read some thousand times.
            try tx.executeScript("DELETE FROM duty_line WHERE code NOT IN ('OVDBZ-NOORD', 'OGA-REGIO')")
            try tx.executeScript("DELETE FROM travel WHERE origin <> 'GM0599'")
            try tx.executeScript(
                "UPDATE norm SET value = \(Self.horizonWeeks) WHERE code = 'coverage.horizon'")
        }
        people = try await storage.change(by: actor, at: madeAt, randomness: Randomness(seed: 2)) { change in
            var people: [ID<Functionary>] = []
            for number in 0..<Self.peopleCount { people.append(try change.addRosterPerson(number)) }
            return people
        }
        let monday = Amsterdam.day(at: madeAt).monday.adding(days: 7)
        start = Amsterdam.instant(monday, hour: 13)
        try await storage.change(by: actor, at: madeAt, randomness: Randomness(seed: 3)) { change in
            let periods = DutyPeriod.periods(
                covering: Interval(
                    DutyPeriod(weekOf: monday).interval.start,
                    DutyPeriod(weekOf: monday.adding(days: 7 * (Self.weeks - 1))).interval.end))
            let roster = try change.makeRotation(lines: Self.lines, periods: periods).roster
            try change.publishRoster(roster)
        }
        let begin = start
        try await storage.change(by: actor, at: begin, randomness: Randomness(seed: 4)) { change in
            try change.recordNightlyProof(for: monday.iso)
        }
    }

    fileprivate static func draft(_ number: Int, through last: Day? = nil, isReachable: Bool = true)
        -> PersonDraft
    {
        PersonDraft(
            municipality: home, personnelNumber: "R-\(number)",
            name: PersonName(given: "Noor", prefix: "", surname: "Wilgen \(number)"), workBase: home,
            employedThrough: last,
            channels: isReachable ? [ContactChannel(kind: .mobile, address: "+316000001\(10 + number)")] : [])
    }
}

extension Change {
    fileprivate mutating func addRosterPerson(_ number: Int) throws -> ID<Functionary> {
        let id = try addPerson(RosterWorld.draft(number))
        for function in RosterWorld.functions {
            try saveDesignation(
                Designation(
                    id: newID(), person: id, function: function, scope: .region, designatedBy: "College",
                    document: "", validFrom: nil, validThrough: nil, state: .designated))
            try saveCertificate(
                Certificate(
                    id: newID(), person: id, function: function, issuer: "NIPV", issued: nil,
                    validThrough: nil, state: .held))
        }
        return id
    }

    /// Leaves on a day or stays; can be reached or not.
    mutating func changeRosterPerson(
        _ id: ID<Functionary>, _ number: Int, through last: Day?, isReachable: Bool
    )
        throws
    {
        guard let person = try tx.functionary(id) else { return }
        try changePerson(
            id, version: person.version,
            to: RosterWorld.draft(number, through: last, isReachable: isReachable))
    }
}
