/// Why a workbook (xlsx) cannot be read.
package enum WorkbookFault: Error, Equatable, Sendable {
    /// No zip, or a zip without a workbook in it.
    case notAWorkbook
    case locked
    /// xls, or an xlsx behind a password: both are the same old container.
    case oldFormat
    case openDocument
    /// xlsb: the same in a binary form.
    case binary
    /// A part is missing, cut off or not what it should be.
    case damaged(part: String)
    /// Unpacked it would be larger than anybody's list.
    case tooLarge(bytesMax: Int)
    /// A part is so much smaller packed than unpacked that it was made to fill memory.
    case inflated(part: String)
    case tooManyParts(max: Int)
    /// A part names outside text to be read along, which no spreadsheet program does.
    case declaresEntities(part: String)
    case noVisibleSheet

    package var code: String {
        switch self {
        case .notAWorkbook: "werkmap-onbekend"
        case .locked: "werkmap-met-wachtwoord"
        case .oldFormat: "werkmap-oud-of-met-wachtwoord"
        case .openDocument: "werkmap-ods"
        case .binary: "werkmap-xlsb"
        case .damaged: "werkmap-beschadigd"
        case .tooLarge: "werkmap-te-groot"
        case .inflated: "werkmap-opgeblazen"
        case .tooManyParts: "werkmap-te-veel-delen"
        case .declaresEntities: "werkmap-verwijst-naar-buiten"
        case .noVisibleSheet: "werkmap-zonder-zichtbaar-blad"
        }
    }
}

/// What a reader should know about how a workbook was read.
package enum WorkbookNote: Equatable, Sendable {
    /// One sheet is read; the others are named, visible and hidden.
    case chosenSheet(String, unread: [String], hidden: [String])
    /// Rows that a filter or a person hid; they are read all the same.
    case hiddenRows([Int])
    /// Only the first cell of a merged block has its value.
    case mergedCells(Int)
    /// The program that wrote the file did not keep what its formulas come to.
    case formulasWithoutValue([String])
    /// Cells that show an error, such as #N/B.
    case faults([String])

    package var code: String {
        switch self {
        case .chosenSheet: "werkblad-gekozen"
        case .hiddenRows: "rijen-verborgen"
        case .mergedCells: "cellen-samengevoegd"
        case .formulasWithoutValue: "formules-zonder-waarde"
        case .faults: "cellen-met-foutwaarde"
        }
    }
}
