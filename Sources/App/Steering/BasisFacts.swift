import Domain
import Storage

/// A quarter whose figures were taken.
struct TakenQuarter: Sendable {
    let quarter: BasisQuarter
    let takenAt: Instant
    /// Nil: only the municipalities look at it yet.
    let publishedAt: Instant?
}

/// What a municipality says of its own figures.
struct BasisComment: Sendable {
    let id: ID<BasisComment>
    let quarter: BasisQuarter
    let municipality: Code<Municipality>
    let text: String
    let writtenAt: Instant
}

/// What other features may read of the figures of the basis.
extension Transaction {
    /// The newest first.
    func takenQuarters() throws -> [TakenQuarter] {
        try rows(
            "SELECT year, quarter, taken_at, published_at FROM basis_quarter ORDER BY year DESC, quarter DESC"
        ).map { row in
            TakenQuarter(
                quarter: try BasisQuarter(row), takenAt: try row.instant("taken_at"),
                publishedAt: try row.optionalInstant("published_at"))
        }
    }

    /// All figures of a quarter.
    func basisFigures(of quarter: BasisQuarter) throws -> [BasisFigure] {
        try rows(
            """
            SELECT municipality, measure, part, whole FROM basis_figure
            WHERE year = \(quarter.year) AND quarter = \(quarter.number)
            """
        ).map(BasisFigure.init)
    }

    /// Of the region together, by quarter.
    func regionalFigures() throws -> [BasisQuarter: [BasisFigure]] {
        try rows(
            "SELECT year, quarter, municipality, measure, part, whole FROM basis_figure WHERE municipality = ''"
        )
        .reduce(into: [:]) { all, row in all[try BasisQuarter(row), default: []].append(try BasisFigure(row))
        }
    }

    /// The oldest first.
    func basisComments(of quarter: BasisQuarter) throws -> [BasisComment] {
        try rows(
            """
            SELECT id, year, quarter, municipality, text, written_at FROM basis_comment
            WHERE year = \(quarter.year) AND quarter = \(quarter.number) ORDER BY written_at, id
            """
        ).map { row in
            BasisComment(
                id: try row.id("id"), quarter: try BasisQuarter(row),
                municipality: Code(try row.text("municipality")),
                text: try row.text("text"), writtenAt: try row.instant("written_at"))
        }
    }
}

extension BasisQuarter {
    fileprivate init(_ row: Row) throws {
        let (year, number) = (try row.integer("year"), try row.integer("quarter"))
        guard let quarter = BasisQuarter(year: year, number: number) else {
            throw StorageFault.column("quarter")
        }
        self = quarter
    }
}

extension BasisFigure {
    fileprivate init(_ row: Row) throws {
        let place = try row.text("municipality")
        self.init(
            try row.kind("measure"), in: place.isEmpty ? nil : Code(place), try row.optionalInteger("part"),
            of: try row.optionalInteger("whole"))
    }
}
