import Testing

@testable import Domain

@Suite struct AlarmPlannerTests {
    private static let now = AlarmScene.start
    private static let function = Code<CrisisFunction>("CO")
    private static let intake = Code<CrisisFunction>("MDWO")
    private static let here = Code<Municipality>("GM0613")
    private static let line = DutyLine(
        code: Code("CO-REGIO"), function: function, district: Code("REGIO"), wanted: 2, responseMinutesMax: 60
    )
    private static let paper = Certificate(
        id: AlarmScene.certificate, person: AlarmScene.person(0), function: function, issuer: "NIPV",
        issued: nil,
        validThrough: nil, state: .held)
    private static let always = Interval.always

    private func person(
        _ number: Int, function: Code<CrisisFunction> = Self.function,
        certificates: [Certificate] = [Self.paper],
        absent: [Interval] = [], reachable: Bool = true, duties: [Duty] = [], minutes: Int? = 20,
        isHere: Bool = true, employer: String = "GM0599", isDesignated: Bool = true
    ) -> AlarmPerson {
        AlarmPerson(
            candidate: Candidate(
                person: AlarmScene.person(number),
                fitness: isDesignated
                    ? [
                        function: Candidate.Fitness(
                            designated: [.always], competence: CompetenceHistory(certificates: certificates))
                    ] : [:],
                absent: absent, reachable: reachable ? [.always] : [], duties: duties,
                travelMinutes: minutes.map { [Self.line.code: $0] } ?? [:]),
            employer: Code(employer), servedHere: isHere ? [function] : [])
    }

    private func plan(_ people: [AlarmPerson], isFlexible: Bool = false) -> AlarmPlan.Post {
        AlarmPlanner(municipality: Self.here, isFlexible: isFlexible, now: Self.now)
            .post(AlarmPostFacts(line: Self.line, openIntake: [Self.intake]), people: people)
    }

    /// The numbers of the people in a wave, in rank order.
    private func numbers(_ post: AlarmPlan.Post, _ kind: WaveKind) -> [Int] {
        let people = post.waves.first { $0.kind == kind }?.people ?? []
        return people.compactMap { place in (0...20).first { AlarmScene.person($0) == place.person } }
    }

    private func duty(_ slot: DutySlot, on line: String = "CO-REGIO") -> Duty {
        Duty(line: Code(line), slot: slot, interval: .always)
    }

    @Test func `who was promised is called with the function, before who promised nothing, and is counted`() {
        let day = Amsterdam.day(at: Self.now)
        let promise = Promise(
            id: ID(uuid: AlarmScene.person(20).uuid), code: Code("T1"), agreement: nil,
            function: Self.function,
            people: 1, callers: 1, responseMinutes: 60, noticeMinutes: 0, hours: .always, validFrom: day,
            validThrough: nil, suppliers: [Code("GM0622")], receivers: [Self.here])
        let people = [
            person(1, isHere: false), person(2, isHere: false, employer: "GM0622"),
            person(3, employer: "GM0622"),
        ]
        let facts = AlarmPostFacts(
            line: Self.line, openIntake: [],
            promises: [BoundPromise(promise: promise, suppliers: promise.suppliers)])
        let post = AlarmPlanner(municipality: Self.here, isFlexible: false, now: Self.now)
            .post(facts, people: people)
        #expect(Set(numbers(post, .function)) == [2, 3])
        #expect(numbers(post, .neighbours) == [1])
        #expect(
            post.waves.flatMap(\.people).first { $0.person == AlarmScene.person(2) }?.inclusion == .ofPromise)
        #expect(post.promises.map(\.promised) == [1])
        #expect(Set(post.promises.flatMap(\.people)) == [AlarmScene.person(2), AlarmScene.person(3)])
        #expect(numbers(plan(people), .neighbours) == [1, 2])
    }

    @Test func `who is on duty is called first with the backup, whatever their papers say`() {
        let post = plan([
            person(1, certificates: [], duties: [duty(.backup)]),
            person(2, certificates: [], duties: [duty(.first)], isDesignated: false),
        ])
        #expect(numbers(post, .duty) == [2, 1])
        #expect(post.exclusions.isEmpty)
    }

    @Test func `on duty and recorded absent is called, but nobody waits for the answer`() {
        let post = plan([person(1, absent: [.always], duties: [duty(.first)])])
        #expect(numbers(post, .duty) == [1])
        #expect(post.waves[0].people[0].isExpected == false)
    }

    @Test
    func `the others of the function come by travel time, unknown last, those on another line after them`() {
        let post = plan([
            person(1, minutes: 40), person(2, minutes: nil), person(3, minutes: 10),
            person(4, duties: [duty(.first, on: "ACBZ-REGIO")], minutes: 5),
        ])
        #expect(numbers(post, .function) == [3, 1, 2, 4])
    }

    @Test func `lapsed, resting and late people rank last with a warning, and are in the plan`() {
        let post = plan([person(1, certificates: []), person(2, minutes: 90), person(3)])
        #expect(numbers(post, .function) == [3])
        #expect(numbers(post, .warned) == [1, 2])
        #expect(post.waves.last?.people.allSatisfy { !$0.warnings.isEmpty } == true)
    }

    @Test func `only the absent and the unreachable are left out, with the reason`() {
        let until = Self.now.adding(minutes: 60)
        let post = plan([
            person(1, absent: [Interval(.distantPast, until)]), person(2, reachable: false),
            person(3, isDesignated: false),
        ])
        #expect(post.waves.flatMap(\.people).isEmpty)
        #expect(post.exclusions.map(\.reason) == [.absent(until: until), .unreachable])
    }

    @Test func `open intake that is absent is left out too`() {
        let post = plan([person(1, function: Self.intake, certificates: [], absent: [.always])])
        #expect(post.waves.flatMap(\.people).isEmpty)
        #expect(post.exclusions.map(\.reason) == [.absent(until: .distantFuture)])
    }

    @Test func `people of elsewhere come after, and open intake after them`() {
        let post = plan([
            person(1, function: Self.intake, certificates: []), person(2, isHere: false), person(3),
        ])
        #expect(numbers(post, .function) == [3])
        #expect(numbers(post, .neighbours) == [2, 1])
        #expect(post.waves.first { $0.kind == .neighbours }?.people.last?.warnings == [.notDesignated])
    }

    @Test func `in flexible mode the own organisation is called before the rest`() {
        let people = [person(1), person(2, employer: "GM0613")]
        #expect(numbers(plan(people, isFlexible: true), .own) == [2])
        #expect(numbers(plan(people), .function).sorted() == [1, 2])
    }
}

extension AlarmScene {
    static var certificate: ID<Certificate> {
        var random = Randomness(seed: 1)
        return random.id(at: start)
    }
}
