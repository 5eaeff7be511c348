/// A list as it leaves the product: columns with a meaning, rows of cells.
package struct SheetTable: Sendable {
    package struct Column: Sendable {
        package let title: String
        package let kind: Kind

        package init(_ title: String, _ kind: Kind = .text) {
            self.title = title
            self.kind = kind
        }
    }

    /// How the cells of a column are shown and stay when somebody types in them.
    package enum Kind: Sendable {
        /// Never calculated with: telephone and personnel numbers keep their zeros.
        case text
        case number
        case day
        case moment
    }

    /// The name of the sheet.
    package let title: String
    package let columns: [Column]
    package private(set) var rows: [[SheetCell]] = []

    package init(_ title: String, columns: [Column]) {
        self.title = title
        self.columns = columns
    }

    /// - Parameter cells: one for each column.
    package mutating func add(_ cells: [SheetCell]) {
        rows.append(cells)
    }
}
