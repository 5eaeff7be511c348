import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct SavePersonTests {
    private static let draft = PersonDraft(
        municipality: Code("GM0606"), personnelNumber: "N-1",
        name: PersonName(given: "Anna", prefix: "van den", surname: "Stuifduin"), workBase: Code("GM0606"),
        channels: [
            ContactChannel(kind: .mobile, address: "+31612345678"),
            ContactChannel(kind: .email, address: "a@duin.example"),
        ])

    private func hire(_ region: TestRegion) async throws -> Functionary {
        let id = try await region.change(as: "bureau") { try $0.addPerson(Self.draft) }
        return try await region.person { $0.id == id }
    }

    @Test(arguments: TestEngine.allCases)
    func `a form that is wrong says so per field and keeps everything that was typed`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let before = try await region.recordCount()
            let answer = try await client.post(
                "/mensen",
                [
                    "gemeente": "GM9999", "personeelsnummer": "", "voornaam": "Zo-Getypt",
                    "tussenvoegsel": "van 't", "achternaam": String(repeating: "x", count: 101),
                    "standplaats": "ergens", "uit-dienst": "31-02-2027", "mobiel": "06-toetsen",
                    "email": "geen-adres", "vast": "0", "eerst": "email",
                ])
            #expect(answer.status == 422)
            #expect(answer.body.contains("<title>Fout: "))
            let wrong = [
                "gemeente", "personeelsnummer", "achternaam", "standplaats", "uit-dienst", "mobiel", "vast",
                "email",
            ]
            for field in wrong {
                #expect(answer.body.contains("id=\"\(field)-fout\""), "\(field)")
                #expect(answer.body.contains("<a href=\"#\(field)\">"), "\(field)")
            }
            for typed in ["Zo-Getypt", "van &#39;t", "31-02-2027", "06-toetsen", "geen-adres"] {
                #expect(answer.body.contains("value=\"\(typed)\""), "\(typed)")
            }
            #expect(answer.body.contains("<option value=\"email\" selected>"))
            #expect(!answer.body.contains("id=\"voornaam-fout\""))
            #expect(try await region.recordCount() == before)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a new functionary is in the register, the journal and the search`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let answer = try await client.post(
                "/mensen",
                [
                    "gemeente": "GM0606", "personeelsnummer": "N-1", "voornaam": "Zoë",
                    "tussenvoegsel": "in 't",
                    "achternaam": "Lisveld", "mobiel": "06-12 34 56 78", "email": "Z@duin.example",
                    "vast": "010 1234567", "eerst": "email",
                ])
            #expect(answer.status == 303)
            let path = try #require(answer.location)
            let page = try await client.get(path).body
            #expect(page.contains("Zoë in &#39;t Lisveld"))
            #expect(page.contains("06 12 34 56 78"))
            #expect(page.contains("Eerst via e-mail"))
            for search in ["zoe", "LISVELD", "N-1", "in+%27t+lisv"] {
                #expect(try await client.get("/mensen?zoek=\(search)").body.contains(path), "\(search)")
            }
            let record = try #require(try await region.records(of: "person.added").last)
            for secret in ["Lisveld", "N-1", "612345678", "duin.example"] {
                #expect(record.after?.contains(secret) == false, "\(secret)")
            }
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test func `a personnel number belongs to one person of a municipality`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await hire(region)
            let client = try await region.client("bureau")
            let fields: KeyValuePairs = [
                "gemeente": "GM0606", "personeelsnummer": "N-1", "voornaam": "Bo", "achternaam": "Duin",
            ]
            let answer = try await client.post("/mensen", fields)
            #expect(answer.status == 422)
            #expect(answer.body.contains("id=\"personeelsnummer-fout\""))
            #expect(try await region.person { $0.personnelNumber == "N-1" } == person)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `of two who change the same person the second is told, and loses nothing of the first`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let person = try await hire(region)
            let first = try await region.client("bureau")
            let second = try await region.client("bureau")
            func fields(_ name: String) -> KeyValuePairs<String, String> {
                [
                    "versie": "\(person.version)", "gemeente": "GM0606", "personeelsnummer": "N-1",
                    "voornaam": name, "achternaam": "Stuifduin",
                ]
            }
            #expect(try await first.post("/mensen/\(person.id)", fields("Eerste")).status == 303)
            #expect(try await second.post("/mensen/\(person.id)", fields("Tweede")).status == 409)
            let stored = try await region.person { $0.id == person.id }
            #expect(stored.name.given == "Eerste")
            #expect(stored.version == person.version + 1)
            #expect(try await region.records(of: "person.changed").count == 1)
        }
    }

    @Test func `a channel that stays the same stays verified`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await hire(region)
            try await region.storage.write { tx in
                _ = try tx.execute(
                    "UPDATE contact_channel SET verified_at = \(TestRegion.now) WHERE person = \(person.id)")
            }
            let changed = PersonDraft(
                municipality: Self.draft.municipality, personnelNumber: "N-1", name: Self.draft.name,
                workBase: Self.draft.workBase,
                channels: [
                    ContactChannel(kind: .mobile, address: "+31687654321"),
                    ContactChannel(kind: .email, address: "a@duin.example"),
                ])
            try await region.change(as: "bureau") {
                try $0.changePerson(person.id, version: person.version, to: changed)
            }
            let channels = try await region.read { tx in try tx.channels(of: person.id) }
            #expect(channels.map(\.verifiedAt) == [nil, TestRegion.now])
        }
    }

    @Test func `nobody is moved into or out of a municipality that is not one's own`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let mine = try await region.person { $0.municipality == own }
            let theirs = try await region.person { $0.municipality != own }
            for (person, target) in [(mine, theirs.municipality), (theirs, own)] {
                let draft = PersonDraft(
                    municipality: target, personnelNumber: "N-9", name: person.name, workBase: target,
                    channels: [])
                await #expect(throws: WebFailure.notFound) {
                    try await region.change(as: "ambtenaar") {
                        try $0.changePerson(person.id, version: person.version, to: draft)
                    }
                }
            }
        }
    }
}
