import Domain
import Testing

@Suite struct PopulationFileTests {
    private func codes(_ file: PopulationFile) -> [String] { file.faults.map(\.fault.code) }

    @Test func `the unprocessed download of StatLine is read as it comes`() {
        let file = TableSamples.population(
            """
            "ID";"RegioS";"Perioden";"BevolkingOp1Januari_1"\r
            "0";"NL01  ";"2020JJ00";"17407585"\r
            "1";"GM0606";"2020JJ00";"78730"\r
            "2";"GM0501";"2020JJ00";"17271"\r
            "3";"GM1992";"2020JJ00";"       ."\r
            "4";"GM0363";"2020JJ00";"872757"\r
            """, date: TableSamples.day2020)
        #expect(file.faults.isEmpty)
        #expect(file.rows.map(\.municipality.text) == ["GM0606", "GM0501"])
        #expect(file.rows.map(\.inhabitants) == [78730, 17271])
        #expect(file.rows.allSatisfy { $0.referenceDate == TableSamples.day2020 })
        #expect(file.count == 5)
        #expect(
            file.warnings == [
                .outsideRegion(count: 2, examples: ["NL01", "GM0363"]), .withoutFigure(["Voorne aan Zee"]),
            ])
    }

    @Test func `the table of the viewer has its title above and its source below`() {
        let file = TableSamples.population(
            """
            "Bevolking op 1 januari; regio"
            "Perioden";"2020"

            "Regio's";"aantal"
            "Schiedam";"78.730"
            "Brielle";"17 271"
            "Bron: CBS"
            """, date: TableSamples.day2020)
        #expect(file.faults.isEmpty)
        #expect(file.rows.map(\.inhabitants) == [78730, 17271])
    }

    @Test func `a unit in brackets after a title is passed over`() {
        let file = TableSamples.population(
            """
            "Regio's";"Perioden";"Bevolking op 1 januari (aantal)"
            "Schiedam";"2020";"78730"
            """, date: TableSamples.day2020)
        #expect(file.faults.isEmpty)
        #expect(file.rows.map(\.inhabitants) == [78730])
    }

    @Test func `a file with more years gives the day that was asked for, or all of them`() {
        let text = """
            gemeentecode,gemeentenaam,peildatum,aantal inwoners
            GM0606,Schiedam,2020-01-01,78730
            GM0606,Schiedam,2021MM01,79279
            606,Schiedam,2022 januari,80011
            """
        let one = TableSamples.population(text, date: TableSamples.day2020)
        #expect(one.rows.map(\.inhabitants) == [78730])
        #expect(one.warnings.contains(.otherDates(count: 2)))
        let all = TableSamples.population(text)
        #expect(all.rows.map(\.referenceDate.iso) == ["2020-01-01", "2021-01-01", "2022-01-01"])
        #expect(
            codes(TableSamples.population(text, date: Day(iso: "2030-01-01"))) == ["niets-van-deze-peildatum"]
        )
    }

    @Test func `every wrong row says what is wrong, and the good ones are read`() {
        let file = TableSamples.population(
            """
            gemeente;peildatum;inwoners
            Schiedam;1-1-2020;veel
            Schiedam;1-1-2020;-5
            Schiedam;1-1-2020;
            Schiedam;32-1-2020;5
            ;1-1-2020;5
            Schiedam;1-1-2020;99999999
            Voorne aan Zee;1-1-2020;70000
            Schiedam;1-1-2020;78730
            Schiedam;1-1-2020;39000
            Schiedam;1-1-2020;78730
            """)
        #expect(
            codes(file) == [
                "geen-getal", "geen-getal", "veld-leeg", "geen-datum", "veld-leeg", "getal-onwaarschijnlijk",
                "gemeente-bestond-niet", "rijen-spreken-elkaar-tegen",
            ])
        #expect(file.faults.map(\.row) == [1, 2, 3, 4, 5, 6, 7, 9])
        #expect(file.faults.map(\.line) == [2, 3, 4, 5, 6, 7, 8, 10])
        #expect(file.rows.map(\.inhabitants) == [78730])
        #expect(file.rejected == 8)
    }

    @Test func `who is missing from the table is named`() {
        let file = TableSamples.population("gemeente;inwoners\nSchiedam;5\n", date: Day(iso: "2024-01-01"))
        #expect(file.warnings == [.municipalitiesMissing(["Voorne aan Zee"])])
    }

    @Test(arguments: [
        ("", "bestand-leeg"), ("PK\u{03}\u{04}rest", "bestand-is-rekenblad"),
        ("a\0b", "bestand-is-geen-tekst"),
        ("naam;leeftijd\nSchiedam;5", "kolom-ontbreekt"), ("gemeente;inwoners", "geen-rijen"),
        ("gemeente;inwoners\nUrk;5", "niets-van-deze-regio"),
        ("gemeente;inwoners\n\"Schiedam;5", "aanhalingsteken-niet-gesloten"),
    ])
    func `a file that is no such table is refused with its reason`(text: String, code: String) {
        #expect(codes(TableSamples.population(text, date: TableSamples.day2020)) == [code])
    }

    @Test func `without a date in the file one must be given`() {
        #expect(codes(TableSamples.population("gemeente;inwoners\nSchiedam;5")) == ["peildatum-ontbreekt"])
    }

    @Test func `a file without an end is cut off`() {
        let rows = String(repeating: "GM0606;5\n", count: 20_100)
        #expect(
            codes(TableSamples.population("gemeente;inwoners\n\(rows)", date: TableSamples.day2020)) == [
                "te-veel-rijen"
            ])
    }
}
