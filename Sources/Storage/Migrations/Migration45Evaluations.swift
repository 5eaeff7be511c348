extension Migration {
    /// What was found about a deployment and what is learnt from it.
    static let evaluations = Migration(
        version: 45, name: "evaluations",
        text: """
            CREATE TABLE evaluation (
                deployment {text} NOT NULL PRIMARY KEY REFERENCES deployment (id),
                summary {text} NOT NULL,
                prepared_by {text} NOT NULL,
                prepared_at {integer} NOT NULL,
                approved_at {integer},
                approved_by {text},
                approved_name {text}
            ) {strict};

            CREATE TABLE evaluation_finding (
                id {text} NOT NULL PRIMARY KEY,
                deployment {text} NOT NULL REFERENCES evaluation (deployment),
                heading {text} NOT NULL,
                body {text} NOT NULL,
                is_strength {integer} NOT NULL,
                recorded_at {integer} NOT NULL
            ) {strict};

            CREATE INDEX evaluation_finding_deployment ON evaluation_finding (deployment);

            CREATE TABLE evaluation_lesson (
                id {text} NOT NULL PRIMARY KEY,
                deployment {text} NOT NULL REFERENCES evaluation (deployment),
                body {text} NOT NULL,
                action {text} NOT NULL,
                owner {text} NOT NULL,
                due_on {text},
                done_on {text},
                recorded_at {integer} NOT NULL
            ) {strict};

            CREATE INDEX evaluation_lesson_deployment ON evaluation_lesson (deployment);
            CREATE INDEX evaluation_lesson_open ON evaluation_lesson (due_on) WHERE done_on IS NULL;
            """)
}
