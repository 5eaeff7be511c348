import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct PlanRoutesTests {
    private static let plan: KeyValuePairs<String, String> = [
        "titel": "Verder op orde", "opdrachtgever": "bestuurlijk portefeuillehouder",
        "doel": "Samen oefenen.",
        "van": "1-1-2027", "tot": "31-12-2027", "budget": "€ 12.500", "sleutel": "naar inwoners",
    ]

    /// Makes a plan with a bottleneck that leads, over a conclusion and a recommendation, to a sub-activity.
    private func made(_ client: TestClient) async throws -> (path: String, activity: String) {
        _ = try await client.get("/plan/nieuw")
        let path = try #require(try await client.post("/plan", Self.plan).location)
        func add(_ kind: String, _ fields: KeyValuePairs<String, String>) async throws -> String {
            _ = try await client.get("\(path)/nieuw/\(kind)")
            let answer = try await client.post("\(path)/nieuw/\(kind)", fields)
            return String((answer.location ?? "").split(separator: "=").last ?? "")
        }
        let activity = try await add(
            "deelactiviteit", ["titel": "Oefendag", "stand": "running", "uren": "120", "tot": "1-6-2027"])
        let advice = try await add("aanbeveling", ["titel": "Oefen samen", "leidt-tot": activity])
        let conclusion = try await add("conclusie", ["titel": "Te weinig geoefend", "leidt-tot": advice])
        _ = try await add("knelpunt", ["titel": "Niemand kent elkaar", "leidt-tot": conclusion])
        return (path, activity)
    }

    @Test(arguments: TestEngine.allCases)
    func `the office makes a plan that can be followed both ways, and a version that stays as it was`(
        engine: TestEngine
    ) async throws {
        let seen = try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let (path, activity) = try await made(client)
            let trail = try await client.get("\(path)?onderdeel=\(activity)").body
            _ = try await client.get("\(path)/versie")
            let version = try await client.post("\(path)/versie", ["nummer": "0.1", "dag": "23-11-2026"])
            let again = try await client.post("\(path)/versie", ["nummer": "0.1", "dag": "23-11-2026"])
            _ = try await client.get("\(path)/onderdelen/\(activity)")
            _ = try await client.post(
                "\(path)/onderdelen/\(activity)", ["titel": "Oefenweek", "stand": "planned", "uren": "200"])
            let now = try await client.get(path).body
            let then = try await client.get("\(path)/versies/0.1").body
            return (trail, version.location == "\(path)/versies/0.1", again, now, then)
        }
        for title in ["Niemand kent elkaar", "Te weinig geoefend", "Oefen samen"] {
            #expect(seen.0.contains(title))
        }
        #expect(seen.0.contains("uiterlijk di 1 jun 2027") && seen.0.contains("€ 12.500,00"))
        #expect(seen.1 && seen.2.status == 422 && seen.2.body.contains("Versie 0.1 is er al"))
        #expect(seen.3.contains("Oefenweek") && seen.3.contains("Veranderd: deelactiviteit ‘Oefenweek’"))
        #expect(seen.4.contains("Oefendag") && !seen.4.contains("Oefenweek"))
    }

    @Test func `what cannot be in a plan comes back with the fault at its field`() async throws {
        let seen = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let (path, activity) = try await made(client)
            _ = try await client.get("/plan/nieuw")
            let plan = try await client.post(
                "/plan", ["titel": "", "van": "1-2-2027", "tot": "1-1-2027", "budget": "-5"])
            let part = try await client.post(
                "\(path)/nieuw/deelactiviteit",
                ["titel": "X", "stand": "planned", "uren": "-3", "van": "2-2-2027", "tot": "1-2-2027"])
            let backwards = try await client.post(
                "\(path)/onderdelen/\(activity)",
                [
                    "titel": "X", "stand": "planned", "na": activity,
                ])
            return (plan, part, backwards)
        }
        for field in ["titel", "opdrachtgever", "doel", "tot", "budget"] {
            #expect(seen.0.body.contains("id=\"\(field)-fout\""), "\(field)")
        }
        #expect(seen.1.status == 422 && seen.1.body.contains("Dit kan niet negatief zijn"))
        #expect(seen.2.status == 422 && seen.2.body.contains("wacht op"))
    }

    @Test func `the sample holds the plan of 2020 with its way through the bodies`() async throws {
        let seen = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bestuur")
            let id = try #require(try await region.read { tx in try tx.plans().first?.id })
            let content = try #require(try await region.read { tx in try tx.planContent(id) })
            return (
                try await client.get("/plan/\(id)").body, content,
                try await client.get("/plan/\(id)/wijzigen").status
            )
        }
        #expect(seen.1.withoutActivity.isEmpty && seen.1.withoutReason.isEmpty)
        for text in [
            "Basis op orde", "poolvorming", "Versie 0.3", "akkoord over versie 0.3",
            "gepland op wo 19 feb 2020",
        ] {
            #expect(seen.0.contains(text), "\(text)")
        }
        #expect(seen.2 == 403)
    }
}
