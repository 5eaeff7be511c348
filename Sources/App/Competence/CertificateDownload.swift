import Domain
import Sheets
import Storage
import Web

extension SheetTable {
    /// Every certificate of the visitor's people, with whether a second person has seen the proof.
    static func certificates(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let reach = visit.signedIn.reach(of: .editPeople)
        let people = Dictionary(
            try tx.functionaries().filter { reach.includes($0.municipality) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let proofs = try tx.certificateProofs()
        var table = SheetTable(
            "Certificaten",
            columns: [
                Column("gemeente"), Column("personeelsnummer"), Column("naam"), Column("functie"),
                Column("specialisatie"), Column("certificaat"), Column("behaald op", .day),
                Column("geldig t/m", .day), Column("staat"), Column("gecontroleerd"),
            ])
        for certificate in try tx.certificates() {
            guard let person = people[certificate.person] else { continue }
            table.add([
                .text(person.municipality.text), .text(person.personnelNumber), .text(person.name.full),
                .text(certificate.function.text), .text(certificate.specialisation),
                .text(certificate.issuer), certificate.issued.map(SheetCell.day) ?? .empty,
                certificate.validThrough.map(SheetCell.day) ?? .empty, .text(certificate.state.word),
                .text(proofs[certificate.id]?.isVerified == true ? "ja" : "nee"),
            ])
        }
        return table
    }
}
