import Foundation

/// One accepted row of an HR list: a person, and the functions that this row names.
package struct ImportedPerson: Equatable, Sendable {
    /// Data rows count from 1; the header is not counted.
    package let rowNumber: Int
    /// The physical line in the file, from 1.
    package let line: Int
    package let key: EmployeeKey
    package let name: PersonName
    package let mobile: Phone?
    package let landline: Phone?
    package let email: EmailAddress?
    /// In the order of the cell, each once.
    package let functions: [Code<CrisisFunction>]
    package let designatedFrom: Day?
    package let designatedThrough: Day?
    package let certificate: ImportedCertificate?
    /// Nil when the column is empty or names no municipality; a warning says which.
    package let workBase: Code<Municipality>?
    package let employedFrom: Day?
    /// The last day of employment.
    package let employedThrough: Day?
}

/// What makes a person the same in every import: the employer and its number for the person.
package struct EmployeeKey: Hashable, Sendable {
    package let municipality: Code<Municipality>
    /// Kept as text: "007" and "7" are two people.
    package let personnelNumber: String

    package init(municipality: Code<Municipality>, personnelNumber: String) {
        self.municipality = municipality
        self.personnelNumber = personnelNumber
    }
}

/// Certificate columns of a row; present when at least one of them is filled.
package struct ImportedCertificate: Equatable, Sendable {
    package let issuer: String?
    package let issued: Day?
    package let validThrough: Day?
}
