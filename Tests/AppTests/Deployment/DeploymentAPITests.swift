import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct DeploymentAPITests {
    private static let opening = """
        {"sleutel": "mk-1", "titel": "Brand met asbest", "gemeenten": ["GM0613"], "niveau": 1}
        """

    @Test(arguments: TestEngine.allCases)
    func `a program opens a deployment once and writes in it once, however often it asks`(
        engine: TestEngine
    ) async throws {
        let (first, again, entries) = try await TestRegion.with(engine) { region in
            let client = try await region.api("meldkamer")
            let first = try await client.post("/inzetten", Self.opening)
            let again = try await client.post("/inzetten", Self.opening)
            let id = try first.decoded(DeploymentResource.schema).id
            for _ in 0..<2 {
                _ = try await client.post(
                    "/inzetten/\(id)/regels", #"{"sleutel": "r", "tekst": "Rook trekt weg", "bron": "BRW"}"#)
                _ = try await client.post(
                    "/inzetten/\(id)/niveaus", #"{"sleutel": "n", "niveau": 3, "functie": "burgemeester"}"#)
            }
            let list = try await client.get("/inzetten/\(id)/regels")
            return (first, again, try list.decodedList(DeploymentEntryResource.schema))
        }
        #expect(first.status == 201)
        #expect(first.headers[.location] == again.headers[.location])
        #expect(entries.map(\.kind) == [.opened, .level, .note, .level])
        #expect(entries.map(\.number) == [1, 2, 3, 4])
        #expect(entries[2].text == "Rook trekt weg" && entries[2].source == "BRW")
        #expect(entries[3].text == "GRIP 3 afgekondigd door burgemeester.")
    }

    @Test func `a log is read in parts, and as it was known`() async throws {
        let (parts, then) = try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            for number in 1...4 {
                try await region.record(
                    EntryDraft(.note(Note()), "Melding \(number)", key: "m\(number)"), in: id,
                    at: TestRegion.now.adding(minutes: number))
            }
            let client = try await region.api("bureau")
            var parts: [[Int]] = []
            var next: String? = "/inzetten/\(id)/regels?limiet=2"
            while let address = next {
                let part = try await client.get(address)
                parts.append(try part.decodedList(DeploymentEntryResource.schema).map(\.number))
                next = try part.next
            }
            let moment = TestRegion.now.adding(minutes: 2).iso8601
            let then = try await client.get("/inzetten/\(id)/regels?bekendOp=\(moment)")
            return (parts, try then.decodedList(DeploymentEntryResource.schema).map(\.number))
        }
        #expect(parts == [[1, 2], [3, 4], [5]])
        #expect(then == [1, 2, 3])
    }

    @Test func `nobody reads a confidential text through it, and who may not know it finds nothing`()
        async throws
    {
        let (list, one, hidden, refused) = try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            var draft = EntryDraft(.note(Note()), "Naam van het slachtoffer", key: "v")
            draft.isConfidential = true
            try await region.record(draft, in: id)
            let client = try await region.api("bureau")
            // Of another municipality than that of the account.
            let own = try await region.ownMunicipality()
            let elsewhere = try await region.deployment(
                in: own == Code("GM0599") ? Code("GM0613") : Code("GM0599"), key: "elders")
            let hidden = try await region.api("ambtenaar").get("/inzetten/\(elsewhere)")
            let refused = try await region.api("ambtenaar", scopes: [.readDeployments]).post(
                "/inzetten/\(id)/regels", #"{"sleutel": "x", "tekst": "x"}"#)
            return (
                try await client.get("/inzetten/\(id)/regels"),
                try await client.get("/inzetten/\(id)/regels/2"), hidden, refused
            )
        }
        #expect(!list.body.contains("slachtoffer") && list.body.contains("\"tekst\":null"))
        #expect(!one.body.contains("slachtoffer") && one.body.contains("\"vertrouwelijk\":true"))
        #expect(hidden.status == 404)
        #expect(refused.status == 403)
    }

    @Test func `what cannot be a deployment is told at its place`() async throws {
        let (refused, none) = try await TestRegion.with(.sqlite) { region in
            let client = try await region.api("meldkamer")
            return (
                try await client.post("/inzetten", Self.opening.replacing("GM0613", with: "GM9999")),
                try await client.post("/inzetten", Self.opening.replacing("\"GM0613\"", with: ""))
            )
        }
        #expect(refused.status == 409)
        #expect(try refused.faultPlaces == ["#/gemeenten"])
        #expect(none.status == 409)
    }

    @Test func `a program follows the stream with its token, and hears when an alarm or entry came`()
        async throws
    {
        let (stream, without) = try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let client = try await region.api("bureau", scopes: [.readDeployments])
            let headers: HTTPFields = [.authorization: "Bearer \(client.token)"]
            let stream = try await client.client.send(.get, "/inzetten/\(id)/stroom.sse", headers, "")
            let poor = try await region.api("bureau", scopes: [.readRegion])
            let without = try await poor.client.send(
                .get, "/inzetten/\(id)/stroom.sse", [.authorization: "Bearer \(poor.token)"], "")
            return (stream, without)
        }
        #expect(stream.body.contains("id: 1\ndata: 1\n\n"))
        #expect(without.status == 303)
    }
}
