import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct ShelterRoutesTests {
    @Test(arguments: TestEngine.allCases)
    func `a shelter of the municipality card is opened, counted and closed`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let path = "/inzetten/\(id)"
            let client = try await region.client("bureau")
            let list = try await client.get("/opvang").body
            #expect(list.contains("Sporthal De Zeegge"))
            let known = try await region.read { tx in
                try #require(try tx.knownShelters(of: [Code("GM0613")]).first)
            }
            _ = try await client.post(
                "/opvang/GM0613/\(known.entry.id)", ["plaatsen": "150", "food": "ja", "sanitary": "ja"])
            #expect(try await client.get("/opvang").body.contains("150 plaatsen"))
            _ = try await client.post(
                "\(path)/betrokkenen", ["sleutel": "b", "betrokkenen": "1500", "begin": "09.30"])
            _ = try await client.post(
                "\(path)/opvang", ["sleutel": "o", "locatie": "\(known.entry.id)", "soort": "acute"])
            let preparing = try await client.get("\(path)/opvang").body
            #expect(preparing.contains("wordt klaargemaakt"))
            #expect(preparing.contains("Acute opvang hoort open te zijn vóór ma 23 nov 2026, 12.30 uur"))
            #expect(preparing.contains("mist informatie"))
            let first = try #require(try await region.state(id).shelters.first)
            let number = first.entry.number
            #expect(first.value.keyholder != "o")
            _ = try await client.post(
                "\(path)/opvang/\(number)",
                ["sleutel": "s", "staat": "open", "gebeurd": "09.45", "sleutelhouder": "De conciërge"])
            let open = try #require(try await region.state(id).shelters.first)
            #expect(open.value.keyholder == "De conciërge")
            _ = try await client.post(
                "\(path)/opvang/\(open.entry.number)/tellingen", ["sleutel": "t", "aantal": "42"])
            let page = try await client.get("\(path)/opvang").body
            #expect(page.contains("42 mensen in opvang; 1 locatie is open"))
            #expect(page.contains("Open sinds ma 23 nov 2026, 09.45 uur"))
            #expect(page.contains("23-11-2026 10.00"))
            #expect(!page.contains("Acute opvang hoort open"))
            _ = try await client.post(
                "\(path)/opvang/\(open.entry.number)", ["sleutel": "d", "staat": "closed"])
            #expect(try await client.get("\(path)/opvang").body.contains("0 personen") == false)
            #expect(try await region.state(id).shelters.first?.value.state == .closed)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an offer is matched with a need, and only who writes sees how to reach whom`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let path = "/inzetten/\(id)/zelfredzaam"
            let client = try await region.client("bureau")
            _ = try await client.get(path)
            _ = try await client.post(
                path,
                [
                    "sleutel": "a", "soort": "offer", "tekst": "Tien bedden", "aantal": "10",
                    "contact": "06-00000001",
                ])
            _ = try await client.post(
                path, ["sleutel": "v", "soort": "need", "tekst": "Bedden voor een gezin", "plaats": "Plas"])
            _ = try await client.post("\(path)/2", ["sleutel": "k", "staat": "matched", "met": "3"])
            let told = try await region.state(id).selfReliance.map(\.value)
            #expect(told.map(\.state) == [.matched, .matched])
            let things = try await region.state(id).selfReliance.map(\.entry.thing)
            #expect(told.map(\.match) == [things[1], things[0]])
            let page = try await client.get(path).body
            #expect(page.contains("Bereikbaar: 06-00000001"))
            #expect(page.contains("#zelf-4\">Tien bedden</a>"))
            let mayor = try await region.client("burgemeester")
            let seen = try await mayor.get(path)
            #expect(seen.status == 404 || !seen.body.contains("06-00000001"))
        }
    }

    @Test func `who holds the key is written, and a number that is none is not taken for another`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let path = "/inzetten/\(id)"
            let client = try await region.client("bureau")
            _ = try await client.get("\(path)/opvang")
            _ = try await client.post(
                "\(path)/opvang",
                [
                    "sleutel": "formulier-1", "naam": "De Kerk", "soort": "crisis", "plaatsen": "1.200",
                    "sleutelhouder": "De koster",
                ])
            let church = try #require(try await region.state(id).shelters.first)
            #expect(church.value.keyholder == "De koster")
            #expect(church.value.capacity == 1_200)
            for typed in ["veel", "-4"] {
                let refused = try await client.post(
                    "\(path)/opvang/\(church.entry.number)/tellingen", ["sleutel": "t", "aantal": typed])
                #expect(refused.status == 422 && refused.body.contains("‘\(typed)’ is geen aantal"))
            }
            _ = try await client.post(
                "\(path)/opvang/\(church.entry.number)/tellingen", ["sleutel": "u", "aantal": "7"])
            #expect(try await client.get("\(path)/opvang").body.contains("leg vast dat die opvang open is"))
        }
    }

    @Test func `the checklist keeps one answer a question`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let path = "/inzetten/\(id)/zelfredzaam"
            let client = try await region.client("bureau")
            _ = try await client.get(path)
            for (key, state) in [("een", "matched"), ("twee", "done")] {
                _ = try await client.post(
                    path, ["sleutel": key, "soort": "joins", "staat": state, "tekst": "De buurtapp"])
            }
            let told = try await region.state(id).selfReliance
            #expect(told.map(\.value.state) == [.done])
            #expect(try await client.get(path).body.contains("OV-2"))
        }
    }

    @Test func `a shelter of another municipality is changed by nobody else`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let known = try await region.read { tx in
                try #require(try tx.knownShelters(of: [Code("GM0613")]).first)
            }
            await #expect(throws: WebFailure.notFound) {
                try await region.change(as: "bureau") { change in
                    try change.saveShelterLocation(
                        ShelterLocation(entry: known.entry.id, capacity: 3, facilities: []),
                        of: Code("GM0606"))
                }
            }
            await #expect(throws: WebFailure.forbidden) {
                try await region.change(as: "functionaris") { change in
                    try change.saveShelterLocation(
                        ShelterLocation(entry: known.entry.id, capacity: 3, facilities: []),
                        of: Code("GM0613"))
                }
            }
        }
    }
}
