import Testing

@testable import Domain

@Suite struct TrainingAdviceTests {
    private static let horizon = Interval.wall("2026-06-01 00:00", "2026-06-05 00:00")
    private static let line = CoverageScene.north

    private func hours(_ start: Int, _ end: Int) -> IntervalSet {
        IntervalSet([
            Interval(
                Self.horizon.start.adding(minutes: start * 60), Self.horizon.start.adding(minutes: end * 60))
        ])
    }

    private func place(_ person: UInt64, _ session: String, _ start: Int, _ end: Int) -> TrainingPlace {
        TrainingPlace(
            person: CoverageScene.person(person).id, session: session,
            time: [Self.line.code: hours(start, end)])
    }

    private func coverage(_ people: [CoveragePerson]) -> Coverage {
        Coverage.sweep(lines: [Self.line], candidates: people.map(\.candidate), horizon: Self.horizon)
    }

    @Test func `a place gains what becomes covered, and once more what stands one person out`() {
        let advice = TrainingAdvice(
            coverage: coverage([]), places: [place(1, "a", 0, 10), place(2, "a", 5, 10)], capacity: ["a": 2])
        #expect(advice.gain(of: 0) == TrainingAdvice.Gain(covered: 600, oneOut: 0))
        let both = advice.best(of: 2)
        #expect(both.gain == TrainingAdvice.Gain(covered: 600, oneOut: 300))
        #expect(both.isBest)
    }

    @Test func `a session that is full and a person who is in already are not counted twice`() {
        let advice = TrainingAdvice(
            coverage: coverage([]),
            places: [place(1, "a", 0, 10), place(1, "b", 0, 10), place(2, "a", 10, 20)],
            capacity: ["a": 1, "b": 1])
        let choice = advice.best(of: 3)
        #expect(choice.gain.covered == 1200)
        #expect(choice.places.count == 2)
    }

    @Test func `nothing is advised where nothing is gained`() {
        let full = [1, 2, 3].map { CoverageScene.person($0, duties: [CoverageScene.first(Self.horizon)]) }
        let advice = TrainingAdvice(
            coverage: coverage(full), places: [place(9, "a", 0, 10)], capacity: ["a": 5])
        #expect(advice.best(of: 1).places.isEmpty)
        #expect(advice.best(of: 1).isBest)
    }

    @Test func `the best set is what trying every set finds, and the bound is never below it`() {
        for seed in 0..<250 as Range<UInt64> {
            var random = Randomness(seed: seed)
            func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
            let rostered = (0..<number(below: 3)).map { index in
                let start = number(below: 60)
                let interval = hours(start, start + 5 + number(below: 30)).intervals[0]
                return CoverageScene.person(UInt64(50 + index), duties: [CoverageScene.first(interval)])
            }
            let places = (0..<(2 + number(below: 7))).map { _ in
                let start = number(below: 80)
                return place(
                    UInt64(1 + number(below: 6)), ["a", "b"][number(below: 2)], start,
                    start + 2 + number(below: 25))
            }
            let capacity = ["a": number(below: 4), "b": number(below: 4)]
            let wanted = 1 + number(below: 2)
            let line = CoverageScene.line(Code("NOORD"), wanted: wanted)
            let coverage = Coverage.sweep(
                lines: [line], candidates: rostered.map(\.candidate), horizon: Self.horizon)
            let advice = TrainingAdvice(coverage: coverage, places: places, capacity: capacity)
            let count = 1 + number(below: 4)
            let choice = advice.best(of: count)
            let expected = exhaustive(places, capacity, count, coverage, line)
            #expect(choice.gain.sum == expected, "\(seed)")
            #expect(choice.bound >= expected, "\(seed)")
            #expect(choice.isBest, "\(seed)")
        }
    }

    /// Every set, minute by hour: all times of the cases are whole hours.
    private func exhaustive(
        _ places: [TrainingPlace], _ capacity: [String: Int], _ count: Int, _ coverage: Coverage,
        _ line: DutyLine
    ) -> Int {
        let base = (0..<96).map { hour -> Int in
            let instant = Self.horizon.start.adding(minutes: hour * 60)
            return coverage.segments.first { $0.interval.contains(instant) }.map { segment in
                segment.witnesses?.rostered.count ?? (line.wanted - (segment.shortage?.missing ?? 0))
            } ?? 0
        }
        func value(_ chosen: [TrainingPlace]) -> Int {
            (0..<96).reduce(0) { sum, hour in
                let instant = Self.horizon.start.adding(minutes: hour * 60)
                let extra = chosen.filter { $0.time[line.code]?.contains(instant) == true }.count
                let people = base[hour] + extra
                func worth(_ people: Int) -> Int {
                    (people >= line.wanted ? 60 : 0) + (people >= line.wanted + 1 ? 60 : 0)
                }
                return sum + worth(people) - worth(base[hour])
            }
        }
        var best = 0
        for set in 0..<(1 << places.count) {
            let chosen = places.indices.filter { set & (1 << $0) != 0 }.map { places[$0] }
            guard chosen.count <= count, Set(chosen.map(\.person)).count == chosen.count else { continue }
            let isWithin = capacity.allSatisfy { session, free in
                chosen.filter { $0.session == session }.count <= free
            }
            if isWithin { best = max(best, value(chosen)) }
        }
        return best
    }
}
