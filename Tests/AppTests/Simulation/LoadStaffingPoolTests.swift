import Domain
import Simulation
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct LoadStaffingPoolTests {
    /// Where nobody off duty comes and nothing is left to chance, a post holds exactly when the proof of
    /// coverage finds a witness for the whole time.
    @Test func `where nothing is random the simulation agrees with the proof of coverage`() async throws {
        let compared = try await TestRegion.with(.sqlite) { region in
            try await region.read { tx in
                try stride(from: 0, to: 52, by: 2).flatMap { week -> [(String, Bool, Bool)] in
                    let day = TestMoments.startDay.adding(days: 7 * week + 1)
                    return try Self.compare(tx, at: Amsterdam.instant(day, hour: 13))
                }
            }
        }
        for (moment, proven, simulated) in compared { #expect(proven == simulated, "\(moment)") }
        #expect(compared.contains { $0.1 } && compared.contains { !$0.1 })
    }

    private static let hours = 4

    private static func compare(_ tx: Transaction, at start: Instant) throws -> [(String, Bool, Bool)] {
        let interval = Interval(start, start.adding(minutes: 60 * hours))
        let input = try tx.coverageInput(during: interval)
        let pool = try tx.staffingPool(at: start, hours: hours)
        let districts = Dictionary(
            try tx.districts().map { ($0.code, $0.assemblyPoint) }, uniquingKeysWith: { first, _ in first })
        return input.lines.compactMap { line -> (String, Bool, Bool)? in
            guard let place = districts[line.district], pool.municipalities.contains(place) else {
                return nil
            }
            let proven = input.candidates.contains { candidate in
                candidate.duties.contains { $0.line == line.code && $0.interval.contains(interval) }
                    && Coverage.refusals(of: candidate, for: line, during: interval).isEmpty
            }
            return ("\(line.code) \(start.iso8601)", proven, holds(pool, line.function, place, start))
        }
    }

    private static func holds(
        _ pool: StaffingPool, _ function: Code<CrisisFunction>, _ place: Code<Municipality>, _ start: Instant
    ) -> Bool {
        var pool = pool
        guard let index = pool.functions.firstIndex(where: { $0.code == function }),
            let municipality = pool.municipalities.firstIndex(of: place)
        else { return false }
        pool.functions = [pool.functions[index]]
        for member in pool.members.indices {
            pool.members[member].functions = pool.members[member].functions.contains(index) ? [0] : []
            pool.members[member].duties = pool.members[member].duties.filter {
                $0.function == index && $0.served.contains(municipality)
            }.map {
                StaffingPool.Duty(
                    function: 0, served: $0.served, isBackup: $0.isBackup, interval: $0.interval)
            }
        }
        let scenario = StaffingScenario(
            startMilliseconds: start.milliseconds, hours: hours,
            deployments: [.init(municipality: place, startHour: 0)],
            response: .init(day: 0, night: 0, weekend: 0, holiday: 0), noShow: 0, dropout: 0, illness: 0,
            restHours: 11, weekHoursMax: 60, extensionHoursMax: 0, attemptsMax: 1, attemptMinutes: 0,
            travelSpreadMinutes: 1)
        let design = StaffingDesign(name: "rooster", sharing: .regional, shiftHours: hours)
        let prepared = PreparedDesign(pool, scenario, design)
        return ReplicationTally(prepared.model, seed: 1, replications: 0..<1).counts.gapMinutes == 0
    }

    @Test(arguments: TestEngine.allCases)
    func `the pool holds everybody of the sample, functions of the lines, and no names`(
        engine: TestEngine
    ) async throws {
        let (pool, people) = try await TestRegion.with(engine) { region in
            try await region.read { tx in
                (try tx.staffingPool(at: TestRegion.now, hours: 24), try tx.functionaries().count)
            }
        }
        #expect(pool.members.count == people)
        #expect(pool.functions.first?.code.text == "OVDBZ")
        #expect(pool.members.contains { !$0.duties.isEmpty })
        #expect(pool.members.contains { !$0.lapsed.isEmpty })
        #expect(pool.travelMinutes.count == pool.municipalities.count)
        for (index, member) in pool.members.enumerated() {
            #expect(!member.acquaintances.contains(index))
            #expect(member.acquaintances.allSatisfy { pool.members[$0].acquaintances.contains(index) })
        }
    }
}
