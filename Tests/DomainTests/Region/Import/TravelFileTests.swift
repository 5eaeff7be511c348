import Domain
import Testing

@Suite struct TravelFileTests {
    private func codes(_ file: TravelFile) -> [String] { file.faults.map(\.fault.code) }

    @Test(arguments: [
        "van;naar;minuten\nSchiedam;Brielle;31\n", "from,to,minutes\nGM0606,GM0501,31\n",
        "sep=;\nHerkomst;Bestemming;Reistijd (minuten)\n606;501;30,4\n",
    ])
    func `names and codes, Dutch and English titles, and a part of a minute counts as a whole`(text: String) {
        let file = TableSamples.travel(text)
        #expect(file.faults.isEmpty)
        #expect(file.rows.map(\.minutes) == [31])
        #expect(file.rows.map(\.pair.origin.text) == ["GM0606"])
        #expect(file.rows.map(\.pair.destination.text) == ["GM0501"])
    }

    @Test func `every wrong row says what is wrong, and the good ones are read`() {
        let file = TableSamples.travel(
            """
            van;naar;minuten
            Schiedam;Urk;10
            ;Brielle;10
            Schiedam;Brielle;snel
            Schiedam;Brielle;
            Schiedam;Brielle;999
            Schiedam;Brielle;30
            Schiedam;Brielle;30,0
            Schiedam;Brielle;45
            Schiedam;Schiedam;8
            """)
        #expect(
            codes(file) == [
                "gemeente-onbekend", "veld-leeg", "geen-getal", "veld-leeg", "getal-onwaarschijnlijk",
                "rijen-spreken-elkaar-tegen",
            ])
        #expect(file.faults.map(\.line) == [2, 3, 4, 5, 6, 9])
        #expect(file.rows.map(\.minutes) == [30, 8])
        #expect(file.rejected == 6)
    }

    @Test func `how many pairs of today are left out is told`() {
        let file = TableSamples.travel("van;naar;minuten\nSchiedam;Voorne aan Zee;35\n")
        #expect(file.warnings == [.pairsMissing(count: 3)])
    }

    @Test func `a file without the three columns names what it lacks`() {
        let file = TableSamples.travel("van;naar;kilometers\nSchiedam;Brielle;20\n")
        #expect(
            file.faults.map(\.fault) == [.missingColumns([.minutes], seen: ["van", "naar", "kilometers"])])
    }
}
