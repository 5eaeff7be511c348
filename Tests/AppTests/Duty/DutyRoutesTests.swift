import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct DutyRoutesTests {
    @Test(arguments: TestEngine.allCases)
    func `an unknown line and a year of two digits are told beside their fields`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let answer = try await client.post(
                "/rooster/concepten", ["lijn": "BESTAATNIET", "van": "30-11-26", "weken": "4"])
            #expect(answer.status == 422)
            #expect(answer.body.contains("href=\"#lijn\""))
            #expect(answer.body.contains("href=\"#van\""))
            #expect(answer.body.contains("value=\"30-11-26\""))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a week that runs is divided where somebody takes over`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let line = Code<DutyLine>("CO-REGIO")
            let now = TestRegion.now
            let before = try await region.application.storage.read { tx in
                try tx.duties(during: Interval(now, now.adding(minutes: 1)), line: line)
            }
            let first = try #require(before.first { $0.duty.slot == .first })
            let period = DutyPeriod(at: now)
            let free = try await region.application.storage.read { tx in
                let input = try tx.coverageInput(during: period.interval)
                let dutyLine = try #require(input.lines.first { $0.code == line })
                return input.candidates.first { candidate in
                    candidate.duties.isEmpty
                        && Coverage.refusals(of: candidate, for: dutyLine, during: period.interval).isEmpty
                }?.person
            }
            let substitute = try #require(free)
            let answer = try await client.post(
                "/rooster/lijn/\(line)/\(period.monday.iso)/first", ["persoon": substitute.description])
            #expect(answer.status == 303)
            let after = try await region.application.storage.read { tx in
                try tx.duties(during: period.interval, line: line).filter { $0.duty.slot == .first }
            }
            #expect(after.map(\.person) == [first.person, substitute])
            #expect(after.map(\.duty.interval.end) == [now, period.interval.end])
            #expect(after.map(\.duty.interval.start) == [period.interval.start, now])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a draft whose first week has begun is not published`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let made = try await client.post(
                "/rooster/concepten", ["lijn": "CO-REGIO", "van": "16-11-2026", "weken": "2"])
            let path = try #require(made.location)
            let published = try await client.post("\(path)/publicatie")
            let told = try await client.get(try #require(published.location))
            #expect(told.body.contains("De eerste week van dit concept is al begonnen"))
        }
    }
}
