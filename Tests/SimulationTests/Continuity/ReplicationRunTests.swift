import Testing

@testable import Simulation

@Suite struct ReplicationRunTests {
    private func differences(
        _ instance: ContinuityInstance, seed: UInt64, _ replications: Range<Int>,
        leavingOut leftOut: Set<NaiveContinuity.Mechanism> = []
    ) -> Int {
        var run = ReplicationRun(instance.staffing, seed: seed)
        let naive = NaiveContinuity(instance: instance, leftOut: leftOut)
        var count = 0
        for replication in replications {
            let expected = naive.run(NaiveContinuity.chance(seed: seed, replication: replication))
            if run.run(replication) != expected { count += 1 }
        }
        return count
    }

    @Test func `the first replications of the reference are the published ones`() {
        let published = [
            (7320, 1159, 446, 26, 0, 22), (16020, 1297, 446, 16, 4, 15), (20160, 0, 448, 16, 2, 16),
            (5880, 1936, 445, 19, 6, 16), (90, 13, 448, 19, 4, 20), (20160, 0, 448, 12, 8, 13),
            (90, 6, 448, 14, 8, 15),
        ]
        var run = ReplicationRun(ReferenceInstance.make().staffing, seed: ReferenceInstance.seed)
        for (replication, row) in published.enumerated() {
            let outcome = run.run(replication)
            #expect(
                (outcome.firstGap, outcome.counts.gapMinutes, outcome.counts.assigned) == (
                    row.0, row.1, row.2
                ),
                "herhaling \(replication)")
            #expect(
                (outcome.counts.extensionHours, outcome.counts.dropouts, outcome.counts.noShows) == (
                    row.3, row.4, row.5
                ))
        }
    }

    @Test(arguments: 0..<150)
    func `an instance of any shape comes out as the naive reading of the model`(seed: Int) {
        let instance = ContinuityInstance.random(seed: UInt64(seed))
        let count = instance.persons.count > 1000 || instance.hours > 300 ? 1 : 4
        #expect(differences(instance, seed: UInt64(seed) &* 7919, 0..<count) == 0)
    }

    @Test func `the naive reading agrees on the reference, which no random instance is like`() {
        let scopes: [ContinuityInstance.Scope] = [.regional, .cluster, .local]
        for scope in scopes {
            #expect(
                differences(ReferenceInstance.make(scope, shift: 8), seed: ReferenceInstance.seed, 0..<3) == 0
            )
        }
    }

    @Test(arguments: NaiveContinuity.Mechanism.allCases)
    func `a mechanism that is left out is missed`(mechanism: NaiveContinuity.Mechanism) {
        let instance = ReferenceInstance.make(.cluster, shift: 8)
        #expect(
            differences(instance, seed: ReferenceInstance.seed, 0..<3, leavingOut: [mechanism]) > 0)
    }

    @Test func `a replication does not depend on what ran before`() {
        let staffing = ReferenceInstance.make().staffing
        var alone = ReplicationRun(staffing, seed: 5)
        var after = ReplicationRun(staffing, seed: 5)
        for replication in 0..<20 { _ = after.run(replication) }
        #expect(alone.run(40) == after.run(40))
    }

    @Test(arguments: [(shift: 4, rest: 0), (shift: 3, rest: 5), (shift: 6, rest: 2)])
    func `a small case holds as often as all its outcomes weighed together say`(shift: Int, rest: Int) {
        func person(_ functions: UInt64, _ available: UInt32) -> ContinuityInstance.Person {
            ContinuityInstance.Person(
                municipality: 0, functions: functions, available: available, travelBaseMinutes: 5,
                travelSpreadMinutes: 1)
        }
        let instance = ContinuityInstance(
            hours: 9, shiftHours: shift, restHours: rest, weekHoursMax: 8, extensionHoursMax: 1,
            noShow: 600_000_000, dropout: 900_000_000, scope: .regional,
            persons: [person(1, 3_000_000_000), person(3, 2_500_000_000), person(2, 3_500_000_000)],
            positions: [
                ContinuityInstance.Position(function: 0, normMinute: 30, municipality: nil),
                ContinuityInstance.Position(function: 1, normMinute: 90, municipality: nil),
            ])
        let exact = ExactContinuity(instance).survival()
        let replications = 200_000
        let estimate = ReplicationTally(instance.staffing, seed: 11, replications: 0..<replications)
        for (hour, share) in exact.enumerated() {
            let standardError = (share * (1 - share) / Double(replications)).squareRoot()
            #expect(abs(estimate.survival[hour] - share) <= 4.5 * standardError + 1e-9, "uur \(hour)")
        }
    }

    @Test func `an illness, a later start and waves of people change nothing when they are not used`() {
        var model = ReferenceInstance.make().staffing
        model.measure = StaffingModel.Measure(
            nightStarts: Array(repeating: true, count: 336),
            acquaintances: Array(repeating: [], count: 250))
        let plain = ReplicationTally(
            ReferenceInstance.make().staffing, seed: 3, replications: 0..<50)
        let measured = ReplicationTally(model, seed: 3, replications: 0..<50)
        #expect(measured.checksum == plain.checksum)
        #expect(measured.counts.nightShifts == measured.counts.assigned)
        #expect(measured.nightsByPerson.reduce(0, +) == measured.counts.assigned)
        #expect(measured.counts.pairs > 0 && measured.counts.acquaintedPairs == 0)
    }

    @Test func `somebody of the first tier is called before the rest, but not for relief`() {
        var model = twoPeople()
        model.posts = [.init(normMinute: 60, tiers: [[1], [0, 1]])]
        let tally = ReplicationTally(model, seed: 1, replications: 0..<1)
        #expect(tally.hoursByPerson == [4, 4])
        #expect(tally.nightsByPerson == [0, 1])
    }

    @Test func `a post that starts later is empty from then on`() {
        var model = twoPeople()
        model.posts = [.init(start: 5, normMinute: 5 * 60 + 10, tiers: [[0]])]
        var run = ReplicationRun(model, seed: 1)
        let outcome = run.run(0)
        #expect(outcome.counts.assigned == 1)
        #expect(outcome.counts.gapMinutes == 0)
        model.posts = [.init(start: 5, normMinute: 5 * 60 + 10, tiers: [[]])]
        run = ReplicationRun(model, seed: 1)
        #expect(run.run(0).counts.gapMinutes == 3 * 60 - 10)
    }

    @Test func `with more attempts the next one comes later in the same hour`() {
        var model = twoPeople()
        model.noShow = .max
        model.attemptsMax = 2
        var run = ReplicationRun(model, seed: 1)
        #expect(run.run(0).counts.noShows == 2)
        #expect(run.run(0).counts.assigned == 0)
    }

    @Test func `whoever is ill is never called`() {
        var model = twoPeople()
        model.illness = .max
        var run = ReplicationRun(model, seed: 1)
        #expect(run.run(0).counts.assigned == 0)
    }

    /// Two people who always come at once, one post, eight hours in shifts of four; the second shift is at
    /// night.
    private func twoPeople() -> StaffingModel {
        var model = StaffingModel(
            hours: 8, shiftHours: 4, restHours: 8, weekHoursMax: 60, extensionHoursMax: 0, noShow: 0,
            dropout: 0, people: [.init(functionCount: 1), .init(functionCount: 1)],
            posts: [.init(normMinute: 60, tiers: [[0, 1]])], periodStarts: [0], periodRows: [0],
            availability: [[.max, .max]],
            travel: [Array(repeating: .init(baseMinutes: 0, spreadMinutes: 0), count: 2)])
        model.measure = StaffingModel.Measure(
            nightStarts: [true, true, true, true, false, false, false, false],
            acquaintances: [[1], [0]])
        return model
    }
}
