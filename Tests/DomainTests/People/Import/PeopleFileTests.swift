import Testing

@testable import Domain

@Suite struct PeopleFileTests {
    private let good = ImportSamples.good

    @Test func `a good list is accepted as a whole`() {
        let file = ImportSamples.read(good)
        #expect(file.faults.isEmpty)
        #expect((file.count, file.accepted, file.rejected) == (3, 3, 0))
        #expect(file.separator == .semicolon)
        #expect(file.encoding == .utf8)
        #expect(file.rows.map(\.line) == [2, 3, 4])
        #expect(file.warnings == [PlacedWarning(row: 3, line: 4, warning: .noPhone)])
    }

    @Test func `a list from Excel in Windows-1252 keeps its accents`() {
        let bytes = good.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let file = PeopleFile.read(bytes: bytes, lookup: ImportSamples.lookup)
        #expect(file.encoding == .windows1252)
        #expect(file.rows == ImportSamples.read(good).rows)
        #expect(file.rows.map(\.name.given) == ["Anna", "Renée", "Bo"])
    }

    @Test(arguments: [",", "\t"])
    func `the separator does not matter`(separator: String) {
        let text = good.replacing("\"OvD-Bz, AC-Bz\"", with: "OvD-Bz/AC-Bz").replacing(";", with: separator)
        #expect(ImportSamples.read(text).rows == ImportSamples.read(good).rows)
    }

    @Test func `a declared separator is no record but counts as a line`() {
        let file = ImportSamples.read("sep=;\r\n" + good)
        #expect(file.rows.map(\.line) == [3, 4, 5])
        #expect(file.rows.map(\.rowNumber) == [1, 2, 3])
    }

    @Test func `blank lines and rows of separators are skipped, lines stay true`() {
        let file = ImportSamples.read("\n\ngemeente;mdw nr;naam\n\n599;1;Elzenaar\n;;\n599;2;Duindoorn\n;;\n")
        #expect(file.rows.map(\.rowNumber) == [1, 2])
        #expect(file.rows.map(\.line) == [5, 7])
    }

    @Test func `line ends within a field move the lines and not the row numbers`() {
        let file = ImportSamples.read(
            "gemeente;mdw nr;naam;crisisfunctie\n599;1;Elzenaar;\"OvD-Bz\nAC-Bz\"\n599;2;Duindoorn;\n")
        #expect(file.rows.map(\.line) == [2, 4])
        #expect(file.rows.map(\.rowNumber) == [1, 2])
    }

