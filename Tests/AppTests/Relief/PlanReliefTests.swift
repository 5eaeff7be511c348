import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct PlanReliefTests {
    private let commander = Code<CrisisFunction>("ACBZ")

    /// A deployment whose commander has been at work since it began.
    private func begin(_ region: TestRegion) async throws -> (ID<Deployment>, ID<Functionary>) {
        let id = try await region.deployment()
        let person = try await region.read { tx in
            let input = try tx.coverageInput(
                during: Interval(TestRegion.now, TestRegion.now.adding(minutes: 1)))
            return input.candidates.first { candidate in
                candidate.fitness[commander].map {
                    IntervalSet($0.competence.competentIntervals).contains(TestRegion.now)
                        && $0.designated.contains { $0.contains(TestRegion.now) }
                } ?? false
            }?.person
        }
        let first = try #require(person)
        try await region.record(
            EntryDraft(
                .member(DeploymentMember(person: first.description, function: commander)), "ingezet",
                key: "m"), in: id)
        return (id, first)
    }

    @Test(arguments: TestEngine.allCases)
    func `the plan fills three shifts, and whoever works now is not in the first two`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let (id, first) = try await begin(region)
            let outcome = try await region.application.planRelief(
                ReliefQuestion(deployment: id.description, seconds: 10))
            let changeAt = TestRegion.now.adding(minutes: 480)
            #expect(outcome.shifts.map(\.from) == (0..<3).map { changeAt.adding(minutes: 480 * $0) })
            #expect(outcome.shifts.map(\.to) == (0..<3).map { changeAt.adding(minutes: 480 * $0 + 510) })
            #expect(Set(outcome.shifts.map(\.function)) == ["ACBZ"])
            #expect(Set(outcome.shifts.map(\.person)).count == 3)
            #expect(!outcome.shifts.prefix(2).map(\.person).contains(first.description))
            #expect(outcome.uncovered.isEmpty)
            #expect(outcome.bound == outcome.cost)
            let stored = try await region.read { tx in try tx.reliefShifts(of: id) }
            #expect(stored.map(\.person.description) == outcome.shifts.map(\.person))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `planned anew, what is pinned stays and who said no is not asked again`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let (id, _) = try await begin(region)
            let question = ReliefQuestion(deployment: id.description, seconds: 10)
            let before = try await region.application.planRelief(question)
            try await region.change(as: "bureau", at: TestRegion.now) { change in
                let shifts = try change.tx.reliefShifts(of: id)
                try change.tx.deletePlannedShifts(of: id, from: TestRegion.now)
                for (shift, state) in zip(shifts, [ReliefShift.State.accepted, .declined]) {
                    try change.tx.insert(
                        ReliefShift(
                            id: shift.id, deployment: id, function: shift.function, person: shift.person,
                            interval: shift.interval, state: state, isPinned: false, madeAt: shift.madeAt,
                            askedAt: TestRegion.now, answeredAt: TestRegion.now))
                }
            }
            let after = try await region.application.planRelief(question)
            #expect(after.shifts.count == 3)
            #expect(after.shifts[0].person == before.shifts[0].person)
            #expect(after.shifts[1].person != before.shifts[1].person)
            #expect(after.uncovered.isEmpty)
        }
    }

    @Test func `a deployment for which nobody is wanted, or that is over, gets no plan`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let question = ReliefQuestion(deployment: id.description, seconds: 1)
            await #expect(throws: ReliefRefusal.nobodyWanted) {
                try await region.application.planRelief(question)
            }
            await #expect(throws: ReliefRefusal.unknownDeployment) {
                try await region.application.planRelief(ReliefQuestion(deployment: "nee", seconds: 1))
            }
        }
    }

    @Test func `the forecast names every wanted function and when a neighbour must be asked`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let (id, _) = try await begin(region)
            let power = try #require(
                try await region.application.stayingPower(ofDeployment: id.description))
            #expect(power.functions.map(\.function) == [commander])
            let all = power.functions[0].people
            try await region.change(as: "bureau", at: TestRegion.now) { change in
                try change.tx.saveReliefPost(commander, wanted: all, of: id)
            }
            let short = try #require(
                try await region.application.stayingPower(ofDeployment: id.description))
            let used = try #require(short.functions.first)
            // All of them at once, but for who works now: at the first change there are too few.
            #expect(used.exhaustedAt == TestRegion.now.adding(minutes: 480))
            // A neighbour needs twelve hours: that was four hours ago, so it is now.
            #expect(used.askBy == TestRegion.now)
        }
    }

    @Test func `a deployment that is high or long asks for a plan until there is one`() async throws {
        let (early, late, planned, high) = try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            func wants(after minutes: Int) async throws -> Bool {
                try await region.read { tx in
                    let deployment = try #require(try tx.deployment(id))
                    return try tx.wantsReliefPlan(
                        deployment, try tx.normSet(), at: TestRegion.now.adding(minutes: minutes))
                }
            }
            let level = Declaration(
                level: .three, declarer: nil, ground: "", municipalities: [Code("GM0613")])
            let early = try await wants(after: 239)
            let late = try await wants(after: 240)
            try await region.record(EntryDraft(.level(level), "GRIP 3", key: "g"), in: id)
            let high = try await wants(after: 1)
            let page = try await region.client("bureau").get("/inzetten/\(id)").body
            try await region.change(as: "bureau") { change in
                try change.setReliefPost(Code("ACBZ"), wanted: 1, of: id)
            }
            _ = try await region.application.planRelief(
                ReliefQuestion(deployment: id.description, seconds: 10))
            return (early, late, try await wants(after: 600), high && page.contains("nog geen aflosplan"))
        }
        #expect(!early && late)
        #expect(high)
        #expect(!planned)
    }
}
