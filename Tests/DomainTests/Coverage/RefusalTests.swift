import Testing

@testable import Domain

@Suite struct RefusalTests {
    private typealias Scene = CoverageScene

    /// In how many of the random cases a sweep with `rules` says something else than the brute force with
    /// all.
    private func noticed(_ rules: Set<CoverageRule>, in seeds: Range<UInt64>) -> Int {
        seeds.count { seed in
            let randomCase = RandomCoverageCase(seed: seed)
            return randomCase.sweep(rules: rules).segments != BruteForceCoverage(randomCase).segments
        }
    }

    @Test(arguments: CoverageRule.allCases)
    func `a rule that is dropped is missed in many cases`(rule: CoverageRule) {
        #expect(noticed(CoverageRule.all.subtracting([rule]), in: 0..<400) >= 20)
    }

    /// Ways in which a planner's spreadsheet would be wrong, as the rules it forgets.
    enum Mutant: CaseIterable {
        /// A name in the roster is enough.
        case trustsTheRoster
        /// Whether somebody may do the work is not asked.
        case forgetsWhoMay
        /// Whether somebody can come is not asked.
        case forgetsWhoCan
        /// Deployments and the rest after them are kept elsewhere.
        case forgetsTheCrisis
        /// Looks at one line at a time and at no map.
        case forgetsWhere

        var forgotten: Set<CoverageRule> {
            switch self {
            case .trustsTheRoster: CoverageRule.all
            case .forgetsWhoMay: [.designated, .competent]
            case .forgetsWhoCan: [.present, .reachable]
            case .forgetsTheCrisis: [.notDeployed, .rested]
            case .forgetsWhere: [.notDoubleBooked, .inTime]
            }
        }
    }

    @Test(arguments: Mutant.allCases)
    func `a roster that forgets several rules is caught in most cases`(mutant: Mutant) {
        #expect(noticed(CoverageRule.all.subtracting(mutant.forgotten), in: 1000..<1200) >= 40)
    }

    @Test func `dropping a rule never makes a line worse`() {
        for seed in 0..<300 as Range<UInt64> {
            let randomCase = RandomCoverageCase(seed: seed)
            let all = randomCase.sweep().figures
            for rule in CoverageRule.allCases {
                let fewer = randomCase.sweep(rules: CoverageRule.all.subtracting([rule])).figures
                #expect(fewer.coveredMinutes >= all.coveredMinutes)
                #expect(fewer.rosteredMinutes >= all.rosteredMinutes)
                #expect(fewer.oneOutMinutes >= all.oneOutMinutes)
            }
        }
    }

    private let day = Interval.wall("2026-06-01 00:00", "2026-06-02 00:00")

    @Test func `somebody with every reason hears them in the order of the rules`() {
        let line = Scene.line(Code("NOORD"), responseMinutesMax: 30)
        let until = Instant.wall("2026-06-03 00:00")
        var anna = Scene.person(1, duties: [Scene.first(day, on: line), Scene.backup(day, on: Scene.south)])
        anna.designated = [:]
        anna.certificates = [Scene.certificate(anna.id, validThrough: "2026-05-31")]
        anna.absent = [day, Interval(day.end, until)]
        anna.reachable = []
        anna.deployed = [Interval(day.start, until)]
        anna.resting = [Interval(day.start, until)]
        anna.travelMinutes[line.code] = 31

        let refusals = Scene.segments([anna], day, line: line).first?.refusals(of: anna)

        #expect(
            refusals == [
                .notDesignated, .notCompetent(.expired(on: .on("2026-05-31"))), .absent(until: until),
                .unreachable,
                .deployed(until: until), .resting(until: until),
                .doubleBooked(lines: [line.code, Scene.south.code]), .tooFar(minutes: 31, minutesMax: 30),
            ])
    }

    @Test(
        arguments: [
            (nil, nil, []), (nil, 500, []), (30, 30, []),
            (30, 31, [Refusal.tooFar(minutes: 31, minutesMax: 30)]),
            (30, nil, [.travelUnknown]),
        ] as [(Int?, Int?, [Refusal])])
    func `travel counts only when there is a norm, and then it must be known`(
        norm: Int?, travel: Int?, refusals: [Refusal]
    ) {
        let line = Scene.line(Code("NOORD"), responseMinutesMax: norm)
        var anna = Scene.person(1)
        anna.travelMinutes[line.code] = travel

        let told = Scene.segments([anna], day, line: line).first?.refusals(of: anna)

        #expect(told == refusals + [.notOnRoster])
    }

    @Test func `in a gap only people designated at that moment are told of, and who stands there without it`()
    {
        let elsewhere = Code<CrisisFunction>("HTO")
        var former = Scene.person(1)
        former.designated = [Scene.function: [.wall("2026-01-01 00:00", "2026-06-01 00:00")]]
        var stranger = Scene.person(2)
        stranger.designated = [elsewhere: [.always]]
        stranger.certificates = []
        var undesignated = stranger
        undesignated.duties = [Scene.first(.wall("2026-06-01 12:00", "2026-06-02 00:00"))]

        #expect(Scene.segments([former, stranger], day).map { $0.shortage?.refusals } == [[]])
        let segments = Scene.segments([former, undesignated], day)
        #expect(segments.map(\.interval.start) == [day.start, .wall("2026-06-01 12:00")])
        #expect(segments.last?.refusals(of: undesignated) == [.notDesignated, .competenceUnknown])
    }

    @Test func `a gap is split where a fact of a refusal changes`() {
        var anna = Scene.person(1)
        anna.absent = [
            .wall("2026-06-01 06:00", "2026-06-01 10:00"), .wall("2026-06-01 10:01", "2026-06-01 12:00"),
        ]

        let segments = Scene.segments([anna], day)

        let early = Refusal.absent(until: .wall("2026-06-01 10:00"))
        let late = Refusal.absent(until: .wall("2026-06-01 12:00"))
        #expect(
            segments.map { $0.refusals(of: anna) } == [
                [.notOnRoster], [early, .notOnRoster], [.notOnRoster], [late, .notOnRoster], [.notOnRoster],
            ])
    }

    @Test func `a gap is split where somebody moves from one other line to the next`() {
        let west = Scene.line(Code("WEST"))
        let noon = Instant.wall("2026-06-01 12:00")
        let anna = Scene.person(
            1,
            duties: [
                Scene.first(Interval(day.start, noon), on: Scene.south),
                Scene.first(Interval(noon, day.end), on: west),
            ])

        let segments = Scene.segments([anna], day)

        #expect(
            segments.map { $0.refusals(of: anna) } == [
                [.onOtherLine(Scene.south.code)], [.onOtherLine(west.code)],
            ])
        #expect(segments.map(\.interval.start) == [day.start, noon])
    }

    @Test func `a gap is split where a double booking becomes another`() {
        let west = Scene.line(Code("WEST"))
        let noon = Instant.wall("2026-06-01 12:00")
        let anna = Scene.person(
            1,
            duties: [
                Scene.first(day), Scene.first(Interval(day.start, noon), on: Scene.south),
                Scene.first(Interval(noon, day.end), on: west),
            ])

        let segments = Scene.segments([anna], day)

        let morning = Refusal.doubleBooked(lines: [Scene.north.code, Scene.south.code])
        let afternoon = Refusal.doubleBooked(lines: [Scene.north.code, west.code])
        #expect(segments.map { $0.refusals(of: anna) } == [[morning], [afternoon]])
    }
}
