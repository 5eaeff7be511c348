extension Migration {
    /// What waits for the picture is asked with every page of a deployment and every entry: by itself, so that it costs
    /// the same with fifty thousand entries.
    static let waiting = Migration(
        version: 29, name: "waiting",
        text: """
            CREATE INDEX deployment_entry_waiting ON deployment_entry (deployment, number)
                WHERE is_for_picture = 1 AND processed_by IS NULL;
            """)
}
