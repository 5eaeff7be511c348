import Testing

@testable import Domain

@Suite struct RotationTests {
    private typealias Scene = CoverageScene

    private func periods(_ count: Int, from monday: String = "2026-06-01") -> [DutyPeriod] {
        (0..<count).map { DutyPeriod(weekOf: Day.on(monday).adding(days: 7 * $0)) }
    }

    private func rotation(
        _ people: [CoveragePerson], lines: [DutyLine] = [Scene.north], weeks: Int,
        slots: [DutySlot] = DutySlot.allCases
    ) -> Rotation {
        Rotation(lines: lines, candidates: people.map(\.candidate), periods: periods(weeks), slots: slots)
    }

    private func names(_ rotation: Rotation, _ people: [CoveragePerson], _ slot: DutySlot) -> [Int?] {
        rotation.choices.filter { $0.slot == slot }.map { choice in
            people.firstIndex { $0.id == choice.person }
        }
    }

    @Test func `who rested longest stands first, and the next is backup`() {
        let rested = ["2026-05-11", "2026-04-20", "2026-05-04", "2026-04-27"]
        let people = zip(UInt64(1)..., rested).map { number, monday in
            Scene.person(number, duties: [Scene.first(DutyPeriod(weekOf: .on(monday)).interval)])
        }
        let rotation = rotation(people, weeks: 2)
        #expect(names(rotation, people, .first) == [1, 2])
        #expect(names(rotation, people, .backup) == [3, 0])
    }

    @Test func `a choice says since when the person rested and from how many they were taken`() throws {
        let before = DutyPeriod(weekOf: .on("2026-05-18")).interval
        let people = [Scene.person(1, duties: [Scene.first(before)]), Scene.person(2)]
        let rotation = rotation(people, weeks: 1)
        let (first, backup) = (try #require(rotation.choices.first), try #require(rotation.choices.last))
        #expect(first.person == people[1].id && first.restedSince == nil && first.fitCount == 2)
        #expect(backup.person == people[0].id && backup.restedSince == before.end && backup.fitCount == 2)
        #expect(first.interval == periods(1).first?.interval && first.line == Scene.north.code)
    }

    @Test func `who rested equally long is taken in the order of the candidates`() {
        let people = (1...4).map { Scene.person($0) }
        #expect(names(rotation(people, weeks: 4, slots: [.first]), people, .first) == [0, 1, 2, 3])
        #expect(
            names(rotation(people.reversed(), weeks: 4, slots: [.first]), people, .first) == [3, 2, 1, 0])
    }

    @Test(arguments: 0..<8)
    func `somebody who is unfit for one minute of the period is not chosen`(fault: Int) {
        let minute = Interval.wall("2026-06-04 03:00", "2026-06-04 03:01")
        var anna = Scene.person(1)
        switch fault {
        case 0: anna.absent = [minute]
        case 1: anna.deployed = [minute]
        case 2: anna.resting = [minute]
        case 3: anna.reachable = IntervalSet([minute]).complement.intervals
        case 4: anna.designated = [Scene.function: IntervalSet([minute]).complement.intervals]
        case 5: anna.certificates = [Scene.certificate(anna.id, validThrough: "2026-06-07")]
        case 6: anna.travelMinutes = [Scene.south.code: 20]
        default: anna.duties = [Scene.first(minute, on: Scene.south)]
        }
        let rotation = rotation([anna, Scene.person(2)], weeks: 1, slots: [.first])
        #expect(rotation.choices.map(\.person) == [Scene.person(2).id])
        #expect(rotation.choices.map(\.fitCount) == [1])
    }

    @Test func `a fault that ends when the period begins, or begins when it ends, does not matter`() {
        let week = DutyPeriod(weekOf: .on("2026-06-01")).interval
        var anna = Scene.person(1)
        anna.absent = [
            Interval(week.start.adding(minutes: -60), week.start),
            Interval(week.end, week.end.adding(minutes: 60)),
        ]
        anna.certificates = [Scene.certificate(anna.id, issued: "2026-06-01", validThrough: "2026-06-08")]
        #expect(rotation([anna], weeks: 1, slots: [.first]).choices.map(\.person) == [anna.id])
    }

    @Test func `only a rule that is held keeps somebody from being chosen`() {
        var anna = Scene.person(1)
        anna.absent = [.wall("2026-06-04 03:00", "2026-06-04 03:01")]
        func chosen(without rule: CoverageRule) -> [ID<Functionary>] {
            let rules = CoverageRule.all.subtracting([rule])
            return Rotation(
                lines: [Scene.north], candidates: [anna.candidate], periods: periods(1), slots: [.first],
                rules: rules
            ).choices.map(\.person)
        }
        #expect(chosen(without: .present) == [anna.id])
        #expect(chosen(without: .rested) == [])
    }

