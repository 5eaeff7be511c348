import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct GenerateRosterTests {
    private static let from = TestMoments.startDay.adding(days: 70)
    private static let weeks = 8

    /// Few steps, so that the answer is the same every time and comes at once.
    private static func question(_ lines: [String] = [], seed: Int = 1) -> RosterQuestion {
        RosterQuestion(
            lines: lines.map { Code($0) }, from: from, weeks: weeks, seconds: 60, seed: seed, steps: 3)
    }

    private func drafted(_ outcome: RosterOutcome, _ region: TestRegion) async throws -> [StoredDuty] {
        let id = try #require(ID<Roster>(outcome.roster))
        return try await region.read { tx in try tx.duties(ofRoster: id) }
    }

    private func publish(_ outcome: RosterOutcome, _ region: TestRegion) async throws {
        let id = try #require(ID<Roster>(outcome.roster))
        try await region.change(as: "bureau") { try $0.publishRoster(id) }
    }

    @Test(arguments: TestEngine.allCases)
    func `everybody drafted is fit all week, on one line, and weeks apart from their other duties`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let outcome = try await region.application.generateRoster(Self.question())
            #expect(outcome.assigned + outcome.unfilled == 2 * Self.weeks * 11)
            #expect(outcome.bound.map { $0 <= outcome.cost } ?? true)
            #expect(outcome.violations.filter { !$0.isNotice }.map(\.text) == [])
            try await publish(outcome, region)
            let duties = try await drafted(outcome, region)
            let horizon = Interval(
                DutyPeriod(weekOf: Self.from).interval.start, try #require(duties.last).duty.interval.end)
            let faults = try await region.read { tx in
                let input = try tx.coverageInput(during: horizon)
                let byPerson = Dictionary(
                    input.candidates.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
                return duties.flatMap { stored -> [String] in
                    guard let line = input.lines.first(where: { $0.code == stored.duty.line }),
                        let candidate = byPerson[stored.person]
                    else { return ["onbekend"] }
                    let refusals = Coverage.refusals(of: candidate, for: line, during: stored.duty.interval)
                    let near = candidate.duties.filter {
                        $0 != stored.duty
                            && abs($0.interval.start.minutes(since: stored.duty.interval.start)) < 13 * 1_440
                    }
                    return refusals.map { "\($0)" } + near.map { "\($0)" }
                }
            }
            #expect(faults.isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `each place says why this person, who was next and why not`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let outcome = try await region.application.generateRoster(Self.question(["OGA-REGIO"]))
            let duties = try await drafted(outcome, region)
            let runnersUp = try await region.read { tx in
                try tx.runnersUp(ofRoster: try #require(duties.first).roster)
            }
            #expect(duties.allSatisfy { $0.maker == .solver && $0.explanation.contains("eerlijk is") })
            #expect(!runnersUp.isEmpty)
            #expect(runnersUp.values.filter { $0.reason.isEmpty }.map(\.duty) == [])
            #expect(duties.filter { runnersUp[$0.id]?.person == $0.person }.map(\.id) == [])
        }
    }

    @Test func `the same seed and steps give the same roster`() async throws {
        try await TestRegion.with(.sqlite) { region in
            var found: [[String]] = []
            for _ in 0..<2 {
                let outcome = try await region.application.generateRoster(
                    Self.question(["CO-REGIO", "OGA-REGIO"]))
                found.append(
                    try await drafted(outcome, region).map {
                        "\($0.duty.line) \($0.duty.interval.start) \($0.person)"
                    })
            }
            #expect(found[0] == found[1])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what was chosen by hand stays when the roster is made anew, until it is let loose`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let week = DutyPeriod(weekOf: Self.from.adding(days: 7))
            let line = try await region.line("OGA-REGIO")
            let person = try #require(try await region.fitAndFree(line, week).last).id
            try await region.change(as: "bureau") { change in
                try change.assignDuty(line.code, .first, week, person: person, explanation: "Geruild.")
            }
            try await publish(try await region.application.generateRoster(Self.question()), region)
            #expect(try await region.onDuty("OGA-REGIO", week, .first) == person)
            let there = try await region.read { tx in try tx.duties(during: week.interval, line: line.code) }
            #expect(there.count == 2)
            #expect(Set(there.map(\.person)).count == 2)

            let pinned = try #require(there.first { $0.person == person })
            try await region.change(as: "bureau") { try $0.setPin(false, ofDuty: pinned.id) }
            let again = try await region.application.generateRoster(Self.question())
            let places = try await drafted(again, region).filter {
                $0.duty.line == line.code && $0.duty.interval == week.interval
            }
            #expect(places.count == 2)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a week in which somebody can only if nobody else can goes to others`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let first = try await drafted(
                try await region.application.generateRoster(Self.question(["OGA-REGIO"])), region)
            let chosen = try #require(first.first)
            try await region.change(as: "bureau") { change in
                try change.recordWish(.lastResort, of: chosen.person, during: chosen.duty.interval)
            }
            let second = try await drafted(
                try await region.application.generateRoster(Self.question(["OGA-REGIO"])), region)
            let places = second.filter { $0.duty.interval == chosen.duty.interval }
            #expect(places.count == 2)
            #expect(!places.contains { $0.person == chosen.person })
        }
    }
}
