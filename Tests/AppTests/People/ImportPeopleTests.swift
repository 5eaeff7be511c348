import Domain
import Foundation
import TestSupport
import Testing
import Web

@testable import App

/// HR lists for Schiedam (GM0606) and Vlaardingen (GM0622).
private enum Lists {
    static let header =
        "Gemeente;Personeelsnummer;Roepnaam;Tussenvoegsel;Achternaam;Mobiel werk;E-mail;Crisisfunctie;"
        + "Aangewezen vanaf;Certificaat behaald;Certificaat geldig tot"

    static let good = [
        header,
        "Schiedam;N-1;Renée;van den;Stuifduin;06-12345678;r.stuifduin@duin.example;OvD-Bz;01-09-2025;"
            + "15-05-2025;15-05-2028",
        "Gemeente Vlaardingen;N-2;Bo;;Zoutmelde;+31 6 87 65 43 21;;Omgevingsanalist;;;",
    ].joined(separator: "\r\n")

    static let key = "Gemeente;Personeelsnummer;Naam"
}

@Suite struct ImportPeopleTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    private func apply(_ text: String, _ region: TestRegion) async throws -> ImportOutcome {
        try await region.application.importPeople(bytes(text), isApplied: true)
    }

    private func preview(_ text: String, _ region: TestRegion) async throws -> ImportOutcome {
        try await region.application.importPeople(bytes(text), isApplied: false)
    }

    private func find(_ number: String, _ region: TestRegion) async throws -> Functionary {
        try await region.person { $0.personnelNumber == number }
    }

    @Test(arguments: TestEngine.allCases)
    func `a preview tells everything and writes nothing`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let before = try await (region.people(), region.recordCount())
            let outcome = try await preview(Lists.good, region)
            #expect((outcome.created, outcome.changed, outcome.unchanged) == (2, 0, 0))
            #expect(outcome.errors.isEmpty)
            #expect(!outcome.isApplied)
            #expect(outcome.differences.map(\.name) == ["Renée van den Stuifduin", "Bo Zoutmelde"])
            #expect(try await region.people() == before.0)
            #expect(try await region.recordCount() == before.1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what was read is in the register, and reading it again changes nothing`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            #expect(try await apply(Lists.good, region).created == 2)
            let person = try await find("N-1", region)
            #expect(person.name == PersonName(given: "Renée", prefix: "van den", surname: "Stuifduin"))
            #expect(person.municipality.text == "GM0606")
            #expect(person.workBase.text == "GM0606")
            try await region.read { tx in
                #expect(
                    try tx.channels(of: person.id).map(\.address)
                        == ["+31612345678", "r.stuifduin@duin.example"])
                let designation = try #require(try tx.designations(of: person.id).first)
                #expect(designation.function.text == "OVDBZ")
                #expect(designation.validFrom?.iso == "2025-09-01")
                #expect(try tx.certificates(of: person.id).map(\.validThrough?.iso) == ["2028-05-15"])
            }
            let (people, count) = try await (region.people(), region.recordCount())
            let again = try await apply(Lists.good, region)
            #expect((again.created, again.changed, again.unchanged) == (0, 0, 2))
            #expect(again.differences.isEmpty)
            #expect(try await region.people() == people)
            // Only that a list was read, not that anybody changed.
            #expect(try await region.recordCount() == count + 1)
            #expect(try await region.records(of: "people.imported").count == 2)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `bad rows are listed by row, line and field, and the good ones are read`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let list = [
                Lists.header, "Schiedam;N-1;Anna;;Elzenaar;06-12345678;;;;;", "",
                "Nergenshuizen;N-2;Bo;;Duin;;;;;;", "Schiedam;;Bo;;Duin;06-123;niks;Keizer;31-02-2026;;",
                "Schiedam;N-4;Cor;;Helmgras;;;;;;",
            ].joined(separator: "\n")
            let outcome = try await apply(list, region)
            #expect((outcome.file.count, outcome.file.accepted, outcome.file.rejected) == (4, 2, 2))
            #expect(outcome.created == 2)
            let places = outcome.errors.map { "\($0.row ?? 0) \($0.line ?? 0) \($0.field ?? "–")" }
            #expect(
                Set(places) == [
                    "2 4 gemeente", "3 5 personeelsnummer", "3 5 mobiel", "3 5 e-mail", "3 5 crisisfunctie",
                    "3 5 aangewezen vanaf",
                ])
            #expect(outcome.errors.allSatisfy { !$0.code.isEmpty && $0.message.hasSuffix(".") })
            #expect(
                outcome.warnings.contains { $0.row == 4 && $0.message.contains("geen telefoonnummer") })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a changed number is shown from what to what, and takes the place of the old one`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            _ = try await apply(Lists.good, region)
            let changed = Lists.good.replacing("06-12345678", with: "0031 6 11 22 33 44")
            let outcome = try await preview(changed, region)
            #expect((outcome.created, outcome.changed, outcome.unchanged) == (0, 1, 1))
            let fields = try #require(outcome.differences.first?.fields)
            #expect(fields.map(\.name) == ["bereikbaar via"])
            #expect(fields[0].before.contains("+31612345678"))
            #expect(fields[0].after.contains("+31611223344"))
            _ = try await apply(changed, region)
            let person = try await find("N-1", region)
            let channels = try await region.read { tx in try tx.channels(of: person.id) }
            #expect(channels.map(\.address) == ["+31611223344", "r.stuifduin@duin.example"])
            #expect(person.version == 2)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `nothing is deleted by leaving it out or leaving it empty`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let count = try await region.people().count
            _ = try await apply(Lists.good, region)
            let bare = "\(Lists.header)\nSchiedam;N-1;Renée;van den;Stuifduin;;;;;;"
            let outcome = try await apply(bare, region)
            #expect((outcome.created, outcome.changed, outcome.unchanged) == (0, 0, 1))
            #expect(try await region.people().count == count + 2)
            let person = try await find("N-1", region)
            try await region.read { tx throws in
                #expect(try tx.channels(of: person.id).count == 2)
                #expect(try tx.designations(of: person.id).map(\.state) == [.designated])
                #expect(try tx.certificates(of: person.id).count == 1)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the same list is read in every form in which HR systems write it`(engine: TestEngine) async throws {
        let windows1252 = Lists.good.unicodeScalars.map { UInt8($0.value) }
        let forms: [(name: String, bytes: [UInt8])] = [
            ("UTF-8 met BOM", [0xEF, 0xBB, 0xBF] + bytes(Lists.good)), ("Windows-1252", windows1252),
            ("TAB", bytes(Lists.good.replacing(";", with: "\t"))),
            ("komma", bytes(Lists.good.replacing(";", with: ","))),
            ("sep= en TAB", bytes("sep=\t\r\n" + Lists.good.replacing(";", with: "\t"))),
            ("sep=;", bytes("sep=;\r\n") + bytes(Lists.good)),
            ("regeleinden van Unix", bytes(Lists.good.replacing("\r\n", with: "\n"))),
        ]
        try await TestRegion.with(engine) { region in
            _ = try await apply(Lists.good, region)
            for form in forms {
                let outcome = try await region.application.importPeople(form.bytes, isApplied: false)
                #expect((outcome.created, outcome.changed, outcome.unchanged) == (0, 0, 2), "\(form.name)")
                #expect(outcome.errors.isEmpty, "\(form.name)")
            }
        }
    }

    @Test func `a file that cannot be read has a message of its own and loses nothing`() async throws {
        let files: [(name: String, bytes: [UInt8])] = [
            ("leeg", []), ("alleen kop", bytes(Lists.header)), ("geen kop", bytes("a;b;c\n1;2;3\n")),
            ("kolom mist", bytes("Gemeente;Naam\nSchiedam;Duin\n")),
            ("rekenblad", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 60)),
            ("binair", [0x89, 0x00, 0x01, 0x02] + [UInt8](repeating: 0, count: 60)),
            ("dubbele kolom", bytes("\(Lists.key);Naam\nSchiedam;1;Duin;Duin\n")),
            ("scheidingsteken", bytes("sep=ab\n\(Lists.key)\nSchiedam;1;Duin\n")),
        ]
        try await TestRegion.with(.sqlite) { region in
            let before = try await region.people()
            var messages: Set<String> = []
            for file in files {
                let outcome = try await region.application.importPeople(file.bytes, isApplied: true)
                let error = try #require(outcome.errors.first, "\(file.name)")
                #expect(outcome.errors.count == 1, "\(file.name)")
                #expect(error.row == nil, "\(file.name)")
                #expect(outcome.file.accepted == 0, "\(file.name)")
                messages.insert(error.message)
            }
            #expect(messages.count == files.count)
            #expect(try await region.people() == before)
        }
    }

    @Test func `an ambtenaar reads in nobody of another municipality`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let other: Code<Municipality> = Code(own.text == "GM0606" ? "GM0622" : "GM0606")
            let list = "\(Lists.key)\n\(own);N-1;Elzenaar, Anna\n\(other);N-2;Zoutmelde, Bo\n"
            let limited = try await region.change(as: "ambtenaar") { change in
                let lookup = try change.tx.importLookup(
                    reach: .municipalities([own]), today: TestMoments.startDay)
                return try change.importPeople(PeopleFile.read(bytes: Array(list.utf8), lookup: lookup))
            }
            #expect((limited.created, limited.file.rejected) == (1, 1))
            #expect(limited.errors.map(\.field) == ["gemeente"])
            // Even with a list that was read for the whole region.
            await #expect(throws: WebFailure.notFound) {
                try await region.change(as: "ambtenaar") { change in
                    let lookup = try change.tx.importLookup(reach: .region, today: TestMoments.startDay)
                    return try change.importPeople(PeopleFile.read(bytes: Array(list.utf8), lookup: lookup))
                }
            }
            #expect(try await !region.people().contains { $0.personnelNumber == "N-2" })
            await #expect(throws: WebFailure.forbidden) {
                try await region.change(as: "secretaris") { change in
                    let lookup = try change.tx.importLookup(reach: .region, today: TestMoments.startDay)
                    return try change.importPeople(PeopleFile.read(bytes: [], lookup: lookup))
                }
            }
        }
    }
}
