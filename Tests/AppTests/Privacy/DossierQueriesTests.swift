import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct DossierQueriesTests {
    /// Tables that refer to a person and are in nobody's dossier, with why.
    private static let exempt: [String: String] = [
        "alarm_address": "a copy of the addresses, which stand under contact_channel and alarm_message",
        "alarm_contact": "who of the municipality was told, which the alarm's messages show",
        "alarm_event": "the course of an alarm, which the answers and messages show",
        "alarm_promise_person":
            "who was called under a promise, which the answers and messages of the alarm show",
        "alarm_link": "the number of a link, which the message shows",
        "call_list_holder": "who gets call lists, which the copies show",
        "contact_test_person": "who was asked in a test, which its lines show",
        "deployment_member": "read with the deployment, which is a dossier of its own",
        "duty_runner_up": "who came second for somebody else's duty, which the roster explains",
        "incident_name": "only of people who are no longer in the register",
    ]

    @Test func `every table that refers to people is in the dossier, or there is a reason`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try #require(try await region.people().first)
            let (referring, told) = try await region.read { tx in
                let tables = try tx.rows(
                    """
                    SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
                    WHERE m.type = 'table' AND f."table" = 'functionary' ORDER BY m.name
                    """
                ).map { try $0.text("name") }
                return (Set(tables), Set(try tx.dossier(of: person).sections.map(\.table)))
            }
            #expect(referring.subtracting(told).subtracting(Self.exempt.keys) == [])
            #expect(told.isDisjoint(with: Self.exempt.keys))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the page and the file say the same, and both say what is known`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let id = try #require(try await region.signedIn("functionaris").person)
            let person = try await region.person { $0.id == id }
            _ = try await region.client("bureau").get("/mensen/\(id)")
            let client = try await region.client("functionaris")
            let page = try await client.get("/mijn/gegevens/alles")
            let file = try await client.get("/mijn/gegevens/alles.json")
            #expect(file.headers[.contentType] == "application/json")
            let read = try JSONDecoder().decode(File.self, from: Data(file.bytes))
            #expect(read.persoon["naam"] == person.name.full)
            let channels = try await region.read { tx in try tx.channels(of: id) }
            let reach = try #require(read.onderdelen.first { $0.titel == "Hoe je bereikbaar bent" })
            #expect(reach.regels.map { $0["adres"] } == channels.map(\.address))
            let journal = try #require(read.onderdelen.first { $0.titel == "Wat er over jou is gewijzigd" })
            // One's own values are readable for oneself.
            #expect(journal.regels.contains { ($0["werd"] ?? nil)?.contains(person.name.full) == true })
            #expect(read.onderdelen.first { $0.titel == "Wie je gegevens zag" }?.regels.count == 1)
            for part in read.onderdelen { #expect(page.body.contains(part.titel), "\(part.titel)") }
            for channel in channels { #expect(page.body.contains(channel.address)) }
        }
    }

    private struct File: Decodable {
        struct Part: Decodable {
            let titel: String
            let regels: [[String: String?]]
        }

        let persoon: [String: String]
        let onderdelen: [Part]
    }

    @Test func `nobody gets anybody else's`() async throws {
        try await TestRegion.with(.sqlite) { region in
            // The office has an account of nobody in the register.
            let client = try await region.client("bureau")
            for path in [
                "/mijn/gegevens", "/mijn/gegevens/alles", "/mijn/gegevens/alles.json", "/mijn/vertrek",
            ] {
                #expect(try await client.get(path).status == 404, "\(path)")
            }
        }
    }
}
