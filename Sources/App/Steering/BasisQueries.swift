import Domain
import Storage

extension Transaction {
    /// What was taken of the same quarter before gives way; comments stay.
    func replace(_ figures: [BasisFigure], of quarter: BasisQuarter, at now: Instant) throws {
        try execute(
            """
            INSERT INTO basis_quarter (year, quarter, taken_at) VALUES (\(quarter.year), \(quarter.number), \(now))
            ON CONFLICT (year, quarter) DO UPDATE SET taken_at = excluded.taken_at
            """)
        try execute(
            "DELETE FROM basis_figure WHERE year = \(quarter.year) AND quarter = \(quarter.number)")
        for figure in figures {
            try execute(
                """
                INSERT INTO basis_figure (year, quarter, municipality, measure, part, whole)
                VALUES (\(quarter.year), \(quarter.number), \(figure.municipality?.text ?? ""), \(figure.measure),
                    \(figure.part), \(figure.whole))
                """)
        }
    }

    func setPublished(_ quarter: BasisQuarter, at now: Instant) throws {
        try execute(
            """
            UPDATE basis_quarter SET published_at = \(now)
            WHERE year = \(quarter.year) AND quarter = \(quarter.number) AND published_at IS NULL
            """)
    }

    func insert(_ comment: BasisComment) throws {
        try execute(
            """
            INSERT INTO basis_comment (id, year, quarter, municipality, text, written_at)
            VALUES (\(comment.id), \(comment.quarter.year), \(comment.quarter.number), \(comment.municipality),
                \(comment.text), \(comment.writtenAt))
            """)
    }

    func setCommitment(of municipality: Code<Municipality>, in year: Int, people: Int, on day: Day) throws {
        try execute(
            """
            INSERT INTO commitment (municipality, year, people, agreed_on)
            VALUES (\(municipality), \(year), \(people), \(day))
            ON CONFLICT (municipality, year) DO UPDATE SET people = excluded.people, agreed_on = excluded.agreed_on
            """)
    }
}
