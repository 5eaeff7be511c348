package import Domain

/// One sheet of a workbook (xlsx, ECMA-376), read from a file that anybody may have made.
package struct Workbook: Sendable {
    /// Of the sheet that was read.
    package let sheetName: String
    /// In order, without the empty ones.
    package let rows: [SheetRow]
    /// What the reader should know about how it was read.
    package let notes: [WorkbookNote]

    /// Whether the bytes are a workbook of some kind, perhaps one that cannot be read; no text begins so.
    package static func isOne(_ bytes: [UInt8]) -> Bool {
        beginsAsZip(bytes) || bytes.starts(with: oldContainer)
    }

    /// Reads the first visible sheet.
    ///
    /// - Parameters:
    ///   - rowsMax: reading stops after so many rows that are not empty.
    ///   - columnsMax: what stands further to the right is not read; its row says so.
    package static func read(
        _ bytes: [UInt8], rowsMax: Int, columnsMax: Int
    ) throws(WorkbookFault) -> Workbook {
        if bytes.starts(with: oldContainer) { throw .oldFormat }
        guard beginsAsZip(bytes) else { throw .notAWorkbook }
        do {
            return try bytes.withUnsafeBytes { bytes in
                try Workbook(try ZipParts(bytes), rowsMax: rowsMax, columnsMax: columnsMax)
            }
        } catch let fault as WorkbookFault {
            throw fault
        } catch {
            throw .notAWorkbook
        }
    }

    private init(_ parts: ZipParts, rowsMax: Int, columnsMax: Int) throws {
        if parts.has("xl/workbook.bin") { throw WorkbookFault.binary }
        if parts.has("mimetype"), parts.has("content.xml") { throw WorkbookFault.openDocument }
        let main = try Self.mainPart(parts)
        let contents = try readXML(main.path, of: parts, into: WorkbookContents())
        let relations = try readXML(main.relations, of: parts, into: PartRelations(folder: main.folder))
        let sheets = contents.sheets.filter { relations.relations[$0.relation]?.kind == "worksheet" }
        guard let chosen = sheets.first(where: { !$0.isHidden }),
            let part = relations.relations[chosen.relation]?.part
        else { throw WorkbookFault.noVisibleSheet }
        var strings = SharedStrings()
        if let part = relations.first("sharedStrings") {
            strings = try readXML(part, of: parts, into: strings)
        }
        var styles = CellStyles()
        if let part = relations.first("styles") { styles = try readXML(part, of: parts, into: styles) }
        let rows = try readXML(
            part, of: parts,
            into: SheetRows(
                strings: strings, styles: styles, dates: SheetDate(counts1904: contents.counts1904),
                rowsMax: rowsMax, columnsMax: columnsMax, part: part))
        sheetName = chosen.name
        self.rows = rows.rows
        notes = Self.choice(of: chosen, among: sheets) + rows.notes
    }

    private static func choice(
        of chosen: WorkbookContents.Sheet, among sheets: [WorkbookContents.Sheet]
    ) -> [WorkbookNote] {
        let others = sheets.filter { $0.relation != chosen.relation }
        guard !others.isEmpty else { return [] }
        return [
            .chosenSheet(
                chosen.name, unread: others.filter { !$0.isHidden }.map(\.name),
                hidden: others.filter(\.isHidden).map(\.name))
        ]
    }

    /// Where the workbook stands, as the package says it.
    private static func mainPart(_ parts: ZipParts) throws -> (
        path: String, folder: String, relations: String
    ) {
        guard parts.has("_rels/.rels") else { throw WorkbookFault.notAWorkbook }
        let package = try readXML("_rels/.rels", of: parts, into: PartRelations(folder: ""))
        guard let path = package.first("officeDocument"), path.lowercased().hasSuffix(".xml") else {
            throw WorkbookFault.notAWorkbook
        }
        let steps = path.split(separator: "/")
        let folder = steps.dropLast().joined(separator: "/")
        let relations = (folder.isEmpty ? "" : folder + "/") + "_rels/\(steps.last ?? "").rels"
        guard parts.has(path), parts.has(relations) else { throw WorkbookFault.notAWorkbook }
        return (path, folder, relations)
    }

    private static func beginsAsZip(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// Compound File Binary, the container of xls and of every Office file behind a password.
    private static let oldContainer: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
}
