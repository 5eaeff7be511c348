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

    @Test(arguments: TestEngine.allCases)
    func `a run that is stopped halfway ends there and leaves no result`(engine: TestEngine) async throws {
        let (run, records, body) = try await TestRegion.with(engine) { region in
            let office = try await region.client("bureau")
            // Far more than is done before the stop comes.
            let fields = try await Self.fields(region, ["dagen": "7", "herhalingen": "100000"])
            let path = try #require(try await Self.post(office, "/simulatie", fields).location)
            let work = Task { try await region.application.runDueSimulation(at: TestRegion.now) }
            while try await Self.run(region).map({ $0.state.isOpen && $0.done == 0 }) == true {
                await Task.yield()
            }
            _ = try await Self.post(office, "\(path)/stoppen", "")
            _ = try await work.value
            let records = try await region.records(of: "simulation.cancelled").count
            let ends = try await region.records(of: "simulation.finished").count
            return (try await Self.run(region), (records, ends), try await office.get(path).body)
        }
        let stopped = try #require(run)
        #expect(stopped.state == .cancelled && stopped.report == nil)
        #expect(stopped.done > 0 && stopped.done < stopped.steps)
        #expect(records == (1, 0))
        #expect(body.contains("het rekenen is gestopt"))
    }

    @Test(arguments: TestEngine.allCases)
    func `what a server was doing when it died is taken up within a minute`(engine: TestEngine) async throws {
        let (taken, state) = try await TestRegion.with(engine) { region in
            let office = try await region.client("bureau")
            _ = try await Self.post(office, "/simulatie", try await Self.fields(region))
            let now = TestRegion.now
            _ = try await region.application.storage.write { tx in
                var random = Randomness(seed: 7)
                return try tx.claimWork(
                    kinds: [SimulationWork.kind], limit: 1, lease: random.id(at: now), now: now,
                    until: now.adding(seconds: HeldWork.leaseSeconds))
            }
            var taken: [Bool] = []
            for seconds in [0, 59, 60] {
                taken.append(
                    try await region.application.runDueSimulation(at: now.adding(seconds: seconds)))
            }
            return (taken, try await Self.run(region)?.state)
        }
        #expect(taken == [false, false, true])
        #expect(state == .finished)
    }

    private static func run(_ region: TestRegion) async throws -> SimulationRun? {
        try await region.read { tx in try tx.simulations(limit: 1).first }
    }

    @Test func `the board sees 2019 beside pooled, and takes picture and figures along`() async throws {
        let seen = try await TestRegion.with(.sqlite) { region in
            let office = try await region.client("bureau")
            let board = try await region.client("bestuur")
            let form = try await office.get("/simulatie").body
            let fields = try await Self.fields(region, ["zoals-2019": "ja"])
            let path = try #require(try await Self.post(office, "/simulatie", fields).location)
            let early = try await board.get("\(path)/grafiek.svg").status
            _ = try await region.application.runDueSimulation(at: TestRegion.now)
            let report = try #require(try await region.read { tx in try tx.simulations(limit: 1).first?.id })
            let run = try await region.read { tx in try tx.simulation(report) }
            return (
                form, early, try await board.get(path).body, try await board.get("\(path)/grafiek.svg").body,
                try await board.get("\(path)/cijfers.csv").body, run?.report?.comparison,
                try await board.get("\(path)/stuk.pdf"), path
            )
        }
        // This machine makes none: the page to print instead, with the reason.
        #expect(seen.6.location == "\(seen.7)/stuk")
        #expect(seen.6.notice?.contains("geen programma dat een pdf maakt") == true)
        #expect(seen.0.contains("zoals-2019") && seen.1 == 404)
        #expect(seen.2.contains("vergeleken met Zoals in 2019") && seen.2.contains("Verzonnen invulling"))
        #expect(seen.3.hasPrefix("<svg xmlns=") && seen.3.contains("Zoals in 2019</text>"))
        // A heading, and every hour from 0 through 48 of four designs.
        #expect(seen.4.split(whereSeparator: \.isNewline).count == 1 + 4 * 49)
        let comparison = try #require(seen.5)
        #expect(comparison.designs.map(\.name).first == "Zoals in 2019")
        let pooled = try #require(comparison.differences.last)
        #expect((pooled.survival.last?.low ?? -1) >= 0 && pooled.gapMinutesClosed > 0)
    }

    private static let activities = [
        "activiteit-1": "Leergang in het voorjaar", "soort-1": "certificates", "aantal-1": "3",
        "functie-1": "CO",
        "uren-1": "320", "euro-1": "12000",
        "activiteit-2": "Betere bereikbaarheid", "soort-2": "response", "aantal-2": "10", "functie-2": "",
        "uren-2": "", "euro-2": "",
    ]

    @Test func `hours and cost of an activity stand beside what it closes, in the order asked`() async throws
    {
        let (body, report) = try await TestRegion.with(.sqlite) { region in
            let office = try await region.client("bureau")
            let fields = try await Self.fields(region, Self.activities)
            let path = try #require(try await Self.post(office, "/simulatie", fields).location)
            _ = try await region.application.runDueSimulation(at: TestRegion.now)
            let id = try #require(try await Self.run(region)?.id)
            let run = try await region.read { tx in try tx.simulation(id) }
            return (try await office.get(path).body, run?.report)
        }
        let effects = try #require(report).activities
        #expect(effects.map(\.activity.name) == ["Leergang in het voorjaar", "Betere bereikbaarheid"])
        #expect(
            effects.map(\.activity.hours) == [320, nil] && effects.map(\.activity.euros) == [12_000, nil])
        let table = try #require(
            body.firstRange(of: "Activiteiten: wat zij kosten naast wat zij dichten</caption>"))
        let words = String(body[table.upperBound...])
        let first = try #require(words.firstRange(of: "Leergang in het voorjaar"))
        let second = try #require(words.firstRange(of: "Betere bereikbaarheid"))
        #expect(first.lowerBound < second.lowerBound)
        #expect(words.contains("€ 12.000") && words.contains("320") && words.contains("niet opgegeven"))
        #expect(words.contains("3 collega") && words.contains("10 procentpunt meer mensen"))
        #expect(body.contains("Oranje geeft geen rangorde"))
    }

    @Test(arguments: [
        ("soort-1", "gratis"), ("functie-1", ""), ("aantal-1", "0"), ("uren-1", "veel"), ("euro-1", "-1"),
    ])
    func `an activity with a fault comes back with the fault at its field`(
        field: String, value: String
    ) async throws {
        let (status, body) = try await TestRegion.with(.sqlite) { region in
            let office = try await region.client("bureau")
            let changed = Self.activities.merging([field: value]) { _, new in new }
            let answer = try await Self.post(office, "/simulatie", try await Self.fields(region, changed))
            return (answer.status, answer.body)
        }
        #expect(status == 422)
        #expect(body.contains("href=\"#\(field)\"") && body.contains("Leergang in het voorjaar"))
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

    @Test func `the board finds it from its start page`() async throws {
        let body = try await TestRegion.with(.sqlite) { region in
            try await region.client("bestuur").get("/").body
        }
        #expect(body.contains("href=\"/simulatie\""))
    }

    @Test func `a mayor reads, and is offered no button`() async throws {
        let body = try await TestRegion.with(.sqlite) { region in
            try await region.client("burgemeester").get("/simulatie").body
        }
        #expect(body.contains("nog niets doorgerekend") && !body.contains("Reken door</button>"))
    }
}
