import Testing

@testable import Domain

@Suite struct ImportRowTests {
    private func only(_ title: String, _ value: String) throws -> ImportedPerson {
        let file = ImportSamples.row(title, value)
        #expect(file.faults.isEmpty)
        return try #require(file.rows.first)
    }

    @Test func `a full row becomes a person`() throws {
        let person = try #require(ImportSamples.read(ImportSamples.good).rows.first)
        #expect(person.rowNumber == 1)
        #expect(person.line == 2)
        #expect(person.key == EmployeeKey(municipality: Code("GM0599"), personnelNumber: "00123"))
        #expect(person.name == PersonName(given: "Anna", prefix: "van den", surname: "Berg"))
        #expect(person.mobile == Phone("0612345678"))
        #expect(person.landline == Phone("0101234567"))
        #expect(person.email == EmailAddress("anna@duin.example"))
        #expect(person.functions.map(\.text) == ["OVDBZ"])
        #expect(person.designatedFrom == Day(iso: "2025-09-01"))
        #expect(person.designatedThrough == nil)
        #expect(person.certificate?.issuer == "NIPV")
        #expect(person.certificate?.issued == Day(iso: "2025-05-15"))
        #expect(person.certificate?.validThrough == Day(iso: "2028-05-15"))
        #expect(person.workBase == Code("GM0613"))
    }

