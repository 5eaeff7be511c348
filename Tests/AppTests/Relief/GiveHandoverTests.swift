import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct GiveHandoverTests {
    private let function = Code<CrisisFunction>("ACBZ")

    @Test(arguments: TestEngine.allCases)
    func `both confirm, and then the one works there and the other no longer`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let people = try await region.people()
            let (first, second) = (people[0].id, people[1].id)
            try await region.record(
                EntryDraft(
                    .member(DeploymentMember(person: first.description, function: function)), "ingezet",
                    key: "m"), in: id)
            let client = try await region.client("bureau")
            let path = "/inzetten/\(id)/overdracht"
            _ = try await client.get(path)
            _ = try await client.post(
                path,
                [
                    "sleutel": "o", "van": "\(first) \(function)", "aan": "\(second)",
                    "toegezegd": "De burgemeester belt om 19.00 uur", "zorgen": "Te weinig bedden",
                ])
            let number = try #require(try await region.state(id).handovers.first?.entry.number)
            let waiting = try await client.get(path).body
            #expect(waiting.contains("1 overdracht wacht op de ander"))
            let page = try await client.get("\(path)/\(number)").body
            #expect(page.contains("De burgemeester belt om 19.00 uur"))
            #expect(page.contains("Te weinig bedden"))
            #expect(page.contains("draagt over aan") && !page.contains("/\(number)/genomen"))
            let other = try await region.client("informatie")
            #expect(try await other.get("\(path)/\(number)").body.contains("data-na=\"\(path)\""))
            _ = try await other.post("\(path)/\(number)/genomen", ["sleutel": "g"])
            // The confirmation is another entry; whoever still has the first one before them sees this handover.
            let after = try #require(try await region.state(id).handovers.first?.entry.number)
            let old = try await client.get("\(path)/\(number)")
            #expect(after != number && old.status == 200)
            #expect(old.body.contains("heeft het overgenomen"))
            let (crew, handover) = try await region.read { tx in
                let state = try tx.deploymentState(of: id)
                return (
                    try tx.crewTimes(of: id).filter { $0.until == nil }.map(\.person),
                    state.handovers.map(\.value)
                )
            }
            #expect(crew == [second])
            #expect(handover.map(\.isConfirmed) == [true])
            #expect(try await client.get(path).body.contains("Elke overdracht is bevestigd"))
            // The same form again writes nothing more.
            let before = try await region.read { tx in try tx.deployment(id)?.version }
            _ = try await other.post("\(path)/\(number)/genomen", ["sleutel": "g"])
            #expect(try await region.read { tx in try tx.deployment(id)?.version } == before)
        }
    }

    /// A handover that `bureau` wrote down for the one who leaves.
    private func given(_ region: TestRegion) async throws -> (ID<Deployment>, Int) {
        let id = try await region.deployment()
        let people = try await region.people()
        let (first, second) = (people[0].id, people[1].id)
        try await region.change(as: "bureau") { change in
            try change.recordEntry(
                EntryDraft(
                    .member(DeploymentMember(person: first.description, function: function)), "ingezet",
                    key: "m"), in: id)
            try change.giveHandover(
                HandoverDraft(
                    function: function, from: first, to: second, promises: "", worries: "", key: "o"), in: id)
        }
        return (id, try #require(try await region.state(id).handovers.first?.entry.number))
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever wrote down one side is refused the other, and reads who can confirm`(
        engine: TestEngine
    ) async throws {
        let (log, page, refused, isConfirmed, list) = try await TestRegion.with(engine) { region in
            let (id, number) = try await given(region)
            let path = "/inzetten/\(id)/overdracht"
            let client = try await region.client("bureau")
            let log = try await client.get("/inzetten/\(id)").body
            let page = try await client.get("\(path)/\(number)").body
            let refused = try await client.post("\(path)/\(number)/genomen", ["sleutel": "g"])
            let isConfirmed = try await region.state(id).handovers.map(\.value.isConfirmed)
            try await region.change(as: "informatie") { change in
                try change.confirmHandover(number, isTaken: true, in: id, key: "g2")
            }
            return (log, page, refused, isConfirmed, try await client.get(path).body)
        }
        #expect(log.contains("Dat is nog niet bevestigd; dat kan bij Overdracht."))
        #expect(page.contains("Laat de ander, of een collega, met een eigen account bevestigen."))
        #expect(refused.status == 422 && refused.body.contains("href=\"#bevestigen\""))
        #expect(refused.body.contains("id=\"bevestigen\""))
        #expect(isConfirmed == [false])
        #expect(list.contains("beiden bevestigd"))
        #expect(list.contains("Overgedragen") && list.contains("Overgenomen"))
        #expect(list.components(separatedBy: "vastgelegd door").count == 3)
    }

    @Test(arguments: TestEngine.allCases)
    func `after the end nobody takes over any more, and nobody is waited for`(
        engine: TestEngine
    ) async throws {
        let (list, page, refused, crew) = try await TestRegion.with(engine) { region in
            let (id, number) = try await given(region)
            let path = "/inzetten/\(id)/overdracht"
            try await region.record(
                EntryDraft(.ended(DeploymentEnding()), "Afgesloten", key: "einde"), in: id)
            let before = try await region.read { tx in try tx.crewTimes(of: id) }
            let client = try await region.client("informatie")
            let list = try await client.get(path).body
            let page = try await client.get("\(path)/\(number)").body
            let refused = try await client.post("\(path)/\(number)/genomen", ["sleutel": "g"])
            let after = try await region.read { tx in try tx.crewTimes(of: id) }
            return (list, page, refused, before == after)
        }
        #expect(list.contains("1 overdracht is niet bevestigd") && !list.contains("wacht op"))
        #expect(!page.contains("/genomen") && page.contains("er valt niets meer over te dragen"))
        #expect(refused.status == 422 && refused.body.contains("er valt niets meer over te dragen"))
        #expect(crew)
    }

    @Test func `a handover without a second person is not lost but shown again`() async throws {
        let (empty, nobody, same) = try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let person = try await region.people()[0].id
            try await region.record(
                EntryDraft(
                    .member(DeploymentMember(person: person.description, function: function)), "ingezet",
                    key: "m"), in: id)
            let client = try await region.client("bureau")
            let path = "/inzetten/\(id)/overdracht"
            let empty = try await client.get(path).body
            let leaving = "\(person) \(function)"
            let nobody = try await client.post(
                path, ["sleutel": "o", "van": leaving, "toegezegd": "Bel de school"])
            let same = try await client.post(path, ["sleutel": "o", "van": leaving, "aan": "\(person)"])
            return (empty, nobody, same)
        }
        #expect(empty.contains("Er is nog niets overgedragen"))
        #expect(nobody.status == 422 && nobody.body.contains("Kies wie het overneemt."))
        #expect(nobody.body.contains("Bel de school"))
        #expect(same.status == 422 && same.body.contains("zijn twee mensen"))
    }
}