    @Test func `good rows are kept beside bad ones`() {
        let file = ImportSamples.read(
            "gemeente;mdw nr;naam\n599;1;Elzenaar\nX;2;Vlierstra\n599;3;\"Duin\n599;4;Bo\n")
        #expect((file.count, file.accepted, file.rejected) == (3, 1, 2))
        #expect(
            file.faults == [
                PlacedFault(row: 2, line: 3, fault: .unknownMunicipality("X")),
                PlacedFault(row: 3, line: 4, fault: .damaged(.unclosedQuote(line: 4))),
            ])
    }

    @Test(arguments: [
        ("", ImportFault.file(.empty)), ("\r\n\r\n", .file(.empty)), (";;;\n", .file(.empty)),
        ("PK\u{3}\u{4}wilg", .file(.spreadsheet)), ("gemeente\0;naam", .file(.notText)),
        ("sep=|\ngemeente|naam", .file(.unknownSeparator("|"))),
        ("599;1;Elzenaar\n599;2;Bo\n", .file(.noHeader(seen: ["599", "1", "Elzenaar"]))),
        ("gemeente;naam\n599;Bo", .file(.missingColumns([.personnelNumber], seen: ["gemeente", "naam"]))),
        ("gemeente;mdw nr;naam\n", .file(.noRows)),
        ("gemeente;\"mdw nr;naam\n599;1;Bo", .damaged(.unclosedQuote(line: 1))),
    ])
    func `a file that cannot be read has one fault without a row`(text: String, fault: ImportFault) {
        let file = ImportSamples.read(text)
        #expect(file.faultsOnly == [fault])
        #expect(file.faults.allSatisfy { $0.row == nil })
        #expect((file.count, file.accepted, file.rejected) == (0, 0, 0))
    }

    @Test func `a list with too many rows is refused as a whole`() {
        let rows = (0...PeopleFile.rowsMax).map { "599;\($0);Elzenaar" }.joined(separator: "\n")
        let file = ImportSamples.read("gemeente;mdw nr;naam\n" + rows)
        #expect(file.faultsOnly == [.file(.tooManyRows(max: PeopleFile.rowsMax))])
        #expect(file.count == 0)
    }

    @Test func `ten thousand employees are read within seconds`() {
        let row = "Rotterdam;%;Anna;van den;Berg;06-12345678;010-1234567;anna@duin.example;\"OvD-Bz, AC-Bz\";"
        let rows = (0..<10_000).map {
            row.replacing("%", with: "\($0)") + "01-09-2025;;NIPV;15-05-2025;15-05-2028;;"
        }
        let text = ([ImportSamples.header] + rows).joined(separator: "\r\n")
        let started = ContinuousClock.now
        #expect(ImportSamples.read(text).accepted == 10_000)
        let taken = ContinuousClock.now - started
        #expect(taken < .seconds(10), "\(taken)")
    }

    @Test func `rows from elsewhere are read alike`() {
        let records = [
            ImportRecord(line: 1, fields: ["gemeente", "mdw nr", "naam"]),
            ImportRecord(line: 2, fields: ["599", "1", "Elzenaar, A."]),
        ]
        let file = PeopleFile.read(records: records, lookup: ImportSamples.lookup)
        #expect(file.encoding == nil)
        #expect(file.rows.map(\.name.full) == ["A. Elzenaar"])
    }

    @Test func `reading twice gives the same`() {
        #expect(ImportSamples.read(good) == ImportSamples.read(good))
    }

    @Test func `any damage to a good list leaves every row accepted or rejected`() {
        var randomness = Randomness(seed: 20_261_123)
        let original = Array(
            (good + "\r\n" + good.split(separator: "\r\n").dropFirst().joined(separator: "\r\n")).utf8)
        var (accepted, rejected, refused) = (0, 0, 0)
        for _ in 0..<4000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...6, using: &randomness) {
                ImportMutation.random(using: &randomness).apply(to: &bytes, using: &randomness)
            }
            let file = PeopleFile.read(bytes: bytes, lookup: ImportSamples.lookup)
            let refusedRows = Set(file.faults.compactMap(\.row))
            #expect(file.count == file.accepted + file.rejected)
            #expect(file.rejected == refusedRows.count)
            #expect(refusedRows.isDisjoint(with: file.rows.map(\.rowNumber)))
            #expect(file.count > 0 || file.faults.contains { $0.row == nil })
            accepted += file.accepted
            rejected += file.rejected
            refused += file.count == 0 ? 1 : 0
        }
        // The damage must reach all three outcomes, or this proves nothing.
        #expect(accepted > 2000 && rejected > 2000 && refused > 200, "\(accepted) \(rejected) \(refused)")
    }
}

/// One way in which a file gets damaged.
private enum ImportMutation: CaseIterable {
    case replace
    case insert
    case remove
    case truncate
    case duplicate

    static func random(using randomness: inout Randomness) -> ImportMutation {
        // Cut off less often: most of what is interesting is in whole files.
        let all: [ImportMutation] = [
            .replace, .replace, .replace, .insert, .insert, .remove, .truncate, .duplicate,
        ]
        return all.randomElement(using: &randomness) ?? .replace
    }

    /// Half of the new bytes are those that mean something in a csv or an encoding.
    private static let loaded: [UInt8] = [
        0x22, 0x3B, 0x2C, 0x09, 0x0A, 0x0D, 0x00, 0x27, 0x3D, 0x2B, 0x80, 0x81, 0xC3, 0xE9, 0xFF, 0xFE, 0xEF,
        0xF0,
    ]

    func apply(to bytes: inout [UInt8], using randomness: inout Randomness) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: bytes.indices, using: &randomness)
        let loaded =
            Bool.random(using: &randomness) ? ImportMutation.loaded.randomElement(using: &randomness) : nil
        let byte = loaded ?? UInt8.random(in: 0...255, using: &randomness)
        switch self {
        case .replace: bytes[place] = byte
        case .insert: bytes.insert(byte, at: place)
        case .remove: bytes.remove(at: place)
        case .truncate: bytes.removeLast(min(bytes.count, bytes.count - place) / 4)
        case .duplicate: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 80)], at: place)
        }
    }
}
