import Testing

@testable import Domain

@Suite struct LedgerFileTests {
    private func read(_ text: String) throws -> LedgerFile {
        let records = try ImportRecord.csv(Array(text.utf8), recordsMax: 100).get()
        return LedgerFile.read(records: records, today: try #require(Day(iso: "2026-11-23")))
    }

    @Test func `months and amounts are read as ledgers write them`() throws {
        let file = try read(
            "Boekjaar;Periode;Omschrijving;Saldo\n2026;3;Advies;1.250,50\n2026;maart;Zaal;€ 75\n2026;okt;Druk;12.5\n"
        )
        #expect(file.faults == [])
        #expect(file.rows.map(\.month) == [3, 3, 10])
        #expect(file.rows.map(\.amount.cents) == [125_050, 7_500, 1_250])
    }

    @Test(arguments: [
        ("2026;3;Advies;-10", LedgerFile.Fault.negative(Money(cents: -1_000))),
        ("2026;3;Advies;999999999", .absurd(Money(cents: 99_999_999_900))),
        ("2026;3;Advies;veel", .notAnAmount("veel")), ("2026;13;Advies;1", .notAMonth("13")),
        ("26;3;Advies;1", .notAYear("26")), ("2026;12;Advies;1", .notYet(year: 2026, month: 12)),
        ("2026;3;;1", .required(.post)),
    ])
    func `a row that cannot be is told with its own reason, and the others are read`(
        row: String, fault: LedgerFile.Fault
    ) throws {
        let file = try read("jaar;maand;post;bedrag\n\(row)\n2026;4;Advies;5\n")
        #expect(file.faults == [LedgerFile.PlacedFault(line: 2, fault: fault)])
        #expect(file.rows.count == 1 && file.count == 2)
    }

    @Test func `one month and post twice in a list is a contradiction, not a sum`() throws {
        let file = try read("jaar;maand;post;bedrag\n2026;3;Advies;1\n2026;3;ADVIES;2\n")
        #expect(file.faults == [LedgerFile.PlacedFault(line: 3, fault: .again(line: 2))])
        #expect(file.rows.map(\.amount.cents) == [100])
    }

    @Test func `a list without the column of amounts is refused as a whole`() throws {
        let file = try read("jaar;maand;post\n2026;3;Advies\n")
        #expect(file.faults == [LedgerFile.PlacedFault(line: nil, fault: .list(.missingColumns([.amount])))])
    }
}
