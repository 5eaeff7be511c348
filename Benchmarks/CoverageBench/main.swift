// How long the proof of a year takes for a region, and for ten copies of it side by side (a country's worth of lines on one
// machine). usage: coverage-bench DATA [FIRST-DAY]
import App
import Domain
import Foundation
import Storage

/// Best of so many runs: other programs only ever make a run slower.
let runs = 20
let arguments = CommandLine.arguments
guard arguments.count >= 2, let first = Day(iso: arguments.count > 2 ? arguments[2] : "2026-11-23") else {
    print("usage: coverage-bench DATA [FIRST-DAY]")
    exit(2)
}
let horizon = Interval(Amsterdam.startOfDay(first), Amsterdam.startOfDay(first.adding(days: 364)))
let storage = try Storage.open(.folder(arguments[1]))
let input = try await storage.read { tx in try tx.coverageInput(during: horizon) }

/// The same region under another name: other people, other lines, nothing shared.
func copy(_ number: Int) -> (lines: [DutyLine], candidates: [Candidate]) {
    var random = Randomness(seed: UInt64(number))
    func renamed(_ code: Code<DutyLine>) -> Code<DutyLine> { Code("\(code)-\(number)") }
    func renamed(_ code: Code<CrisisFunction>) -> Code<CrisisFunction> { Code("\(code)-\(number)") }
    let lines = input.lines.map { line in
        DutyLine(
            code: renamed(line.code), function: renamed(line.function), district: line.district,
            wanted: line.wanted(at: horizon.start),
            responseMinutesMax: line.responseMinutesMax(at: horizon.start))
    }
    let candidates = input.candidates.map { candidate in
        Candidate(
            person: random.id(at: horizon.start),
            fitness: Dictionary(uniqueKeysWithValues: candidate.fitness.map { (renamed($0.key), $0.value) }),
            absent: candidate.absent, reachable: candidate.reachable,
            duties: candidate.duties.map {
                Duty(line: renamed($0.line), slot: $0.slot, interval: $0.interval)
            },
            travelMinutes: Dictionary(
                uniqueKeysWithValues: candidate.travelMinutes.map { (renamed($0.key), $0.value) }))
    }
    return (lines, candidates)
}

func best(_ lines: [DutyLine], _ candidates: [Candidate]) -> (milliseconds: Double, segments: Int) {
    var best = Double.infinity
    var segments = 0
    for _ in 0..<runs {
        let start = threadProcessorMilliseconds()
        segments = Coverage.sweep(lines: lines, candidates: candidates, horizon: horizon).segments.count
        best = min(best, threadProcessorMilliseconds() - start)
    }
    return (best, segments)
}

let one = best(input.lines, input.candidates)
let copies = (0..<10).map(copy)
let ten = best(copies.flatMap(\.lines), copies.flatMap(\.candidates))
print(
    "one region:  \(input.lines.count) lines, \(input.candidates.count) people, \(one.segments) segments, \(one.milliseconds) ms"
)
print(
    "ten regions: \(copies.count * input.lines.count) lines, \(ten.segments) segments, \(ten.milliseconds) ms"
)
print("ratio: \(ten.milliseconds / one.milliseconds)")

/// Competence intervals of 15 000 people for one function that asks the base level, a training and an exercise
/// a year: two certificates and eight activities each, made from a seed.
func competence() -> (milliseconds: Double, periods: Int) {
    let function = Code<CrisisFunction>("OVDBZ")
    var random = Randomness(seed: 15)
    func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
    func day() -> Day { first.adding(days: number(below: 2000) - 1500) }
    func requirement(_ kind: ActivityKind) -> Requirement {
        Requirement(
            id: random.id(at: horizon.start), function: function, subject: .activity(kind),
            terms: Requirement.Terms(period: .calendarYear, graceDays: 60))
    }
    let profile = RequirementProfile(requirements: [requirement(.training), requirement(.exercise)])
    let records = (0..<15_000).map { _ -> CompetenceRecord in
        let person: ID<Functionary> = random.id(at: horizon.start)
        let certificates = (0..<2).map { _ in
            Certificate(
                id: random.id(at: horizon.start), person: person, function: function, issuer: "NIPV",
                issued: day(), validThrough: number(below: 2) == 0 ? nil : day().adding(days: 900),
                state: .held)
        }
        let activities = (0..<8).map { index in
            PerformedActivity(
                id: random.id(at: horizon.start), person: person,
                kind: index % 2 == 0 ? .training : .exercise,
                function: function, day: day(), minutes: 240, title: "",
                source: PerformedActivity.Source(.byHand, key: ""))
        }
        return CompetenceRecord(certificates: certificates, activities: activities)
    }
    var best = Double.infinity
    var periods = 0
    for _ in 0..<runs {
        let start = threadProcessorMilliseconds()
        periods = records.reduce(0) { $0 + profile.history(of: $1).periods.count }
        best = min(best, threadProcessorMilliseconds() - start)
    }
    return (best, periods)
}

let intervals = competence()
print("competence: 15000 people, \(intervals.periods) periods, \(intervals.milliseconds) ms")
