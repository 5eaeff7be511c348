import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ReliefRoutesTests {
    @Test(arguments: TestEngine.allCases)
    func `from the page of a deployment to a plan, a pin and a question`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let client = try await region.client("bureau")
            let path = "/inzetten/\(id)/aflossing"
            #expect(try await client.get("/inzetten/\(id)").body.contains("\(path)\""))
            #expect(try await client.get(path).body.contains("Nog niet bekend wie er nodig is"))
            _ = try await client.post("\(path)/aantallen", ["functie": "ACBZ", "aantal": "2"])
            _ = try await client.get(path)
            let planned = try await client.post(path)
            #expect(planned.location == path)
            let page = try await client.get(path).body
            #expect(page.contains("Voortzettingsvermogen per functie"))
            #expect(page.contains("Alle functies zijn te vullen tot na"))
            #expect(page.contains("Vraag deze ploeg"))
            let shifts = try await region.read { tx in try tx.reliefShifts(of: id) }
            #expect(shifts.count == 6)
            let start = shifts[0].interval.start.milliseconds
            let other = try await region.read { tx in
                let used = Set(shifts.map(\.person))
                return try ReliefSituation(
                    planned: id, tx, at: TestRegion.now
                ).people.first { !used.contains($0.person) && !$0.fit.isEmpty }?.person
            }
            let person = try #require(other)
            _ = try await client.post(
                "\(path)/diensten",
                ["persoon": "\(person)", "functie": "ACBZ", "van": "\(start)"])
            #expect(try await client.get(path).body.contains("vastgezet"))
            let pinned = try await region.read { tx in try tx.reliefShifts(of: id) }
            #expect(pinned.filter(\.isPinned).map(\.person) == [person])
            #expect(pinned.count { $0.interval.start == shifts[0].interval.start && $0.state.counts } == 2)
            _ = try await client.post("\(path)/vraag", ["van": "\(start)"])
            let asked = try await region.read { tx in try tx.reliefShifts(of: id) }
            #expect(asked.count { $0.state == .asked } == 2)
            _ = try await client.post("\(path)/eraf", ["dienst": "\(pinned[0].id)"])
            let off = try await region.read { tx in try tx.reliefShift(pinned[0].id) }
            #expect(off?.state == .cancelled)
        }
    }

    @Test func `whoever may not write in a deployment makes no plan`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let client = try await region.client("coordinerend")
            let page = try await client.get("/inzetten/\(id)/aflossing")
            #expect(page.status == 200)
            #expect(!page.body.contains("Hoeveel mensen per functie"))
            #expect(try await client.post("/inzetten/\(id)/aflossing").status == 403)
        }
    }
}
