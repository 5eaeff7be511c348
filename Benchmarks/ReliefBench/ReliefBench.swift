// Makes a relief plan for a seeded region and says what the first complete plan, the best in the time given, a
// replanning after somebody dropped out, and the forecast took.
import Domain
import Foundation
import Solver
import Synchronization

/// A seeded region: people who can do one or two functions, some away for days, on shifts of eight hours.
struct SeededRegion {
    let posts: Int
    let people: Int
    let shifts: Int
    let seed: UInt64

    private static let start = Instant(milliseconds: 1_795_687_200_000)
    private static let norms = ReliefNorms(
        shiftMinutes: 480, overlapMinutes: 30, restMinutes: 14 * 60, weeklyRestMinutes: 36 * 60,
        longRestMinutes: 46 * 60, weekMinutesMax: 60 * 60, shiftMinutesMax: 720, askMinutes: 12 * 60)

    var model: ReliefModel {
        var random = Randomness(seed: seed)
        let grid = ReliefGrid(start: Self.start, shiftMinutes: 480, overlapMinutes: 30, count: shifts)
        let functions = (0..<posts).map { Code<CrisisFunction>("F\($0)") }
        let everyone = (0..<people).map { number -> ReliefPerson in
            var fit = [functions[number % posts]: IntervalSet([.always])]
            if Int.random(in: 0..<4, using: &random) == 0, let other = functions.randomElement(using: &random)
            {
                fit[other] = IntervalSet([.always])
            }
            let away = (0..<2).compactMap { _ -> Interval? in
                guard Int.random(in: 0..<3, using: &random) == 0 else { return nil }
                let from = Self.start.adding(minutes: 60 * Int.random(in: 0..<8 * shifts, using: &random))
                return Interval(from, from.adding(minutes: 1_440 * Int.random(in: 1...4, using: &random)))
            }
            let worked = number < posts ? [Interval(Self.start.adding(minutes: -480), Self.start)] : []
            return ReliefPerson(
                person: random.id(at: Self.start), fit: fit, unavailable: IntervalSet(away),
                travelMinutes: Int.random(in: 5...70, using: &random), worked: worked)
        }
        return ReliefModel(
            grid: grid, wanted: functions.map { ($0, 1) }, people: everyone, norms: Self.norms)
    }

    /// The shifts that lie in the night, of three a day.
    var nights: Set<Int> { Set((0..<shifts).filter { $0 % 3 == 1 }) }
}

extension ReliefModel {
    /// The same people with a plan to keep, and without one of them.
    func keeping(_ plan: ReliefPlan, without gone: Int) -> ReliefModel {
        let mine = Dictionary(grouping: plan.places, by: \.member)
        let members = members.enumerated().map { number, member in
            Member(
                person: member.person, able: number == gone ? member.able.map { _ in [] } : member.able,
                rest: member.rest, before: member.before, travelMinutes: member.travelMinutes,
                minutesBefore: member.minutesBefore,
                planned: Dictionary(
                    (mine[number] ?? []).map { ($0.shift, $0.post) }, uniquingKeysWith: { first, _ in first })
            )
        }
        return ReliefModel(grid: grid, posts: posts, members: members)
    }
}

@main
enum ReliefBench {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst().compactMap(Double.init)
        let seconds = arguments.first ?? 10
        let seed = UInt64(arguments.dropFirst().first ?? 1)
        let region = SeededRegion(posts: 16, people: 250, shifts: 42, seed: seed)
        let clock = ContinuousClock()
        func measured<Result>(_ work: () -> Result) -> (Result, Double) {
            let begin = clock.now
            let result = work()
            return (result, (clock.now - begin) / .milliseconds(1))
        }
        let model = region.model
        let begin = clock.now
        let problem = ReliefProblem(model, nights: region.nights)
        // Each plan that was better than all before it.
        let better = Mutex<[(cost: Int, seconds: Double)]>([])
        let limit = Duration.seconds(seconds)
        var search = RosterSearch(
            problem.roster, seed: seed, threads: 2, stop: { clock.now - begin >= limit },
            report: { progress in
                guard let cost = progress.cost else { return }
                better.withLock {
                    if cost < $0.last?.cost ?? .max { $0.append((cost, (clock.now - begin) / .seconds(1))) }
                }
            })
        let found = search.run()
        let searched = (clock.now - begin) / .seconds(1)
        let plans = better.withLock(\.self)
        guard let answer = found, let first = plans.first, let last = plans.last else {
            print("geen plan")
            exit(1)
        }
        let plan = problem.plan(answer)
        let missing = plan.gaps.reduce(0) { $0 + $1.missing }
        print(
            """
            eerste plan: kosten \(first.cost) na \(first.seconds) s
            beste plan: kosten \(plan.cost) na \(last.seconds) s, leeg \(missing)
            ondergrens \(plan.bound.map(String.init) ?? "onbekend") na \(searched) s
            """)
        let changed = model.keeping(plan, without: plan.places[0].member)
        let (again, replanning) = measured { ReliefProblem(changed, nights: region.nights).replanned() }
        let left = again?.gaps.reduce(0) { $0 + $1.missing } ?? -1
        print("herplannen na een uitval: \(replanning) ms, leeg \(left)")
        for people in [250, 120, 72, 64] {
            let smaller = SeededRegion(posts: 16, people: people, shifts: 42, seed: seed).model
            let (power, time) = measured { StayingPower(smaller, askMinutes: 720) }
            let used = power.functions.filter { $0.shift != nil }
            print(
                "vooruitzicht met \(people) mensen: \(time) ms, \(used.count) functies op, \(used.count { !$0.isExact }) niet exact"
            )
        }
    }
}
