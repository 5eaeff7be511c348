import Foundation

/// What a reader should look at although the row or file is accepted.
package enum ImportWarning: Equatable, Sendable {
    /// No column of the product has this name; its content is not read.
    case unknownColumn(String)
    /// Known, but another column says the same more exactly.
    case passedOverColumn(String, instead: String)
    case phoneRepaired(ImportColumn, text: String, phone: Phone, PhoneRepair)
    case landlineAsMobile(Phone)
    /// The file has numbers, but this person has none, so no alarm can arrive.
    case noPhone
    /// "RenÃ©e": a UTF-8 file was once saved as Windows-1252.
    case garbledName(ImportColumn, text: String)
    /// The work base is a place that is no municipality of the product; it is left empty.
    case unknownWorkBase(String)
    /// The row repeats an earlier one word for word.
    case repeatedRow(earlierLine: Int)
    /// How the workbook was read.
    case workbook(WorkbookNote)

    package var code: String {
        switch self {
        case .unknownColumn: "kolom-onbekend"
        case .passedOverColumn: "kolom-overgeslagen"
        case .phoneRepaired: "telefoonnummer-hersteld"
        case .landlineAsMobile: "mobiel-is-vast-nummer"
        case .noPhone: "geen-telefoonnummer"
        case .garbledName: "naam-verminkt"
        case .unknownWorkBase: "standplaats-onbekend"
        case .repeatedRow: "rij-herhaald"
        case .workbook(let note): note.code
        }
    }

    package var field: ImportColumn? {
        switch self {
        case .unknownColumn, .passedOverColumn, .repeatedRow, .workbook: nil
        case .phoneRepaired(let column, _, _, _), .garbledName(let column, _): column
        case .landlineAsMobile, .noPhone: .mobile
        case .unknownWorkBase: .workBase
        }
    }
}
