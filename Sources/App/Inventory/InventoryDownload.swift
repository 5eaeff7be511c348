import Domain
import Sheets
import Storage

extension SheetTable {
    /// One row for each municipality, one column for each question.
    static func inventory(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let model = try InventoryPage(visit, tx)
        let questions = InventoryFile.shipped
        var table = SheetTable(
            "Inventarisatie",
            columns: [Column("Gemeente")] + questions.map { Column($0.text, $0.isNumeric ? .number : .text) })
        for municipality in model.municipalities {
            table.add(
                [.text(municipality.name)]
                    + questions.map { question -> SheetCell in
                        let value = model.answers[municipality.code]?[question.code] ?? ""
                        guard question.isNumeric else { return .text(value) }
                        return Int(value).map(SheetCell.whole) ?? .empty
                    })
        }
        return table
    }
}

extension InventoryQuestion {
    fileprivate var isNumeric: Bool {
        switch kind {
        case .choice, .text: false
        case .number, .euros, .grade: true
        }
    }
}
