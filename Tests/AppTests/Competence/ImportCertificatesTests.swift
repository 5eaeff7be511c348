import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ImportCertificatesTests {
    private static let path = "/vakbekwaamheid/certificaten/inlezen"
    private static let header =
        "gemeente;personeelsnummer;functie;specialisatie;certificaat;behaald op;geldig t/m;staat"

    private func upload(
        _ client: TestClient, _ lines: [String]
    ) async throws -> (path: String, page: TestClient.Answer) {
        _ = try await client.get(Self.path)
        let text = ([Self.header] + lines).joined(separator: "\r\n")
        return try await client.uploadAndFollow(Self.path, file: "bestand", bytes: Array(text.utf8))
    }

    private func held(_ region: TestRegion, _ person: Functionary) async throws -> [Certificate] {
        try await region.read { tx in
            try tx.certificates(of: person.id).filter { $0.function == Code("MDWO") }
        }
    }

    /// Somebody without a certificate for the function that the tests write down.
    private func bare(_ region: TestRegion) async throws -> Functionary {
        let all = try await region.read { tx in try tx.certificates() }
        return try await region.person { person in
            !all.contains { $0.person == person.id && $0.function == Code("MDWO") }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a list shows what it would change, changes it once, and the second time nothing`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let person = try await bare(region)
            let who = "\(person.municipality);\(person.personnelNumber)"
            let client = try await region.client("bureau")
            let lines = [
                "\(who);MDWO;;NIPV;04-03-2024;;aangevraagd", "\(who);MDWO;opvang;NIPV;04-03-2024;03-03-2028;",
                "\(person.municipality);999999;MDWO;;NIPV;04-03-2024;;",
            ]
            let first = try await upload(client, lines)
            #expect(
                first.page.body.contains(
                    "Nog niets opgeslagen: 2 nieuw, 0 gewijzigd, 0 ongewijzigd, 1 rij afgekeurd"))
            #expect(first.page.body.contains("Personeelsnummer 999999 staat bij deze gemeente niet"))
            #expect(try await held(region, person).isEmpty)
            #expect(try await client.post(first.path).status == 303)
            #expect(
                try await held(region, person).map(\.state).sorted { $0.rawValue < $1.rawValue } == [
                    .held, .requested,
                ])

            // It came: the request becomes the certificate. An empty cell leaves what stood there.
            let second = try await upload(
                client, ["\(who);MDWO;;;01-06-2025;;", "\(who);MDWO;opvang;;04-03-2024;;"])
            #expect(second.page.body.contains("0 nieuw, 1 gewijzigd, 1 ongewijzigd</h1>"))
            #expect(try await client.post(second.path).status == 303)
            let after = try await held(region, person)
            #expect(after.map(\.state) == [.held, .held])
            #expect(Set(after.map(\.issuer)) == ["NIPV"])
            #expect(after.compactMap(\.validThrough) == [Day(iso: "2028-03-03")])
            #expect(try await region.records(of: "certificates.imported").count == 2)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test func `certificates that overlap, and a last day before the first, each say so`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await bare(region)
            let who = "\(person.municipality);\(person.personnelNumber)"
            let client = try await region.client("bureau")
            let (path, page) = try await upload(
                client,
                [
                    "\(who);MDWO;;NIPV;01-01-2024;31-12-2026;", "\(who);MDWO;;NIPV;01-06-2025;;",
                    "\(who);MDWO;;NIPV;02-02-2027;01-02-2027;", "\(who);OGA;;NIPV;02-02-2026;01-02-2026;",
                ])
            #expect(page.body.contains("1 nieuw, 0 gewijzigd, 0 ongewijzigd"))
            #expect(
                page.body.contains(
                    "Er is al een certificaat voor deze functie dat geldt vanaf ma 1 jan 2024 t/m do 31 dec 2026."
                ))
            #expect(page.body.contains("Geldig t/m zo 1 feb 2026 ligt voor de dag waarop het is behaald"))
            #expect(page.body.contains("is nog niet geweest"))
            #expect(try await client.post(path).status == 303)
            #expect(try await held(region, person).map(\.validThrough) == [Day(iso: "2026-12-31")])
        }
    }

    @Test func `what was taken along is read back, csv and xlsx, and changes nothing`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let count = try await region.read { tx in try tx.certificates().count }
            for format in ["csv", "xlsx"] {
                let taken = try await client.get("/vakbekwaamheid/certificaten.\(format)")
                _ = try await client.get(Self.path)
                let (_, page) = try await client.uploadAndFollow(
                    Self.path, file: "bestand", bytes: taken.bytes, name: "certificaten.\(format)",
                    type: format == "csv" ? "text/csv" : FileKind.xlsx.contentType)
                #expect(
                    page.body.contains("0 nieuw, 0 gewijzigd, \(count) ongewijzigd</h1>"), "\(format)"
                )
            }
        }
    }

    @Test func `a withdrawn certificate in a list opens the gap at once`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let before = try await region.read { tx in try tx.openGapNotices(at: TestRegion.now).count }
            let lines = try await region.read { tx in
                let people = try tx.functionaries()
                return try tx.certificates().filter { $0.function == Code("HTOCC") && $0.state == .held }
                    .compactMap { certificate in
                        people.first { $0.id == certificate.person }.map { person in
                            let day = certificate.issued.map { $0.iso } ?? ""
                            return
                                "\(person.municipality);\(person.personnelNumber);HTOCC;\(certificate.specialisation);;\(day);;ingetrokken"
                        }
                    }
            }
            let client = try await region.client("bureau")
            let (path, page) = try await upload(client, lines)
            #expect(page.body.contains("0 nieuw, \(lines.count) gewijzigd"))
            #expect(try await client.post(path).status == 303)
            let after = try await region.read { tx in try tx.openGapNotices(at: TestRegion.now) }
            #expect(after.count > before)
        }
    }

    @Test func `reading in is for whoever may read in people`() async throws {
        let statuses = try await TestRegion.with(.sqlite) { region in
            var statuses: [String: Int] = [:]
            for name in ["bureau", "functionaris", "bestuur"] {
                statuses[name] = try await region.client(name).get(Self.path).status
            }
            return statuses
        }
        #expect(statuses == ["bureau": 200, "functionaris": 403, "bestuur": 403])
    }
}
