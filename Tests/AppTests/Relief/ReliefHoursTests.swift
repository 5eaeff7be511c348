import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ReliefHoursTests {
    @Test(arguments: TestEngine.allCases)
    func `hours and cost go to the municipality that employs, and long work is a debt`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let person = try await region.person { _ in true }
            func member(_ isActive: Bool, _ key: String, at minutes: Int) async throws {
                try await region.record(
                    EntryDraft(
                        .member(
                            DeploymentMember(
                                person: person.id.description, function: Code("ACBZ"), isActive: isActive)),
                        "ploeg", key: key), in: id, at: TestRegion.now.adding(minutes: minutes))
            }
            try await member(true, "a", at: 0)
            try await member(false, "b", at: 15 * 60)
            let now = TestRegion.now.adding(minutes: 16 * 60)
            let hours = try await region.read { tx in try ReliefHours(id, tx, at: now) }
            #expect(hours.people.map(\.ledger.workedMinutes) == [15 * 60])
            #expect(hours.people.map(\.ledger.debtMinutes) == [3 * 60])
            #expect(hours.municipalities.map(\.municipality) == [person.municipality])
            #expect(hours.municipalities.map(\.minutes) == [15 * 60])
            // Nobody established what an hour costs.
            #expect(hours.municipalities.map(\.cost) == [nil])
            let page = try await region.client("bureau").get("/inzetten/\(id)/uren").body
            #expect(page.contains("niet vastgesteld"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a shift that somebody said yes to counts once somebody writes down that they were there`(
        engine: TestEngine
    ) async throws {
        let later = TestRegion.now.adding(minutes: 20 * 60)
        let (before, page, refused, after) = try await TestRegion.with(engine, now: later) { region in
            let id = try await region.deployment()
            let person = try await region.person { _ in true }
            let made: ID<ReliefShift> = try await region.change(as: "bureau") { change in change.newID() }
            let shift = ReliefShift(
                id: made, deployment: id, function: Code("ACBZ"),
                person: person.id,
                interval: Interval(TestRegion.now.adding(minutes: 480), TestRegion.now.adding(minutes: 960)),
                state: .accepted, isPinned: false, madeAt: TestRegion.now, askedAt: TestRegion.now,
                answeredAt: TestRegion.now)
            try await region.change(as: "bureau") { change in try change.tx.insert(shift) }
            let before = try await region.read { tx in try ReliefHours(id, tx, at: later) }
            let client = try await region.client("bureau")
            let page = try await client.get("/inzetten/\(id)/uren").body
            _ = try await client.post("/inzetten/\(id)/uren", ["dienst": "\(shift.id)"])
            let again = try await client.post("/inzetten/\(id)/uren", ["dienst": "\(shift.id)"])
            let after = try await region.read { tx in try ReliefHours(id, tx, at: later) }
            return (before, page, again.notice, after)
        }
        #expect(before.minutes == 0 && before.unrecorded.count == 1)
        #expect(page.contains("Zei ja, en of die er was is niet vastgelegd"))
        #expect(after.minutes == 480 && after.unrecorded.isEmpty)
        #expect(refused?.contains("staat niet (meer) in het plan") == true)
    }

    @Test func `who only sees the deployment sees municipalities and no rest of people`() async throws {
        let page = try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let person = try await region.people()[0]
            try await region.record(
                EntryDraft(
                    .member(DeploymentMember(person: person.id.description, function: Code("ACBZ"))),
                    "ingezet",
                    key: "m"), in: id)
            return try await region.client("coordinerend").get("/inzetten/\(id)/uren").body
        }
        #expect(page.contains("Uren en kosten per gemeente"))
        #expect(!page.contains("Uren en rust per persoon"))
    }
}
