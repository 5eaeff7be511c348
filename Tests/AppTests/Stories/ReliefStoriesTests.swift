import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// Long deployments, from the first crew to the last.
@Suite struct ReliefStoriesTests {
    private let functions = [Code<CrisisFunction>("ACBZ"), Code<CrisisFunction>("OVDBZ")]

    /// Two municipalities under water, a crew of each function at work since the beginning.
    private func flood(_ region: TestRegion) async throws -> ID<Deployment> {
        let functions = functions
        return try await region.change(as: "bureau") { change in
            let id = try change.openDeployment(
                OpeningRequest(
                    key: "water", title: "Overstroming", place: "Langs de rivier",
                    municipalities: [Code("GM0613"), Code("GM0489")]))
            var used: Set<ID<Functionary>> = []
            for function in functions {
                try change.setReliefPost(function, wanted: 1, of: id)
                let situation = try ReliefSituation(planned: id, change.tx, at: change.now)
                guard
                    let person = situation.people.first(where: {
                        !used.contains($0.person) && $0.fit[function]?.contains(change.now) == true
                    })?.person
                else { continue }
                used.insert(person)
                try change.recordEntry(
                    EntryDraft(
                        .member(DeploymentMember(person: person.description, function: function)),
                        "ingezet", key: "eerste-\(function)"), in: id)
            }
            return id
        }
    }

    /// The crew of the next shift is asked, says yes, comes, and takes over.
    private func relieve(_ region: TestRegion, _ clock: TestClock, _ id: ID<Deployment>) async throws {
        let outcome = try await region.application.planRelief(
            ReliefQuestion(deployment: id.description, seconds: 10))
        let start = try #require(outcome.shifts.first?.from)
        try await region.change(as: "bureau", at: clock.now) { change in
            try change.askRelief(from: start, of: id)
        }
        let alarm = try #require(try await region.read { tx in try tx.runningReliefRequests(of: id) }.first)
        let shifts = try await region.read { tx in
            try tx.reliefShifts(of: id).filter { $0.interval.start == start && $0.state == .asked }
        }
        for shift in shifts {
            try await region.change(as: "bureau", at: clock.now.adding(minutes: 5)) { change in
                _ = try change.answerAlarm(
                    alarm, by: shift.person, .coming(minutes: nil, isRemote: false), way: .colleague)
            }
        }
        clock.turn(to: start)
        for shift in shifts {
            try await region.change(as: "bureau", at: start) { change in
                _ = try change.answerAlarm(
                    alarm, by: shift.person, .atWork(isRemote: false), way: .colleague)
                let before = try change.tx.crewTimes(of: id).first {
                    $0.until == nil && $0.function == shift.function && $0.person != shift.person
                }
                guard let before else { return }
                try change.giveHandover(
                    HandoverDraft(
                        function: shift.function, from: before.person, to: shift.person, promises: "",
                        worries: "", key: "over-\(shift.id)"), in: id)
            }
        }
        // Whoever wrote down that one hands over is not who says that the other has it.
        try await region.change(as: "informatie", at: start.adding(minutes: 15)) { change in
            for handover in try change.tx.deploymentState(of: id).handovers
            where !handover.value.isConfirmed {
                try change.confirmHandover(
                    handover.entry.number, isTaken: true, in: id, key: "neem-\(handover.entry.id)")
            }
        }
        clock.turn(to: start.adding(minutes: 30))
    }