    @Test func `all faults of a row are found at once`() {
        let file = ImportSamples.read(
            "gemeente;personeelsnummer;naam;mobiel;e-mail;functie;uit dienst\n"
                + "Nergenshuizen;12*;El2enaar;06123;anna;Dijkgraaf;30-02-2026\n")
        #expect(
            file.faultsOnly == [
                .unknownMunicipality("Nergenshuizen"), .personnelNumberCharacter("12*", character: "*"),
                .nameDigit(.wholeName, text: "El2enaar"),
                .phone(.mobile, text: "06123", .wrongLength(digits: 5, expected: 10...10)),
                .email("anna", .noAt), .unknownFunction("Dijkgraaf"),
                .date(.employedThrough, text: "30-02-2026", .doesNotExist),
            ])
    }

    @Test func `empty required fields are each named`() {
        let file = ImportSamples.read("gemeente;personeelsnummer;naam;mobiel\n;;;0612345678\n")
        let fields: [ImportColumn] = [.municipality, .personnelNumber, .wholeName]
        #expect(file.faultsOnly == fields.map(ImportFault.required))
    }

    @Test(arguments: [
        ("OvD-Bz", ["OVDBZ"]), ("ACBZ,OvD-Bz", ["ACBZ", "OVDBZ"]), ("OvD-Bz / AC-Bz", ["OVDBZ", "ACBZ"]),
        ("OvD-Bz|OVDBZ", ["OVDBZ"]), ("OvD-Bz + AC-Bz", ["OVDBZ", "ACBZ"]),
        ("\"OvD-Bz; AC-Bz;\"", ["OVDBZ", "ACBZ"]),
        ("\"OvD-Bz\r\nAC-Bz\"", ["OVDBZ", "ACBZ"]), ("Hoofd Informatie / Verslaglegging", ["HINF"]), ("", []),
    ])
    func `a cell may hold several functions`(cell: String, codes: [String]) throws {
        #expect(try only("crisisfunctie", cell).functions.map(\.text) == codes)
    }

    @Test func `each unknown function is named and the known ones are not lost from the message`() {
        let file = ImportSamples.row("crisisfunctie", "OvD-Bz, Dijkgraaf, Molenaar")
        #expect(file.faultsOnly == [.unknownFunction("Dijkgraaf"), .unknownFunction("Molenaar")])
    }

    @Test func `a mobile number in the only telephone column is a mobile number`() throws {
        let person = try only("telefoon", "06-12345678")
        #expect(person.mobile == Phone("0612345678"))
        #expect(person.landline == nil)
    }

    @Test func `a repaired number, a fixed line as mobile and no number are told`() throws {
        let phone = try #require(Phone("0612345678"))
        let repaired = ImportSamples.row("mobiel", "612345678").warningsOnly
        #expect(repaired == [.phoneRepaired(.mobile, text: "612345678", phone: phone, .leadingZero)])
        let fixed = try #require(Phone("0101234567"))
        #expect(ImportSamples.row("mobiel", "010-1234567").warningsOnly == [.landlineAsMobile(fixed)])
        #expect(ImportSamples.row("mobiel", "n.v.t.").warningsOnly == [.noPhone])
    }

    @Test func `the last of all days is no end`() throws {
        #expect(try only("uit dienst", "31-12-9999").employedThrough == nil)
    }

    @Test func `an end before its start is refused`() throws {
        let file = ImportSamples.read(
            "gemeente;mdw nr;naam;aangewezen vanaf;aangewezen tot\n599;1;Elzenaar;01-09-2026;31-08-2026\n")
        let (start, end) = (try #require(Day(iso: "2026-09-01")), try #require(Day(iso: "2026-08-31")))
        #expect(
            file.faultsOnly == [.endBeforeStart(end: .designatedThrough, end, start: .designatedFrom, start)])
    }

    @Test func `names fall back from call name to initials, and capitals stay`() {
        let file = ImportSamples.read(
            "gemeente;mdw nr;voorletters;roepnaam;achternaam\n599;1;A.B.;;VAN DER WILGEN\n"
                + "599;2;C.;Cas;Élzenaar\n"
        )
        #expect(file.rows.map(\.name.full) == ["A.B. VAN DER WILGEN", "Cas Élzenaar"])
    }

    @Test(arguments: [
        ("Elzenaar <b>", ImportFault.nameCharacter(.wholeName, text: "Elzenaar <b>", character: "<")),
        ("Elze\u{7}naar", .controlCharacter(.wholeName, code: 7)), ("-", .required(.wholeName)),
        (String(repeating: "e", count: 121), .tooLong(.wholeName, length: 121, max: 120)),
    ])
    func `a name with what no name has is refused`(name: String, fault: ImportFault) {
        #expect(ImportSamples.read("gemeente;mdw nr;naam\n599;1;\(name)\n").faultsOnly == [fault])
    }

    @Test(arguments: ["RenÃ©e Elzenaar", "Zo\u{C3}\u{AB} Duindoorn", "LoÃ¯s Vlierstra"])
    func `a name that was converted wrongly is accepted and told`(name: String) {
        let file = ImportSamples.read("gemeente;mdw nr;naam\n599;1;\(name)\n")
        #expect(file.accepted == 1)
        #expect(file.warningsOnly == [.garbledName(.wholeName, text: name)])
    }

    @Test(arguments: ["00123", "A-7", "x_1.2", "12345678901234567890"])
    func `a personnel number is text`(number: String) {
        let file = ImportSamples.read("gemeente;mdw nr;naam\n599;\(number);Elzenaar\n")
        #expect(file.rows.first?.key.personnelNumber == number)
    }

    @Test func `a work base that is no municipality is left empty and told`() throws {
        let file = ImportSamples.row("standplaats", "Kantoor Duinzicht")
        #expect(file.rows.first?.workBase == nil)
        #expect(file.warningsOnly == [.unknownWorkBase("Kantoor Duinzicht")])
    }

    @Test(arguments: [("599;1", 2), ("599;1;Elzenaar;;;OvD-Bz", 6)])
    func `a record of another width than the header is refused`(row: String, found: Int) {
        let file = ImportSamples.read("gemeente;mdw nr;naam;mobiel\n\(row)\n")
        #expect(file.faultsOnly == [.fieldCount(found: found, expected: 4)])
    }

    @Test(arguments: ["599;1;Elzenaar", "599;1;Elzenaar;0612345678;;;"])
    func `empty fields at the end may be left out or added`(row: String) {
        #expect(ImportSamples.read("gemeente;mdw nr;naam;mobiel\n\(row)\n").accepted == 1)
    }
}
