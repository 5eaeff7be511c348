import Testing

@testable import Domain

@Suite struct ImportMemoryTests {
    private let header = "gemeente;mdw nr;naam;mobiel;functie;uit dienst\n"

    @Test func `one row per function is one person`() {
        let file = ImportSamples.read(
            header + "599;1;Elzenaar, A.;0612345678;OvD-Bz;\nRotterdam;1;Elzenaar, A.;06-12345678;AC-Bz;\n")
        #expect(file.faults.isEmpty)
        #expect(file.people.map(\.count) == [2])
    }

    @Test func `an empty field contradicts nothing`() {
        let file = ImportSamples.read(
            header
                + "599;1;Elzenaar, A.;;OvD-Bz;\n599;1;Elzenaar, A.;0612345678;AC-Bz;\n"
                + "599;1;Elzenaar, A.;;HIN;\n"
        )
        #expect(file.accepted == 3)
    }

    @Test func `another name or number contradicts the first row that said so`() {
        let file = ImportSamples.read(
            header + "599;1;Elzenaar, A.;;OvD-Bz;\n599;1;Elzenaar, A.;0612345678;AC-Bz;\n"
                + "599;1;Duindoorn, A.;0687654321;HIN;\n")
        let expected: [ImportFault] = [
            .contradiction(.wholeName, text: "A. Duindoorn", earlier: "A. Elzenaar", earlierLine: 2),
            .contradiction(.mobile, text: "06 87 65 43 21", earlier: "06 12 34 56 78", earlierLine: 3),
        ]
        #expect(file.faultsOnly == expected)
        #expect(file.faults.allSatisfy { $0.row == 3 && $0.line == 4 })
        #expect((file.accepted, file.rejected) == (2, 1))
    }

    @Test func `one number at two employers is two people`() {
        let file = ImportSamples.read(header + "599;1;Elzenaar;;;\n613;1;Duindoorn;;;\n")
        #expect(file.people.count == 2)
    }

    @Test func `leading zeros make another person`() {
        let file = ImportSamples.read(header + "599;1;Elzenaar;;;\n599;01;Duindoorn;;;\n")
        #expect(file.people.count == 2)
    }

    @Test func `a row that comes twice is told`() {
        let row = "599;1;Elzenaar;0612345678;OvD-Bz;\n"
        let file = ImportSamples.read(header + row + row)
        #expect(file.warnings == [PlacedWarning(row: 2, line: 3, warning: .repeatedRow(earlierLine: 2))])
    }
}