    @Test func `a duty without length is nothing to rest from`() {
        let moment = Instant.wall("2026-05-25 12:00")
        let anna = Scene.person(1, duties: [Scene.first(Interval(moment, moment))])
        #expect(rotation([anna], weeks: 1, slots: [.first]).choices.map(\.restedSince) == [nil])
    }

    @Test func `a place that nobody is fit for is a vacancy`() {
        let rotation = rotation([Scene.person(1)], weeks: 2)
        #expect(rotation.choices.map(\.slot) == [.first, .first])
        #expect(rotation.vacancies.map(\.slot) == [.backup, .backup])
        #expect(rotation.vacancies.map(\.interval) == periods(2).map(\.interval))
        #expect(rotation.vacancies.allSatisfy { $0.line == Scene.north.code })
    }

    @Test func `nobody is ever on two places at once, whatever the people and the lines`() {
        for seed in 0..<100 as Range<UInt64> {
            let given = RandomCoverageCase(seed: seed)
            let rotation = Rotation(
                lines: given.lines, candidates: given.candidates, periods: periods(8, from: "2026-03-02"))
            for (person, choices) in Dictionary(grouping: rotation.choices, by: \.person) {
                let own = given.people.first { $0.id == person }?.duties.map(\.interval) ?? []
                for (index, choice) in choices.enumerated() {
                    #expect(!choices[..<index].contains { $0.interval.overlaps(choice.interval) })
                    #expect(!own.contains { $0.overlaps(choice.interval) })
                }
            }
            #expect(rotation.choices.count + rotation.vacancies.count == given.lines.count * 2 * 8)
        }
    }

    @Test func `what it fills is covered, and every vacancy is shown by the proof`() {
        for seed in 0..<100 as Range<UInt64> {
            let given = RandomCoverageCase(seed: seed, shape: .healthy)
            let weeks = periods(4, from: "2026-10-05")
            var people = given.people
            for index in people.indices { people[index].duties = [] }
            let rotation = Rotation(lines: given.lines, candidates: people.map(\.candidate), periods: weeks)
            for choice in rotation.choices {
                guard let index = people.firstIndex(where: { $0.id == choice.person }) else { continue }
                people[index].duties.append(
                    Duty(line: choice.line, slot: choice.slot, interval: choice.interval))
            }
            for line in given.lines {
                for week in weeks {
                    let filled = rotation.choices.count {
                        $0.line == line.code && $0.interval == week.interval
                    }
                    let depths = Set(
                        Scene.segments(people, week.interval, line: line).map {
                            $0.witnesses?.rostered.count ?? -1
                        })
                    #expect(depths == [filled < line.wanted ? -1 : filled], "seed \(seed), \(line.code)")
                }
            }
        }
    }

    @Test func `the same question has the same answer`() {
        let given = RandomCoverageCase(seed: 4, shape: .healthy)
        let weeks = periods(52)
        let once = Rotation(lines: given.lines, candidates: given.candidates, periods: weeks)
        let again = Rotation(lines: given.lines, candidates: given.candidates, periods: weeks)
        #expect(once.choices == again.choices)
        #expect(once.vacancies == again.vacancies)
    }

    @Test(arguments: [5, 6, 7])
    func `in a year of first duties everybody of the group has equally many weeks, give or take one`(
        count: Int
    ) {
        let people = (1...UInt64(count)).map { Scene.person($0) }
        let weeks = Dictionary(grouping: rotation(people, weeks: 52, slots: [.first]).choices, by: \.person)
            .mapValues(\.count)
        #expect(weeks.count == count)
        #expect(weeks.values.allSatisfy { (52 / count...52 / count + 1).contains($0) })
    }

    @Test func `in a year of first and backup duties everybody has equally many weeks, give or take one`() {
        let people = (1...6).map { Scene.person($0) }
        let weeks = Dictionary(grouping: rotation(people, weeks: 52).choices, by: \.person).mapValues(\.count)
        #expect(weeks.values.allSatisfy { (17...18).contains($0) })
    }

    @Test(arguments: [5, 6, 7])
    func `in a year of first and backup duties everybody stands first equally often, give or take one`(
        count: Int
    ) {
        let people = (1...UInt64(count)).map { Scene.person($0) }
        let firsts = rotation(people, weeks: 52).choices.filter { $0.slot == .first }
        let weeks = people.map { person in firsts.count { $0.person == person.id } }
        #expect(weeks.allSatisfy { (52 / count...52 / count + 1).contains($0) }, "\(weeks)")
    }
}
