import Testing

@testable import Domain

@Suite struct AttendanceFileTests {
    private let lookup = ImportLookup(municipalities: [Code("GM0599"): ["Rotterdam"]], functions: [:])
    private let header = "gemeente;personeelsnummer;naam;aanwezig;minuten;uitslag"

    private func read(_ lines: [String]) -> AttendanceFile {
        switch ImportRecord.csv(Array(lines.joined(separator: "\r\n").utf8), recordsMax: 100) {
        case .success(let records): AttendanceFile.read(records: records, lookup: lookup)
        case .failure(let fault): AttendanceFile.refused(fault)
        }
    }

    @Test func `who came, for how long and with what result; a row that says nothing is counted`() throws {
        let file = read([
            header, "Rotterdam;1;Anna;aanwezig;90;geslaagd", "Rotterdam;2;Bert;afgemeld;;",
            "Rotterdam;3;Cor;niet gekomen;;", "Rotterdam;4;Dirk;;;",
        ])
        #expect(file.faults.isEmpty)
        #expect(file.rows.map(\.presence) == [.present, .excused, .absent])
        #expect(file.rows.map(\.minutes) == [90, nil, nil])
        #expect(file.rows.map(\.result) == [.passed, nil, nil])
        #expect(file.silentCount == 1)
    }

    @Test(arguments: [
        ("Utrecht;1;;ja;;", AttendanceFile.Fault.unknownMunicipality("Utrecht")),
        ("Rotterdam;;;ja;;", .required(.personnelNumber)),
        ("Rotterdam;1;;misschien;;", .unknownPresence("misschien")),
        ("Rotterdam;1;;ja;veel;", .badMinutes("veel")), ("Rotterdam;1;;ja;-5;", .badMinutes("-5")),
        ("Rotterdam;1;;ja;60;leuk", .unknownResult("leuk")),
    ])
    func `what is wrong with a row is told with its line, and the row is left out`(
        row: String, fault: AttendanceFile.Fault
    ) {
        let file = read([header, "Rotterdam;9;;ja;;", row])
        #expect(file.rows.count == 1)
        #expect(file.faults == [AttendanceFile.PlacedFault(line: 3, fault: fault)])
    }

    @Test func `a file without its columns, or without rows, is refused as a whole`() {
        #expect(
            read(["gemeente;naam", "Rotterdam;Anna"]).faults.map(\.fault) == [
                .list(.missingColumns([.personnelNumber, .presence]))
            ])
        #expect(read([header]).faults.map(\.fault) == [.list(.noRows)])
        #expect(read([]).faults.map(\.fault) == [.list(.file(.empty))])
    }
}
