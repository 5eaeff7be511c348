import Domain
import Sheets
import Storage
import Web

extension SheetTable {
    /// The matrix as a list: one row for each person and function, with why for whoever may know it.
    static func matrix(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let page = try MatrixPage(visit, tx)
        let reasons = page.showsReasons ? [Column("waarom")] : []
        var table = SheetTable(
            "Vakbekwaamheid",
            columns: [
                Column("personeelsnummer"), Column("gemeente"), Column("naam"), Column("functie"),
                Column("stand"),
            ] + reasons)
        for row in page.rows {
            for (function, cell) in zip(page.functions, row.cells) {
                guard let cell else { continue }
                let state =
                    page.showsReasons ? cell.state.word : cell.isCompetent ? "inzetbaar" : "niet inzetbaar"
                table.add(
                    [
                        .text(row.person.personnelNumber), .text(row.person.municipality.text),
                        .text(row.person.name.listed), .text(function.code.text), .text(state),
                    ] + (page.showsReasons ? [.text(cell.sentence)] : []))
            }
        }
        return table
    }
}
