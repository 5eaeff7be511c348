/// Why a table with facts about municipalities, or a row of it, cannot be imported.
package enum TableFault: Error, Equatable, Sendable {
    case file(ImportFileFault)
    case missingColumns([TableColumn], seen: [String])
    case noRows
    case tooManyRows(max: Int)
    /// Not one row is about a municipality of the region.
    case nothingOfRegion
    /// Rows of the region, but none for the reference date that was asked for.
    case nothingOn(Day)
    /// The file has no dates and none was given.
    case referenceDateMissing
    case damaged(ImportDamage)
    case required(TableColumn)
    case unknownMunicipality(TableColumn, String)
    case notANumber(TableColumn, String)
    case outOfRange(TableColumn, Int, max: Int)
    case notADate(String)
    /// A figure for a day on which the municipality was not there.
    case notExisting(name: String, Day)
    /// An earlier row gives another figure for the same.
    case contradiction(text: String, earlier: Int, earlierLine: Int)

    /// Stable, for the command line's JSON.
    package var code: String {
        switch self {
        case .file(let fault): fault.code
        case .missingColumns: "kolom-ontbreekt"
        case .noRows: "geen-rijen"
        case .tooManyRows: "te-veel-rijen"
        case .nothingOfRegion: "niets-van-deze-regio"
        case .nothingOn: "niets-van-deze-peildatum"
        case .referenceDateMissing: "peildatum-ontbreekt"
        case .damaged(let damage): damage.code
        case .required: "veld-leeg"
        case .unknownMunicipality: "gemeente-onbekend"
        case .notANumber: "geen-getal"
        case .outOfRange: "getal-onwaarschijnlijk"
        case .notADate: "geen-datum"
        case .notExisting: "gemeente-bestond-niet"
        case .contradiction: "rijen-spreken-elkaar-tegen"
        }
    }

    /// Nil when it concerns the whole row or file.
    package var field: TableColumn? {
        switch self {
        case .required(let column), .unknownMunicipality(let column, _), .notANumber(let column, _),
            .outOfRange(let column, _, _):
            column
        case .notADate, .nothingOn, .referenceDateMissing: .referenceDate
        case .notExisting: .municipality
        case .file, .missingColumns, .noRows, .tooManyRows, .nothingOfRegion, .damaged, .contradiction: nil
        }
    }

    /// The file is no table at all, as against a table with something wrong in it.
    package var isUnreadable: Bool {
        if case .file = self { true } else { false }
    }
}

/// What a reader should look at although the table is accepted.
package enum TableWarning: Equatable, Sendable {
    /// Rows about places outside the region, with the first of them.
    case outsideRegion(count: Int, examples: [String])
    case otherDates(count: Int)
    /// Municipalities of that day that the table leaves out.
    case municipalitiesMissing([String])
    /// Pairs of municipalities that keep the estimate.
    case pairsMissing(count: Int)
    /// StatLine has no figure for a municipality that was not there.
    case withoutFigure([String])

    package var code: String {
        switch self {
        case .outsideRegion: "buiten-de-regio"
        case .otherDates: "andere-peildatum"
        case .municipalitiesMissing: "gemeente-ontbreekt"
        case .pairsMissing: "reistijd-ontbreekt"
        case .withoutFigure: "zonder-waarde"
        }
    }
}

/// A fault with its place; without `row` it concerns the file as a whole.
package struct PlacedTableFault: Equatable, Sendable {
    /// Data rows count from 1.
    package let row: Int?
    /// Physical line, from 1.
    package let line: Int?
    package let fault: TableFault

    package init(row: Int?, line: Int?, fault: TableFault) {
        self.row = row
        self.line = line
        self.fault = fault
    }
}
