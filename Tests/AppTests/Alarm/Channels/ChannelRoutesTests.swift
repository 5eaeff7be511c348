import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct ChannelRoutesTests {
    private static func preset(_ region: TestRegion, _ code: String) throws -> [String: String] {
        try #require(try GatewayPreset.all().first { $0.code == code }).fields
    }

    private static func post(
        _ client: TestClient, _ path: String, _ fields: [String: String]
    ) async throws -> TestClient.Answer {
        let body = fields.map { "\(queryEncoded($0.key))=\(queryEncoded($0.value))" }
        let token = try await client.get("/kanalen/nieuw").body.firstMatch(of: /name="csrf" value="([^"]*)"/)
        return try await client.send(
            .post, path, [.contentType: "application/x-www-form-urlencoded", .accept: "text/html"],
            (["csrf=\(token?.output.1 ?? "")"] + body).joined(separator: "&"))
    }

    @Test(arguments: TestEngine.allCases)
    func `a gateway is set up, tried and never shows its secret`(engine: TestEngine) async throws {
        let (pages, row, journal) = try await TestServer.with("gateway.py") { server in
            try await TestRegion.with(engine) { region in
                let client = try await region.client("beheer")
                var fields = try Self.preset(region, "json-sms")
                fields["url"] = "http://127.0.0.1:\(server.port)/echo"
                fields["naam"] = "Onze aanbieder"
                fields["volgorde"] = "1"
                fields["voorbeeld"] = "json-sms"
                fields["gelijktijdig"] = "4"
                fields["per-seconde"] = "0"
                fields["seconden"] = "2"
                fields["geheim-sleutel"] = "zeer-geheim-woord"
                let saved = try await Self.post(client, "/kanalen", fields)
                let path = try #require(saved.location)
                let page = try await client.get(path)
                let trial = try await Self.post(client, "\(path)/proef", ["adres": "06 12345678"])
                let list = try await client.get("/kanalen")
                let row = try await region.read { tx in
                    try tx.row("SELECT secrets, setting, last_fault FROM channel").map {
                        try $0.text("secrets") + $0.text("setting")
                    }
                }
                let journal = try await region.read { tx in
                    try tx.rows(
                        "SELECT action, after_state FROM journal WHERE object_kind = 'channel' ORDER BY sequence"
                    )
                    .map { "\(try $0.text("action")) \(try $0.text("after_state"))" }
                }
                return ([saved, page, trial, list], row ?? "", journal)
            }
        }
        #expect(pages.map(\.status) == [303, 200, 200, 200])
        #expect(pages[1].body.contains("Onze aanbieder: aan"))
        #expect(pages[2].body.contains("De server weigert dit bericht."))
        #expect(pages[2].body.contains("400 bad key Bearer •••"))
        #expect(pages[3].body.contains("Onze aanbieder"))
        for text in pages.map(\.body) + [row] + journal { #expect(!text.contains("zeer-geheim-woord")) }
        #expect(journal.count == 2)
        #expect(journal.last?.contains("voorgoed bericht-geweigerd") == true)
        #expect(journal.last?.contains("612345678") == false)
    }

    @Test func `a refused form tells what is wrong at each field and keeps what was typed`() async throws {
        let answer = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("beheer")
            return try await Self.post(
                client, "/kanalen",
                [
                    "voorbeeld": "mail", "naam": "", "server": "smtp.test", "poort": "abc",
                    "versleuteling": "none",
                    "afzender": "geen adres", "gelijktijdig": "8", "per-seconde": "0", "seconden": "30",
                ])
        }
        #expect(answer.status == 422)
        for name in ["naam", "poort", "versleuteling", "afzender"] {
            #expect(answer.body.contains("id=\"\(name)-fout\""), "\(name)")
        }
        #expect(answer.body.contains("value=\"smtp.test\""))
    }

    @Test func `two beheerders who change the same channel do not undo each other`() async throws {
        let statuses = try await TestRegion.with(.sqlite) { region in
            let id = try await region.addGateway(url: "http://127.0.0.1:1/")
            let client = try await region.client("beheer")
            var fields = try #require(try await region.read { tx in try tx.channelSetup(id) }).form.fields
            fields["naam"] = "Nieuw"
            fields["versie"] = "1"
            let first = try await Self.post(client, "/kanalen/\(id)", fields)
            let second = try await Self.post(client, "/kanalen/\(id)", fields)
            return [first.status, second.status]
        }
        #expect(statuses == [303, 409])
    }

    @Test func `the list says what is missing and what waits`() async throws {
        let (empty, full) = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("beheer")
            let empty = try await client.get("/kanalen")
            _ = try await region.addGateway(url: "http://127.0.0.1:1/")
            try await region.addMail(port: 1)
            _ = try await region.queueMail("a")
            return (empty.body, try await client.get("/kanalen").body)
        }
        #expect(empty.contains("<h1>Er is nog geen kanaal voor e-mail en sms</h1>"))
        #expect(full.contains("<h1>Berichten kunnen weg over 2 kanalen</h1>"))
        #expect(full.contains("1 e-mail wacht."))
    }
}
