import Testing

@testable import Domain

@Suite struct ActivityFileTests {
    private let lookup = ImportLookup(
        municipalities: [Code("GM0599"): ["Rotterdam"]], functions: [Code("OVDBZ"): ["OvD-Bz"]])

    private func read(_ lines: [String]) -> ActivityFile {
        switch ImportRecord.csv(Array(lines.joined(separator: "\r\n").utf8), recordsMax: 100) {
        case .success(let records):
            ActivityFile.read(records: records, lookup: lookup, today: .on("2026-11-23"))
        case .failure(let fault): ActivityFile.refused(fault)
        }
    }

    private let header = "Gemeente;Personeelsnummer;Soort;Datum;Uren;Functie;Titel"

    @Test func `a row becomes what somebody did, hours in minutes`() throws {
        let file = read([header, "Rotterdam;1001;Oefening;04-03-2026;3,5;OvD-Bz;Hoogwater"])
        let row = try #require(file.rows.first)
        #expect(file.faults.isEmpty)
        #expect(row.municipality == Code("GM0599"))
        #expect(row.kind == .exercise)
        #expect(row.function == Code("OVDBZ"))
        #expect(row.day == .on("2026-03-04"))
        #expect(row.minutes == 210)
        #expect(row.title == "Hoogwater")
    }

    @Test(arguments: [
        ("Utrecht;1001;Oefening;04-03-2026;;;", ActivityFile.Fault.unknownMunicipality("Utrecht")),
        ("Rotterdam;1001;Feest;04-03-2026;;;", .unknownKind("Feest")),
        ("Rotterdam;1001;Oefening;04-03-2026;;Piloot;", .unknownFunction("Piloot")),
        ("Rotterdam;1001;Oefening;31-02-2026;;;", .notADate("31-02-2026")),
        ("Rotterdam;1001;Oefening;24-11-2026;;;", .inFuture(.on("2026-11-24"))),
        ("Rotterdam;1001;Oefening;04-03-2026;veel;;", .badHours("veel")),
        ("Rotterdam;;Oefening;04-03-2026;;;", .required(.personnelNumber)),
    ])
    func `what is wrong with a row is told with its line, and the row is left out`(
        row: String, fault: ActivityFile.Fault
    ) {
        let file = read([header, "Rotterdam;1;Training;01-02-2026;4;;", row])
        #expect(file.rows.count == 1)
        #expect(file.count == 2)
        #expect(file.faults == [ActivityFile.PlacedFault(line: 3, fault: fault)])
    }

    @Test func `a file without the columns, or without rows, is refused as a whole`() {
        #expect(
            read(["Gemeente;Datum", "Rotterdam;04-03-2026"]).faults.map(\.fault) == [
                .list(.missingColumns([.personnelNumber, .kind]))
            ])
        #expect(read([header]).faults.map(\.fault) == [.list(.noRows)])
        #expect(read([]).faults.map(\.fault) == [.list(.file(.empty))])
    }
}
