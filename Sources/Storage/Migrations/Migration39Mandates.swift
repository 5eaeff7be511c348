extension Migration {
    /// Which colleges let people from elsewhere work for their municipality.
    static let mandates = Migration(
        version: 39, name: "mandates",
        text: """
            CREATE TABLE function_mandate (
                id {text} NOT NULL PRIMARY KEY,
                municipality {text} NOT NULL REFERENCES municipality (code),
                function {text} NOT NULL REFERENCES crisis_function (code),
                document {text} NOT NULL,
                valid_from {text} NOT NULL,
                valid_through {text},
                recorded_at {integer} NOT NULL,
                CHECK (valid_through IS NULL OR valid_through >= valid_from)
            ) {strict};

            CREATE INDEX function_mandate_municipality ON function_mandate (municipality, function);
            """)
}
