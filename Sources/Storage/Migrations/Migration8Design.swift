extension Migration {
    /// Where the teams of a district meet when that is not the region's coordination centre.
    static let design = Migration(
        version: 8, name: "design",
        text: """
            ALTER TABLE district ADD COLUMN meeting_place {text} REFERENCES municipality (code);
            """)
}
