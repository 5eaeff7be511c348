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

    @Test(arguments: TestEngine.allCases)
    func `once the deployment is over nothing is needed or runs out any more`(
        engine: TestEngine
    ) async throws {
        let (before, after, handovers) = try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            try await region.change(as: "bureau") { change in
                // More than there are people: short at once, and shifts that nobody fills.
                try change.setReliefPost(Code("ACBZ"), wanted: 40, of: id)
            }
            _ = try await region.application.planRelief(
                ReliefQuestion(deployment: id.description, seconds: 1))
            let client = try await region.client("bureau")
            let path = "/inzetten/\(id)/aflossing"
            let before = try await client.get(path).body
            try await region.record(
                EntryDraft(.ended(DeploymentEnding()), "Afgesloten", key: "einde"), in: id)
            await #expect(throws: ReliefRefusal.ended) {
                try await region.application.stayingPower(ofDeployment: id.description)
            }
            return (
                before, try await client.get(path).body,
                try await client.get("/inzetten/\(id)/overdracht").body
            )
        }
        #expect(before.contains("niemand meer vanaf") && before.contains("nog nodig"))
        #expect(after.contains("De inzet is afgesloten; er valt niets af te lossen"))
        for signal in ["niemand meer vanaf", "nog nodig", "tag gap", "nl-alert", "Vraag deze ploeg"] {
            #expect(!after.contains(signal), "\(signal)")
            #expect(!handovers.contains(signal), "\(signal)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a function that nobody can do has no line that says how long there are people`(
        engine: TestEngine
    ) async throws {
        let (page, name) = try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let nobody = try await region.read { tx in
                let designated = Set(try tx.designations().map(\.function))
                return try tx.functions().first { !designated.contains($0.code) }
            }
            let function = try #require(nobody)
            try await region.change(as: "bureau") { change in
                try change.setReliefPost(function.code, wanted: 1, of: id)
            }
            return (
                try await region.client("bureau").get("/inzetten/\(id)/aflossing").body,
                function.abbreviation
            )
        }
        #expect(page.contains("\(name): er is niemand"))
        #expect(page.contains(">niemand</text>"))
        #expect(!page.contains("class=\"series"))
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
