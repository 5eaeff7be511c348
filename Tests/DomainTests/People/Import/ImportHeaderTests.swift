import Testing

@testable import Domain

@Suite struct ImportHeaderTests {
    private let required = ["Gemeente", "Personeelsnummer", "Achternaam"]

    @Test func `columns are found where they stand`() {
        let reading = ImportHeaderReading(["Naam", "Mobiel", "Gemeente", "Mdw. nr"])
        #expect(reading.faults.isEmpty)
        #expect(
            reading.header.positions == [
                .wholeName: [0], .mobile: [1], .municipality: [2], .personnelNumber: [3],
            ])
        #expect(reading.header.title(of: .personnelNumber) == "Mdw. nr")
    }

    @Test func `an unknown column is named, one without a name is not`() {
        let reading = ImportHeaderReading(required + ["Schoenmaat", ""])
        #expect(reading.faults.isEmpty)
        #expect(reading.warnings == [.unknownColumn("Schoenmaat")])
    }

    @Test func `two columns with one meaning are a fault`() {
        let reading = ImportHeaderReading(required + ["GSM", "06-nummer"])
        #expect(reading.faults == [.doubledColumn(.mobile, titles: ["GSM", "06-nummer"])])
    }

    @Test func `the exact column is taken and the vague one passed over`() {
        let reading = ImportHeaderReading(required + ["Functie", "Crisisfunctie"])
        #expect(reading.faults.isEmpty)
        #expect(reading.warnings == [.passedOverColumn("Functie", instead: "Crisisfunctie")])
        #expect(reading.header.title(of: .functions) == "Crisisfunctie")
    }

    @Test func `call name, first names and initials fall back on each other`() {
        let reading = ImportHeaderReading(required + ["Voorletters", "Roepnaam"])
        #expect(reading.header.positions[.given] == [4, 3])
        #expect(reading.warnings.isEmpty)
    }

    @Test func `the tussenvoegsel of the birth name is not put before another surname`() {
        let reading = ImportHeaderReading(required + ["Voorvoegsel geboortenaam"])
        #expect(reading.header.positions[.prefix] == nil)
        #expect(reading.warnings == [.passedOverColumn("Voorvoegsel geboortenaam", instead: "Achternaam")])
    }

    @Test func `missing columns are named with what was seen`() {
        let reading = ImportHeaderReading(["Mobiel", "Roepnaam", "Naam"])
        let fault = ImportFileFault.missingColumns(
            [.municipality, .personnelNumber], seen: ["Mobiel", "Roepnaam", "Naam"])
        #expect(reading.faults == [fault])
    }

    @Test func `a first row of content is no header`() {
        let reading = ImportHeaderReading(["Rotterdam", "00123", "Elzenaar"])
        #expect(reading.faults == [.noHeader(seen: ["Rotterdam", "00123", "Elzenaar"])])
    }
}
