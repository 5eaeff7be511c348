import Domain
import Testing

@testable import Simulation

/// The forecast of a deployment and the simulation answer one question; where nothing is left to chance they
/// must answer the same.
struct StayingPowerAgreesTests {
    private let start = Instant(milliseconds: 1_790_000_000_000)
    private let shifts = 12

    /// Everybody comes, nobody travels; each can do one post.
    private func staffing(_ able: [Int], posts: Int) -> StaffingModel {
        StaffingModel(
            hours: 8 * shifts, shiftHours: 8, restHours: 16, weekHoursMax: 168, extensionHoursMax: 0,
            noShow: 0, dropout: 0, people: able.map { _ in .init(functionCount: 1) },
            posts: (0..<posts).map { post in
                .init(normMinute: 0, tiers: [able.indices.filter { able[$0] == post }])
            },
            periodStarts: [0], periodRows: [0], availability: [able.map { _ in .max }],
            travel: [able.map { _ in .init(baseMinutes: 0, spreadMinutes: 1) }])
    }

    private func forecast(_ able: [Int], posts: Int) -> StayingPower {
        var random = Randomness(seed: 1)
        let members = able.map { post in
            ReliefModel.Member(
                person: random.id(at: start), able: Array(repeating: [post], count: shifts),
                rest: ReliefRest(gap: 3))
        }
        return StayingPower(
            ReliefModel(
                grid: ReliefGrid(start: start, shiftMinutes: 480, overlapMinutes: 0, count: shifts),
                posts: (0..<posts).map {
                    .init(function: Code("F\($0)"), wanted: Array(repeating: 1, count: shifts))
                },
                members: members), askMinutes: nil)
    }

    @Test func `the first function that is used up is the first gap of the simulation, at the same hour`() {
        var breaks = 0
        for seed in 0..<60 as Range<UInt64> {
            var random = Randomness(seed: seed)
            let posts = Int.random(in: 1...3, using: &random)
            let able = (0..<Int.random(in: posts...4 * posts, using: &random)).map { number in
                number < posts ? number : Int.random(in: 0..<posts, using: &random)
            }
            var run = ReplicationRun(staffing(able, posts: posts), seed: seed)
            let simulated = run.run(0)
            let power = forecast(able, posts: posts)
            let first = power.functions.compactMap(\.shift).min()
            #expect(first.map { 480 * $0 } ?? 480 * shifts == simulated.firstGap, "seed \(seed)")
            if first != nil { breaks += 1 }
        }
        #expect(breaks > 10 && breaks < 60)
    }
}
