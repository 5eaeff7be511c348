import Domain
import Simulation
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct SimulationRoutesTests {
    /// The fields of the empty form, with few enough days and replications to be quick.
    private static func fields(_ region: TestRegion, _ changed: [String: String] = [:]) async throws -> String
    {
        let form = try await region.read { tx in try SimulationForm(TestRegion.now, tx) }
        let usual = try #require(form).fields
        var pairs: [String: String] = [:]
        for name in names { pairs[name] = usual[name] }
        pairs["dagen"] = "2"
        pairs["herhalingen"] = "200"
        pairs.merge(changed) { _, new in new }
        return pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\(queryEncoded($0.value))" }
            .joined(separator: "&")
    }

    private static let names = [
        "naam", "gemeente", "tweede", "tweede-na", "datum", "uur", "dagen", "overdag", "nacht", "weekend",
        "feestdag", "wegblijven", "uitval", "griep", "dienst", "rust", "zekerheid", "extra-functie",
        "extra-aantal", "groepen",
    ]

    private static func post(
        _ client: TestClient, _ path: String, _ body: String
    ) async throws -> TestClient.Answer {
        try await client.post(path, body: body)
    }

    @Test(arguments: TestEngine.allCases)
    func `the office asks, the work is done, the board reads it without names, a repetition is the same`(
        engine: TestEngine
    ) async throws {
        let seen = try await TestRegion.with(engine) { region in
            let office = try await region.client("bureau")
            let board = try await region.client("bestuur")
            let body = try await Self.fields(region)
            let path = try #require(try await Self.post(office, "/simulatie", body).location)
            let waiting = try await board.get(path).body
            let worked = try await region.application.runDueSimulation(at: TestRegion.now)
            let result = try await board.get(path).body
            let paper = try await board.get("\(path)/stuk").body
            let again = try #require(try await Self.post(office, "\(path)/herhaling", "").location)
            _ = try await region.application.runDueSimulation(at: TestRegion.now)
            let repeated = try await office.get(again).body
            let surnames = try await region.people().map(\.name.full)
            return (waiting, worked, result, paper, repeated, surnames)
        }
        #expect(seen.0.contains("aan het rekenen") && seen.1)
        for word in [
            "van de", "gevallen", "Als tabel", "Wat dit model niet weet", "aanname", "Waar het breekt",
        ] {
            #expect(seen.2.contains(word), "\(word)")
        }
        #expect(!seen.2.contains("/herhaling") && !seen.5.contains { seen.2.contains($0) })
        #expect(seen.3.contains("<svg") && seen.3.contains("Wat dit model niet weet"))
        #expect(seen.4.contains("elk getal is gelijk"))
    }

    @Test func `a run that was stopped stays stopped`() async throws {
        let seen = try await TestRegion.with(.sqlite) { region in
            let office = try await region.client("bureau")
            let path = try #require(
                try await Self.post(office, "/simulatie", try await Self.fields(region)).location)
            _ = try await Self.post(office, "\(path)/stoppen", "")
            _ = try await region.application.runDueSimulation(at: TestRegion.now)
            return try await office.get(path).body
        }
        #expect(seen.contains("het rekenen is gestopt"))
    }

    @Test(arguments: [
        ("dagen", "0"), ("datum", "morgen"), ("gemeente", "GM9999"), ("groepen", "Rotterdam, Atlantis"),
        ("overdag", "101"), ("tweede", "GM0001"), ("extra-functie", "BESTAATNIET"),
    ])
    func `a form with a fault comes back with what was typed`(field: String, value: String) async throws {
        let (status, body, runs) = try await TestRegion.with(.sqlite) { region in
            let office = try await region.client("bureau")
            let fields = try await Self.fields(region, [field: value])
            let answer = try await Self.post(office, "/simulatie", fields)
            let runs = try await region.read { tx in try tx.simulations(limit: 10).count }
            return (answer.status, answer.body, runs)
        }
        #expect(status == 422 && runs == 0)
        #expect(body.contains("href=\"#\(field)\""))
    }

    @Test func `a mayor reads, and is offered no button`() async throws {
        let body = try await TestRegion.with(.sqlite) { region in
            try await region.client("burgemeester").get("/simulatie").body
        }
        #expect(body.contains("nog niets doorgerekend") && !body.contains("Reken door</button>"))
    }
}
