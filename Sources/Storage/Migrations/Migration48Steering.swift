extension Migration {
    /// Figures of the basis by quarter, what municipalities say of theirs, and what each agreed to supply.
    static let steering = Migration(
        version: 48, name: "steering",
        text: """
            CREATE TABLE basis_quarter (
                year {integer} NOT NULL,
                quarter {integer} NOT NULL CHECK (quarter BETWEEN 1 AND 4),
                taken_at {integer} NOT NULL,
                published_at {integer},
                PRIMARY KEY (year, quarter)
            ) {strict};

            CREATE TABLE basis_figure (
                year {integer} NOT NULL,
                quarter {integer} NOT NULL,
                municipality {text} NOT NULL,
                measure {text} NOT NULL,
                part {integer},
                whole {integer},
                PRIMARY KEY (municipality, year, quarter, measure),
                FOREIGN KEY (year, quarter) REFERENCES basis_quarter (year, quarter)
            ) {strict};

            CREATE INDEX basis_figure_quarter ON basis_figure (year, quarter);

            CREATE TABLE basis_comment (
                id {text} NOT NULL PRIMARY KEY,
                year {integer} NOT NULL,
                quarter {integer} NOT NULL,
                municipality {text} NOT NULL REFERENCES municipality (code),
                text {text} NOT NULL,
                written_at {integer} NOT NULL,
                FOREIGN KEY (year, quarter) REFERENCES basis_quarter (year, quarter)
            ) {strict};

            CREATE INDEX basis_comment_quarter ON basis_comment (year, quarter);

            CREATE TABLE commitment (
                municipality {text} NOT NULL REFERENCES municipality (code),
                year {integer} NOT NULL,
                people {integer} NOT NULL CHECK (people >= 0),
                agreed_on {text} NOT NULL,
                PRIMARY KEY (municipality, year)
            ) {strict};
            """)
}
