import Domain
import Sheets
import Storage

extension SheetTable {
    /// The newest records, or those before the one where the page is; names of fields only, as the page shows
    /// them.
    static func journal(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let page = try JournalPage(visit, tx, rowsMax: JournalDownload.rowsMax)
        var table = SheetTable(
            "Journaal",
            columns: [
                Column("nr.", .number), Column("wanneer", .moment), Column("handeling"), Column("waarvan"),
                Column("nummer"), Column("door"), Column("vastgelegde gegevens"), Column("schakel"),
            ])
        for record in page.records {
            table.add([
                .whole(record.sequence), .moment(record.at), .text(record.action), .text(record.objectKind),
                .text(record.objectID), .text(page.name(of: record.actor)),
                .text(record.fieldNames), .text(record.hash),
            ])
        }
        return table
    }
}

enum JournalDownload {
    /// Some 20 MB while it is made; older records come with a next download.
    static let rowsMax = 20_000
}
