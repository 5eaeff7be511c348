import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct MakeCallListTests {
    /// The sample's functionary, who keeps a copy.
    private static func hold(_ region: TestRegion) async throws -> ID<Functionary> {
        let person = try #require(try await region.signedIn("functionaris").person)
        try await region.change(as: "bureau") { change in try change.addCallListHolder(person) }
        return person
    }

    @Test(arguments: TestEngine.allCases)
    func `a copy names who is on duty for two weeks, who rings them, and until when it holds`(
        engine: TestEngine
    )
        async throws
    {
        let (page, copy, first, opened) = try await TestRegion.with(engine) { region in
            _ = try await Self.hold(region)
            let planner = try await region.client("bureau")
            _ = try await planner.get("/bellijst")
            _ = try await planner.post("/bellijst")
            let client = try await region.client("functionaris")
            let page = try await client.get("/bellijst").body
            let copy = try await client.post("/bellijst/exemplaar")
            let first = try await region.read { tx in
                let duty = try #require(
                    try tx.duties(during: Interval(TestRegion.now, TestRegion.now.adding(minutes: 1))).first)
                return try #require(try tx.functionary(duty.person)).name.full
            }
            return (page, copy, first, try await region.records(of: "callList.opened").count)
        }
        #expect(page.contains("Jij bewaart exemplaar 1"))
        #expect(copy.status == 200)
        #expect(copy.headers[.contentDisposition]?.contains("bellijst-1.html") == true)
        #expect(copy.body.contains("Exemplaar 1, voor"))
        #expect(copy.body.contains("geldig tot ma 7 dec 2026, 10.00 uur"))
        #expect(copy.body.contains(first.escaped))
        #expect(copy.body.contains("Wordt gebeld door: meldkamer"))
        #expect(copy.body.contains("Als Oranje niet werkt"))
        #expect(copy.body.contains("href=\"tel:06"))
        // Offline: nothing is fetched from anywhere.
        #expect(!copy.body.contains("src=") && !copy.body.contains("<link"))
        #expect(opened == 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `every night there is a new edition, mailed to its holders, and the old one is forgotten in time`(
        engine: TestEngine
    ) async throws {
        let (mails, second, kept) = try await TestRegion.with(engine) { region in
            _ = try await Self.hold(region)
            let later = TestRegion.now.adding(minutes: 15 * 24 * 60)
            for now in [TestRegion.now, TestRegion.now.adding(minutes: 24 * 60), later] {
                try await region.storage.change(
                    by: .background(NightlyWork.callList.rawValue), at: now, randomness: .system
                ) { change in
                    try NightlyWork.callList.run("2026-11-24", in: &change)
                }
            }
            return (
                try await region.mailStates()[.waiting],
                try await region.read { tx in try tx.currentCallList(at: later) },
                try await region.read { tx in
                    try tx.rows("SELECT id FROM call_list WHERE content <> ''").count
                }
            )
        }
        #expect(mails == 3)
        #expect(second != nil)
        #expect(kept == 1)
    }

    @Test func `only a holder gets a copy, and only the planner decides who is one`() async throws {
        let (statuses, ended) = try await TestRegion.with(.sqlite) { region in
            let person = try await Self.hold(region)
            try await region.change(as: "bureau") { change in _ = try change.makeCallList() }
            let outsider = try await region.client("informatie")
            let board = try await region.client("bestuur")
            let planner = try await region.client("bureau")
            let statuses = [
                try await outsider.post("/bellijst/exemplaar").status,
                try await board.get("/bellijst").status,
                try await board.post("/bellijst").status,
                try await planner.post("/bellijst/houders", ["persoon": ""]).status,
            ]
            let holder = try #require(try await region.read { tx in try tx.callListHolders().first })
            _ = try await planner.post("/bellijst/houders/\(holder.id)/einde")
            try await region.change(as: "bureau", at: TestRegion.now.adding(minutes: 1)) { change in
                _ = try change.makeCallList()
            }
            let left = try await region.read { tx in try tx.callListHolders().contains { $0.person == person }
            }
            return (statuses, !left)
        }
        #expect(statuses == [404, 403, 403, 422])
        #expect(ended)
    }
}
