extension Migration {
    /// What a region decided for its deployments: who declares, who speaks; and what a municipality adds to a card.
    static let deploymentRules = Migration(
        version: 25, name: "deployment-rules",
        text: """
            CREATE TABLE mandate_rule (
                kind {text} NOT NULL,
                phase {text} NOT NULL,
                speaker {text} NOT NULL,
                needs_approval {integer} NOT NULL,
                PRIMARY KEY (kind, phase)
            ) {strict};

            CREATE TABLE declarer_rule (
                level {integer} NOT NULL,
                declarer {text} NOT NULL,
                PRIMARY KEY (level, declarer)
            ) {strict};

            CREATE TABLE task_card_annex (
                card {text} NOT NULL,
                municipality {text} NOT NULL REFERENCES municipality (code),
                body {text} NOT NULL,
                PRIMARY KEY (card, municipality)
            ) {strict};
            """)
}
