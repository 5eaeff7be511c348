import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// What stands on the start page until it is done.
@Suite struct HomeTasksTests {
    private func ended(_ region: TestRegion, in municipality: Code<Municipality>) async throws -> ID<
        Deployment
    > {
        let id = try await region.change(as: "bureau") { change in
            try change.openDeployment(
                OpeningRequest(
                    key: "water", title: "Water in de kelders", municipalities: [municipality],
                    flexible: FlexibleScaling(domain: .physical, askedBy: "Burgemeester")))
        }
        try await region.record(EntryDraft(.ended(DeploymentEnding()), "Afgesloten", key: "e"), in: id)
        return id
    }

    @Test(arguments: TestEngine.allCases)
    func `a municipality sees that it must confirm an aftermath until it did`(
        engine: TestEngine
    ) async throws {
        let (before, after, others) = try await TestRegion.with(engine) { region in
            let own = try #require(try await region.signedIn("ambtenaar").municipalities.first)
            let id = try await ended(region, in: own)
            let file = try await region.change(as: "bureau") { change in
                let file = try change.openAftermath(of: id, in: own)
                try change.offerAftermath(file)
                return file
            }
            let official = try await region.client("ambtenaar")
            let before = try await official.get("/").body
            let others = try await region.client("bureau").get("/").body
            _ = try await official.post("/nafase/\(file)/bevestiging", [:])
            return (before, try await official.get("/").body, others)
        }
        let sentence = "Bevestig dat je gemeente de nafase overneemt: Water in de kelders"
        #expect(before.contains(sentence))
        #expect(!after.contains(sentence))
        #expect(!others.contains(sentence))
    }

    @Test(arguments: TestEngine.allCases)
    func `an unconfirmed handover waits for everybody who may confirm it`(
        engine: TestEngine
    ) async throws {
        let (giver, other, board, later) = try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let people = try await region.people()
            let (first, second) = (people[0].id, people[1].id)
            try await region.change(as: "bureau") { change in
                try change.giveHandover(
                    HandoverDraft(
                        function: Code("ACBZ"), from: first, to: second, promises: "", worries: "", key: "o"),
                    in: id)
            }
            let number = try #require(try await region.state(id).handovers.first?.entry.number)
            let client = try await region.client("informatie")
            let other = try await client.get("/").body
            let giver = try await region.client("bureau").get("/").body
            let board = try await region.client("bestuur").get("/").body
            _ = try await client.post("/inzetten/\(id)/overdracht/\(number)/genomen", ["sleutel": "g"])
            return (giver, other, board, try await client.get("/").body)
        }
        let sentence = "Nog niet bevestigd bij Brand in een flat"
        #expect(other.contains(sentence))
        #expect(!giver.contains(sentence))
        #expect(!board.contains(sentence))
        #expect(!later.contains(sentence))
    }

    @Test(arguments: TestEngine.allCases)
    func `an evaluation waits for whoever did not write it, a review for the office`(
        engine: TestEngine
    ) async throws {
        let (office, other, later) = try await TestRegion.with(engine) { region in
            let id = try await ended(region, in: Code("GM0613"))
            try await region.change(as: "bureau") { change in
                try change.summariseEvaluation("Het ging goed.", of: id)
            }
            let office = try await region.client("bureau").get("/").body
            let coordinator = try await region.client("coordinerend")
            let other = try await coordinator.get("/").body
            _ = try await coordinator.post("/inzetten/\(id)/evaluatie/goedkeuring", [:])
            return (office, other, try await coordinator.get("/").body)
        }
        let approve = "Keur de evaluatie goed: Water in de kelders"
        let review = "Toets of opschalen verstandig en legitiem was: Water in de kelders, vóór "
        #expect(office.contains(review) && !office.contains(approve))
        #expect(other.contains(approve) && !other.contains(review))
        #expect(!later.contains(approve))
    }
}
