import Domain
import Testing

@testable import Simulation

@Suite struct DesignComparisonTests {
    @Test func `where nothing is random everybody comes, and the region holds`() {
        let tally = SmallPool.tally(SmallPool.make(), SmallPool.scenario(hours: 48), .regional)
        #expect(tally.survival.allSatisfy { $0 == 1 })
        #expect(tally.counts.gapMinutes == 0)
    }

    @Test func `one municipality alone runs out of people when nobody is left to relieve`() {
        // Two people for the first function in one place: 8 hours on and 11 off leaves a hole.
        let tally = SmallPool.tally(SmallPool.make(), SmallPool.scenario(hours: 72), .local)
        #expect(tally.survival.last == 0)
    }

    @Test func `sharing never does worse than not sharing when nothing else changes`() {
        let scenario = SmallPool.scenario(hours: 48, response: 6000)
        let pool = SmallPool.make()
        let local = SmallPool.tally(pool, scenario, .local)
        let regional = SmallPool.tally(pool, scenario, .regional)
        for (alone, together) in zip(local.survival, regional.survival) { #expect(together >= alone) }
        let difference = PreparedDesign.difference("Regionaal", regional, against: local)
        #expect((difference.survival.last?.low ?? 0) > 0)
        #expect(difference.gapMinutesClosed > 0)
        #expect(difference.survival[0].value == 0)
    }

    @Test func `a paired difference is the difference of the shares`() {
        let scenario = SmallPool.scenario(hours: 48, response: 6000)
        let pool = SmallPool.make()
        let local = SmallPool.tally(pool, scenario, .local)
        let regional = SmallPool.tally(pool, scenario, .regional)
        let difference = PreparedDesign.difference("Regionaal", regional, against: local)
        for hour in 0...48 {
            let expected = regional.survival[hour] - local.survival[hour]
            #expect(abs(difference.survival[hour].value - expected) < 1e-9)
        }
    }

    @Test func `a design against itself differs nowhere`() {
        let scenario = SmallPool.scenario(hours: 24, response: 5000)
        let tally = SmallPool.tally(SmallPool.make(), scenario, .regional)
        let difference = PreparedDesign.difference("zelf", tally, against: tally)
        #expect(difference.survival.allSatisfy { $0.value == 0 && $0.low == 0 && $0.high == 0 })
    }

    @Test func `hours, nights, acquaintance and the first to break are counted`() {
        let prepared = PreparedDesign(
            SmallPool.make(), SmallPool.scenario(hours: 48, response: 3000), .regional)
        let tally = ReplicationTally(prepared.model, seed: 4, replications: 0..<300)
        let result = prepared.result(tally)
        let hours = result.hoursByMunicipality.map(\.hours).reduce(0, +)
        #expect(abs(hours - result.hoursPerPersonUsed * result.peopleUsed) < 1e-6)
        #expect(hours <= 2 * 48 + 1e-9)
        #expect((result.nightShare ?? 0) > 0 && (result.nightShare ?? 1) < 1)
        #expect(result.acquaintedShare == 0)
        let broken = result.firstBreaks.map(\.share.value).reduce(0, +)
        #expect(abs(broken + (result.survival.last?.value ?? 0) - 1) < 1e-9)
        #expect(result.calls == result.shifts + result.noShows)
    }

    enum Mechanism: CaseIterable, Sendable {
        case noShow, rest, stretching, dropout, weekCap, illness, laterCalls

        func leave(out scenario: inout StaffingScenario) {
            switch self {
            case .noShow: scenario.noShow = 0
            case .rest: scenario.restHours = 0
            case .stretching: scenario.extensionHoursMax = 0
            case .dropout: scenario.dropout = 0
            case .weekCap: scenario.weekHoursMax = 1000
            case .illness: scenario.illness = 0
            case .laterCalls: scenario.attemptsMax = 1
            }
        }
    }

    @Test(arguments: Mechanism.allCases)
    func `a mechanism of a scenario that is left out is missed`(mechanism: Mechanism) {
        var scenario = SmallPool.scenario(hours: 96, response: 6000)
        scenario.noShow = 1500
        scenario.dropout = 1000
        scenario.illness = 1500
        scenario.weekHoursMax = 32
        scenario.attemptsMax = 3
        let whole = SmallPool.tally(SmallPool.make(), scenario, .regional)
        mechanism.leave(out: &scenario)
        #expect(SmallPool.tally(SmallPool.make(), scenario, .regional).counts != whole.counts)
    }

    @Test func `a flu and a second deployment make it harder`() {
        let pool = SmallPool.make(peoplePerPlace: 4)
        let plain = SmallPool.scenario(hours: 24, response: 6000)
        let held = SmallPool.tally(pool, plain, .regional).survival.last ?? 0
        var flu = plain
        flu.illness = 5000
        #expect((SmallPool.tally(pool, flu, .regional).survival.last ?? 1) < held)
        var twice = plain
        twice.deployments.append(.init(municipality: SmallPool.places[3], startHour: 6))
        let both = SmallPool.tally(pool, twice, .regional)
        #expect((both.survival.last ?? 1) < held)
        #expect(both.gapMinutesByPost.count == 4)
    }
}