    @Test(arguments: TestEngine.allCases)
    func `72 hours of flooding over two municipalities: every crew is relieved, rested and written down`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        try await TestRegion.with(engine) { original in
            let region = original.with(clock)
            let id = try await flood(region)
            for _ in 0..<9 { try await relieve(region, clock, id) }
            let end = TestRegion.now.adding(minutes: 72 * 60)
            #expect(clock.now == end.adding(minutes: 30))
            let (times, missing, hours, rights) = try await region.read { tx in
                let deployment = try #require(try tx.deployment(id))
                let handovers = try tx.deploymentState(of: id).handovers.map(\.value)
                let times = try tx.crewTimes(of: id)
                let last = try #require(times.last { $0.until == nil })
                return (
                    times, try tx.missingHandovers(of: deployment, handovers, at: end),
                    try ReliefHours(id, tx, at: end), try tx.deploymentsWith(last.person)
                )
            }
            // At no moment is a post empty.
            for function in functions {
                let there = IntervalSet(
                    times.filter { $0.function == function }.map { Interval($0.since, $0.until ?? end) })
                #expect(there.contains(Interval(TestRegion.now, end)), "\(function)")
                #expect(times.count { $0.function == function } == 10, "\(function)")
            }
            #expect(missing.isEmpty)
            #expect(hours.debtors.isEmpty)
            #expect(hours.people.allSatisfy { $0.ledger.deviations.isEmpty })
            // Nine changes with a quarter of an hour of two crews, for two posts.
            #expect(hours.minutes == 2 * (72 * 60 + 8 * 15))
            #expect(rights == [id])
            let power = try #require(
                try await region.application.stayingPower(ofDeployment: id.description))
            #expect(power.functions.map(\.function).sorted() == functions.sorted())
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a relief that never came is noticed, replaced by another, and the long shift is a debt`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        try await TestRegion.with(engine) { original in
            let region = original.with(clock)
            let id = try await flood(region)
            let outcome = try await region.application.planRelief(
                ReliefQuestion(deployment: id.description, seconds: 10))
            let start = try #require(outcome.shifts.first?.from)
            let alarm = try await region.change(as: "bureau") { change in
                try change.askRelief(from: start, of: id)
                return try change.tx.runningReliefRequests(of: id)[0]
            }
            let promised = try await region.read { tx in
                try tx.reliefShifts(of: id).filter { $0.state == .asked }
            }
            for shift in promised {
                try await region.change(as: "bureau") { change in
                    _ = try change.answerAlarm(
                        alarm, by: shift.person, .coming(minutes: nil, isRemote: false), way: .colleague)
                }
            }
            // They said yes and do not come; a quarter of an hour later they are asked where they are, and
            // after that others are.
            let norms = try #require(try await region.read { tx in try tx.alarm(alarm)?.norms })
            let asked = start.adding(minutes: norms.overdueMinutes)
            let replaced = asked.adding(minutes: norms.overdueReplyMinutes)
            for moment in [asked, replaced] {
                try await region.change(as: "bureau", at: moment) { change in
                    try change.advanceAlarm(alarm)
                }
            }
            let late = start.adding(minutes: 7 * 60)
            let (events, signals, hours) = try await region.read { tx in
                let events = try tx.rows(
                    "SELECT kind FROM alarm_event WHERE alarm = \(alarm) ORDER BY number"
                ).map { try $0.text("kind") }
                let deployment = try #require(try tx.deployment(id))
                return (
                    events,
                    try tx.missingHandovers(of: deployment, [], at: start.adding(minutes: 30)),
                    try ReliefHours(id, tx, at: late)
                )
            }
            #expect(events.contains("overdueAsked"))
            #expect(events.contains("silent"))
            #expect(events.count { $0 == "wave" } > promised.count)
            #expect(signals.map(\.function).sorted() == functions.sorted())
            clock.turn(to: start.adding(minutes: 31))
            let page = try await region.client("bureau").get("/inzetten/\(id)").body
            #expect(page.contains("is niet bevestigd"))
            // Whoever was not relieved has worked fifteen hours on end by then.
            #expect(hours.people.map(\.ledger.debtMinutes) == [180, 180])
            try await region.record(
                EntryDraft(.ended(DeploymentEnding()), "Afgesloten", key: "einde"), in: id, at: late)
            try await region.change(as: "bureau", at: late) { change in
                // Once each, however often it is looked at.
                try change.logDeviations(of: Set(hours.people.map(\.person)), in: id)
            }
            let log = try await region.timeline(id, at: late).entries.map(\.text)
            #expect(log.count { $0.hasPrefix("Afwijking Arbeidstijdenwet") } == 2)
        }
    }
}
