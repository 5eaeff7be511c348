import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct RaiseAlarmTests {
    @Test(arguments: TestEngine.allCases)
    func `who is on duty is called in the transaction that raises it, with the description`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let raised = try await region.raise()
            let sent = try await region.deliverAll()
            let onDuty = try await region.read { tx in
                let now = Interval(TestRegion.now, TestRegion.now.adding(minutes: 1))
                return Set(
                    try
                        (tx.duties(during: now, line: Code("OVDBZ-ZUID"))
                        + tx.duties(during: now, line: Code("CO-REGIO")))
                        .map(\.person))
            }
            let called = Set(try await region.people(raised.id, .called))
            #expect(called.isSuperset(of: onDuty))
            #expect(sent.contains { $0.text.contains("Brand in een flat.") && $0.text.contains("JA 20") })
            #expect(sent.allSatisfy { !$0.exercise && !$0.possibleDuplicate })
            let status = try #require(try await region.status(raised.id))
            #expect(status.state == "open")
            #expect(status.nextDue.map { $0 > TestRegion.now } == true)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the same key with the same content is the same alarm, with another it is refused`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let first = try await region.raise()
            let again = try await region.raise()
            #expect(again.id == first.id)
            #expect(again.isDuplicate)
            await #expect(throws: AlarmRefusal.keyTaken(id: first.id.description)) {
                _ = try await region.raise(TestRegion.request([("CO", 3)]))
            }
            let count = try await region.read { tx in try tx.runningAlarms().count }
            #expect(count == 1)
        }
    }

    @Test func `a preview is the same plan and writes nothing`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let before = try await region.recordCount()
            let preview = try await region.application.previewAlarm(TestRegion.request())
            #expect(try await region.recordCount() == before)
            let report = try await region.application.raiseAlarm(TestRegion.request())
            #expect(preview.waves.map(\.people) == report.waves.map(\.people))
            #expect(preview.waves.map(\.kind) == report.waves.map(\.kind))
            #expect(preview.id == nil)
            #expect(report.posts.map(\.function) == ["OVDBZ", "CO"])
            #expect(report.waves.first?.kind == "duty")
        }
    }

    @Test func `what cannot be read is refused with every fault`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let before = try await region.recordCount()
            await #expect(
                throws: AlarmRefusal.faults([.unknownFunction(Code("XX")), .badNumber(Code("CO"), 0)])
            ) {
                _ = try await region.application.previewAlarm(TestRegion.request([("XX", 1), ("CO", 0)]))
            }
            let after = try await region.recordCount()
            #expect(after == before)
        }
    }

    @Test func `more people than there are is told as a shortfall and raised all the same`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let report = try await region.application.raiseAlarm(TestRegion.request([("ACBZ", 150)]))
            #expect(report.shortfall.first?.function == "ACBZ")
            #expect(report.shortfall.first.map { $0.missing > 0 } == true)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an exercise says so in every message`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            _ = try await region.raise(TestRegion.request(exercise: true))
            let sent = try await region.deliverAll()
            #expect(!sent.isEmpty)
            #expect(sent.allSatisfy { $0.exercise })
        }
    }

    @Test func `what changes in the roster after it was raised does not touch it`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let raised = try await region.raise()
            let before = try await region.read { tx in try tx.audience(of: raised.id).map(\.person) }
            let person = try #require(before.last)
            try await region.change(as: "bureau") { change in
                try change.recordAbsence(
                    of: person, during: Interval(TestRegion.now, TestRegion.now.adding(minutes: 600)))
            }
            let after = try await region.read { tx in try tx.audience(of: raised.id).map(\.person) }
            #expect(after == before)
        }
    }

    @Test func `rights follow the duty: on duty one may raise an alarm, without it not`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let duty = try await region.read { tx in
                try tx.duties(during: Interval(TestRegion.now, .distantFuture), line: Code("OVDBZ-ZUID"))
            }
            let first = try #require(duty.first { $0.duty.interval.contains(TestRegion.now) })
            var signedIn = try await region.signedIn("functionaris")
            let (inside, outside) = try await region.read { tx in
                try (
                    tx.dutyFunctions(of: first.person, at: TestRegion.now),
                    tx.dutyFunctions(of: first.person, at: first.duty.interval.end)
                )
            }
            signedIn.dutyFunctions = inside
            #expect(signedIn.may(.raiseAlarm))
            signedIn.dutyFunctions = outside.subtracting([Code("OVDBZ")])
            #expect(!signedIn.may(.raiseAlarm))
            #expect(!signedIn.may(.editPeople))
        }
    }
}
