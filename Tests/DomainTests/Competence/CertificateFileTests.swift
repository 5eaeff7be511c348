import Testing

@testable import Domain

@Suite struct CertificateFileTests {
    private let lookup = ImportLookup(
        municipalities: [Code("GM0599"): ["Rotterdam"]], functions: [Code("OVDBZ"): ["OvD-Bz"]])
    private let header =
        "gemeente;personeelsnummer;functie;specialisatie;certificaat;behaald op;geldig t/m;staat"

    private func read(_ lines: [String]) -> CertificateFile {
        switch ImportRecord.csv(Array(lines.joined(separator: "\r\n").utf8), recordsMax: 100) {
        case .success(let records):
            CertificateFile.read(records: records, lookup: lookup, today: .on("2026-11-23"))
        case .failure(let fault): CertificateFile.refused(fault)
        }
    }

    @Test func `a row becomes a certificate, an expired one as held`() throws {
        let file = read([header, "0599;1001;OvD-Bz;opvang;IFV;4-3-2020;03-03-2025;verlopen"])
        let row = try #require(file.rows.first)
        #expect(file.faults.isEmpty)
        #expect(row.municipality == Code("GM0599") && row.function == Code("OVDBZ"))
        #expect(row.specialisation == "opvang" && row.issuer == "IFV")
        #expect(row.issued == .on("2020-03-04") && row.validThrough == .on("2025-03-03"))
        #expect(row.state == .held)
    }

    @Test(arguments: [
        ("01-02-2025", "", Certificate.State.held), ("", "", .requested), ("", "aangevraagd", .requested),
        ("01-02-2025", "Ingetrokken", .withdrawn), ("", "vrijgesteld", .exempt),
    ])
    func `the state is what is written, or what the day says`(
        issued: String, written: String, state: Certificate.State
    ) {
        let file = read([header, "Rotterdam;1001;OVDBZ;;NIPV;\(issued);;\(written)"])
        #expect(file.rows.map(\.state) == [state])
    }

    @Test(arguments: [
        ("Utrecht;1;OVDBZ;;;;;", CertificateFile.Fault.unknownMunicipality("Utrecht")),
        ("Rotterdam;1;Piloot;;;;;", .unknownFunction("Piloot")),
        ("Rotterdam;;OVDBZ;;;;;", .required(.personnelNumber)),
        ("Rotterdam;1;OVDBZ;;;31-02-2026;;behaald", .notADate(.issued, "31-02-2026")),
        ("Rotterdam;1;OVDBZ;;;;straks;", .notADate(.validThrough, "straks")),
        (
            "Rotterdam;1;OVDBZ;;;02-02-2026;01-02-2026;",
            .validBeforeIssue(issued: .on("2026-02-02"), through: .on("2026-02-01"))
        ),
        ("Rotterdam;1;OVDBZ;;;24-11-2026;;", .issuedInFuture(.on("2026-11-24"))),
        ("Rotterdam;1;OVDBZ;;;;;misschien", .unknownState("misschien")),
        (
            "Rotterdam;1;OVDBZ;\(String(repeating: "a", count: 101));;;;",
            .tooLong(.specialisation, max: 100)
        ),
    ])
    func `what is wrong with a row is told with its line, and the row is left out`(
        row: String, fault: CertificateFile.Fault
    ) {
        let file = read([header, "Rotterdam;1;OVDBZ;;NIPV;01-02-2025;;", row])
        #expect(file.rows.count == 1)
        #expect(file.count == 2)
        #expect(file.faults == [CertificateFile.PlacedFault(line: 3, fault: fault)])
    }

    @Test func `a file without its columns, or without rows, is refused as a whole`() {
        #expect(
            read(["gemeente;staat", "Rotterdam;behaald"]).faults.map(\.fault) == [
                .list(.missingColumns([.personnelNumber, .function]))
            ])
        #expect(read([header]).faults.map(\.fault) == [.list(.noRows)])
        #expect(read([]).faults.map(\.fault) == [.list(.file(.empty))])
    }
}
