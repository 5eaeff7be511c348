import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@testable import App

@Suite struct NormRoutesTests {
    private static let path = "/normen/response/OVDBZ"

    private func query(
        _ value: String, from: String = "01-02-2027", to: String = "", status: String = "regionalDecision",
        source: String = "Besluit 12"
    ) -> String {
        let fields = [
            ("stap", "gevolg"), ("waarde", value), ("status", status), ("bron", source), ("door", "bestuur"),
            ("van", from), ("tot", to),
        ]
        return "?" + fields.map { "\($0.0)=\(queryEncoded($0.1))" }.joined(separator: "&")
    }

    private func post(
        _ client: TestClient, _ path: String, _ value: String, from: String = "01-02-2027", to: String = "",
        after sequence: Int
    ) async throws -> TestClient.Answer {
        try await client.post(
            "\(path)/wijziging",
            [
                "waarde": value, "status": "regionalDecision", "bron": "Besluit 12", "door": "bestuur",
                "van": from, "tot": to, "na": "\(sequence)",
            ])
    }

    @Test(arguments: Role.allCases)
    func `everybody who is signed in reads the norms, and the regional office changes them`(role: Role)
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client(role.sampleName)
            let list = try await client.get("/normen")
            #expect(list.status == 200)
            #expect(list.body.contains("niet vastgesteld"))
            let one = try await client.get(Self.path)
            #expect(one.status == 200)
            #expect(one.body.contains("wijziging") == (role == .regionalOffice))
            let form = try await client.get("\(Self.path)/wijziging")
            #expect(form.status == (role == .regionalOffice ? 200 : 403))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a norm is shown with its source, and what nobody found as not established`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bestuur")
            let known = try await client.get("/normen/response.tbz/regio").body
            for word in ["90 minuten", "wettelijk", "2.3.2", "nog niemand", "geldt nu"] {
                #expect(known.contains(word), "\(word)")
            }
            let unknown = try await client.get("/normen/certificate.validity/regio").body
            #expect(unknown.contains("Geldigheid van een certificaat: niet vastgesteld"))
            #expect(unknown.contains("Er is nooit een waarde vastgelegd"))
            for missing in ["/normen/bestaat.niet/regio", "/normen/response/regio", "/normen/response/XXX"] {
                #expect(try await client.get(missing).status == 404, "\(missing)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a stricter norm first shows which line loses what, and writes nothing`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let before = try await region.recordCount()
            let preview = try await client.get("\(Self.path)/wijziging\(query("12"))")
            #expect(preview.status == 200)
            for word in ["nieuw", "Noord", "Zuid", "eerste", "Vastleggen", "van <strong>30 minuten"] {
                #expect(preview.body.contains(word), "\(word)")
            }
            #expect(try await region.recordCount() == before)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a recorded norm counts from its day, the old stays, and the journal has both`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("\(Self.path)/wijziging\(query("12"))")
            let last = try await region.read { tx in try tx.normSet().norms.last?.sequence ?? 0 }
            let before = try await region.line("OVDBZ-NOORD")
            let answer = try await post(client, Self.path, "12", after: last)
            #expect(answer.status == 303)
            let turn = Amsterdam.startOfDay(try #require(Day(iso: "2027-02-01")))
            let line = try await region.line("OVDBZ-NOORD")
            #expect(line.responseMinutesMax(at: turn.adding(minutes: -1)) == 30)
            #expect(line.responseMinutesMax(at: turn) == 12)
            #expect(before.responseMinutesMax(at: turn) == 30)
            let page = try await client.get(Self.path).body
            for word in ["30 minuten", "12 minuten", "gaat nog in", "Intrekken", "Besluit 12"] {
                #expect(page.contains(word), "\(word)")
            }
            let record = try #require(try await region.records(of: "norm.recorded").first)
            #expect(record.objectID == "response:OVDBZ")
            #expect(record.before?.contains("\"waarde\":30") == true)
            #expect(record.after?.contains("\"waarde\":12") == true)
            #expect(record.after?.contains("\"van\":\"2027-02-01\"") == true)
            let again = try await post(client, Self.path, "20", after: last)
            #expect(again.status == 409)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a norm that has not begun is taken back and stays visible`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("\(Self.path)/wijziging")
            _ = try await client.get("\(Self.path)/wijziging\(query("12"))")
            let last = try await region.read { tx in try tx.normSet().norms.last?.sequence ?? 0 }
            _ = try await post(client, Self.path, "12", after: last)
            let elsewhere = try await client.post(
                "/normen/staffing.min/OVDBZ/intrekking", ["rij": "\(last + 1)"])
            #expect(elsewhere.status == 404)
            let answer = try await client.post("\(Self.path)/intrekking", ["rij": "\(last + 1)"])
            #expect(answer.status == 303)
            let turn = Amsterdam.startOfDay(try #require(Day(iso: "2027-02-01")))
            #expect(try await region.line("OVDBZ-NOORD").responseMinutesMax(at: turn) == 30)
            let page = try await client.get(Self.path).body
            #expect(page.contains("ingetrokken"))
            #expect(page.contains("12 minuten"))
            #expect(try await region.records(of: "norm.withdrawn").count == 1)
            let twice = try await client.post("\(Self.path)/intrekking", ["rij": "\(last + 1)"])
            #expect(twice.status == 409)
            let running = try await region.read { tx in
                try tx.normSet().norms.first { $0.code == .response }?.sequence ?? 0
            }
            let function = try await region.read { tx in
                try tx.normSet().norms.first { $0.code == .response }?.subject.key ?? ""
            }
            let begun = try await client.post(
                "/normen/response/\(function)/intrekking", ["rij": "\(running)"])
            #expect(begun.status == 409)
        }
    }

    /// Each kind of bad input with a piece of its own sentence.
    private static let refused: [(path: String, value: String, from: String, to: String, sentence: String)] =
        [
            (path, "-3", "01-02-2027", "", "kleiner zijn dan nul"),
            (path, "99999", "01-02-2027", "", "niet bedoeld zijn"),
            (path, "3 kwartier", "01-02-2027", "", "De eenheid “kwartier”"),
            (path, "dertig", "01-02-2027", "", "geen getal dat hier past"),
            (path, "12,5", "01-02-2027", "", "heel getal"),
            (path, "12", "31-02-2027", "", "geen bestaande dag"),
            (path, "12", "", "", "Vul de dag in"),
            (path, "12", "01-02-2027", "01-02-2027", "Het einde ligt niet na het begin"),
            ("/normen/response.tbz/regio", "120", "01-02-2027", "", "ruimer dan de wet"),
            ("/normen/rest.daily/regio", "8", "01-02-2027", "", "ruimer dan de wet"),
            ("/normen/coverage.horizon/regio", "", "01-02-2027", "", "Zonder dit getal"),
        ]

    @Test(arguments: TestEngine.allCases)
    func `bad input is told at its field, keeps what was typed and saves nothing`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let before = try await region.recordCount()
            let last = try await region.read { tx in try tx.normSet().norms.last?.sequence ?? 0 }
            for input in Self.refused {
                let step = "\(input.path)/wijziging\(query(input.value, from: input.from, to: input.to))"
                let seen = try await client.get(step)
                #expect(seen.status == 422, "\(input.sentence)")
                #expect(seen.body.contains(input.sentence), "\(input.sentence)")
                #expect(seen.body.contains("value=\"\(input.value)\""), "\(input.sentence)")
                let sent = try await post(
                    client, input.path, input.value, from: input.from, to: input.to, after: last)
                #expect(sent.status == 422, "\(input.sentence)")
            }
            let unnamed = try await client.get("\(Self.path)/wijziging\(query("12", source: ""))")
            #expect(unnamed.body.contains("Noem waar dit getal staat"))
            let kind = try await client.get("\(Self.path)/wijziging\(query("12", status: "eigen"))")
            #expect(kind.body.contains("Maak een keuze uit de lijst"))
            #expect(try await region.recordCount() == before)
        }
    }

    @Test func `a value over a planned one is refused with its day`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("\(Self.path)/wijziging\(query("12"))")
            let last = try await region.read { tx in try tx.normSet().norms.last?.sequence ?? 0 }
            _ = try await post(client, Self.path, "20", after: last)
            let over = try await client.get("\(Self.path)/wijziging\(query("25", from: "01-01-2027"))")
            #expect(over.status == 422)
            #expect(over.body.contains("Vanaf ma 1 feb 2027 is al 20 minuten vastgelegd"))
        }
    }

    @Test func `a norm that nothing asks yet says so before and after`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let preview = try await client.get("/normen/plan.project.cost/regio")
            #expect(preview.status == 404)
            let body = try await client.get("/normen/avg.16wk/regio/wijziging\(query("40"))")
                .body
            #expect(body.contains("Nog niets in Oranje rekent met dit getal"))
            #expect(try await client.get("/normen/avg.16wk/regio").body.contains("als afspraak"))
        }
    }

    @Test func `a shorter horizon is what the coverage page and the proof look at`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let path = "/normen/coverage.horizon/regio"
            let preview = try await client.get("\(path)/wijziging\(query("26", from: "23-11-2026"))")
            #expect(preview.body.contains("minder ver vooruit"))
            let last = try await region.read { tx in try tx.normSet().norms.last?.sequence ?? 0 }
            _ = try await post(client, path, "26", from: "23-11-2026", after: last)
            #expect(try await client.get("/bezetting").body.contains("26 weken"))
            #expect(try await client.get("/rooster/nieuw").body.contains("value=\"26\""))
            try await region.storage.change(
                by: .background("nightly-proof"), at: TestRegion.now, randomness: .system
            ) { try $0.recordNightlyProof(for: "2026-11-24") }
            let record = try #require(try await region.records(of: "coverage.proven").first)
            let lines = try await region.read { tx in try tx.lines().count }
            // The clock does not change twice in these 26 weeks: in March an hour is lost on every line.
            let minutes = lines * (26 * 7 * 24 - 1) * 60
            #expect(record.after?.contains("\"minuten\":\(minutes)") == true)
        }
    }
}
