import Foundation

/// Why a file or a row of it cannot be imported.
package enum ImportFault: Error, Equatable, Sendable {
    case file(ImportFileFault)
    case damaged(ImportDamage)
    case fieldCount(found: Int, expected: Int)
    case required(ImportColumn)
    case controlCharacter(ImportColumn, code: UInt32)
    case tooLong(ImportColumn, length: Int, max: Int)
    case unknownMunicipality(String)
    case personnelNumberCharacter(String, character: String)
    case nameCharacter(ImportColumn, text: String, character: String)
    case nameDigit(ImportColumn, text: String)
    case phone(ImportColumn, text: String, PhoneFault)
    case email(String, EmailFault)
    case unknownFunction(String)
    case date(ImportColumn, text: String, DateFault)
    case endBeforeStart(end: ImportColumn, Day, start: ImportColumn, Day)
    /// The row says otherwise than an earlier row about the same employee.
    case contradiction(ImportColumn, text: String, earlier: String, earlierLine: Int)

    /// Stable, for the command line's JSON and the API.
    package var code: String {
        switch self {
        case .file(let fault): fault.code
        case .damaged(let damage): damage.code
        case .fieldCount: "aantal-velden-klopt-niet"
        case .required: "veld-leeg"
        case .controlCharacter: "stuurteken"
        case .tooLong: "veld-te-lang"
        case .unknownMunicipality: "gemeente-onbekend"
        case .personnelNumberCharacter: "personeelsnummer-teken"
        case .nameCharacter: "naam-teken"
        case .nameDigit: "naam-cijfer"
        case .phone(_, _, let fault): fault.code
        case .email: "e-mailadres-ongeldig"
        case .unknownFunction: "functie-onbekend"
        case .date(_, _, let fault): fault.code
        case .endBeforeStart: "einde-voor-begin"
        case .contradiction: "rijen-spreken-elkaar-tegen"
        }
    }

    /// The column it is about; nil when it concerns the whole row or file.
    package var field: ImportColumn? {
        switch self {
        case .file(.doubledColumn(let column, _)): column
        case .file, .damaged, .fieldCount: nil
        case .required(let column), .controlCharacter(let column, _),
            .tooLong(let column, _, _), .nameCharacter(let column, _, _), .nameDigit(let column, _),
            .phone(let column, _, _), .date(let column, _, _), .endBeforeStart(let column, _, _, _),
            .contradiction(let column, _, _, _):
            column
        case .unknownMunicipality: .municipality
        case .personnelNumberCharacter: .personnelNumber
        case .email: .email
        case .unknownFunction: .functions
        }
    }
}

/// Why nothing of a file can be read.
package enum ImportFileFault: Error, Equatable, Sendable {
    case empty
    case tooLarge(bytes: Int, max: Int)
    /// A packed or binary spreadsheet where text should be.
    case spreadsheet
    case workbook(WorkbookFault)
    case notText
    case unknownSeparator(String)
    case noHeader(seen: [String])
    case missingColumns([ImportColumn], seen: [String])
    case doubledColumn(ImportColumn, titles: [String])
    case noRows
    case tooManyRows(max: Int)

    var code: String {
        switch self {
        case .empty: "bestand-leeg"
        case .tooLarge: "bestand-te-groot"
        case .spreadsheet: "bestand-is-rekenblad"
        case .workbook(let fault): fault.code
        case .notText: "bestand-is-geen-tekst"
        case .unknownSeparator: "scheidingsteken-onbekend"
        case .noHeader: "kopregel-ontbreekt"
        case .missingColumns: "kolom-ontbreekt"
        case .doubledColumn: "kolom-dubbel"
        case .noRows: "geen-rijen"
        case .tooManyRows: "te-veel-rijen"
        }
    }
}

extension ImportDamage {
    var code: String {
        switch self {
        case .unclosedQuote: "aanhalingsteken-niet-gesloten"
        case .textAfterQuote: "tekst-na-aanhalingsteken"
        case .tooManyFields: "te-veel-velden"
        }
    }
}

extension PhoneFault {
    fileprivate var code: String {
        switch self {
        case .empty, .character: "telefoonnummer-teken"
        case .wrongLength: "telefoonnummer-lengte"
        case .unknownStart: "telefoonnummer-begin"
        case .unassigned: "telefoonnummer-niet-bereikbaar"
        case .roundedBySpreadsheet: "telefoonnummer-afgerond"
        }
    }
}

extension DateFault {
    fileprivate var code: String {
        switch self {
        case .notADate: "datum-onleesbaar"
        case .doesNotExist: "datum-bestaat-niet"
        case .twoDigitYear: "datum-jaar-twee-cijfers"
        case .outsideYears: "datum-jaar-onwaarschijnlijk"
        }
    }
}
