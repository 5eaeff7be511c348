extension Migration {
    /// Papers with their way through the bodies and what those said; rounds of talks with their red threads.
    static let decisions = Migration(
        version: 32, name: "decisions",
        text: """
            CREATE TABLE governing_body (
                code {text} NOT NULL PRIMARY KEY,
                name {text} NOT NULL,
                power {text} NOT NULL,
                chair_office {text} NOT NULL,
                secretary_office {text} NOT NULL,
                source {text} NOT NULL
            ) {strict};

            CREATE TABLE board_paper (
                id {text} NOT NULL PRIMARY KEY,
                title {text} NOT NULL,
                subject_kind {text} NOT NULL,
                subject_reference {text} NOT NULL,
                principal {text} NOT NULL,
                created_at {integer} NOT NULL
            ) {strict};

            CREATE INDEX board_paper_subject ON board_paper (subject_kind, subject_reference);

            CREATE TABLE paper_version (
                paper {text} NOT NULL REFERENCES board_paper (id),
                number {integer} NOT NULL CHECK (number >= 1),
                label {text} NOT NULL,
                day {text} NOT NULL,
                summary {text} NOT NULL,
                keeps_outlines {integer} NOT NULL,
                PRIMARY KEY (paper, number),
                UNIQUE (paper, label)
            ) {strict};

            CREATE TABLE paper_step (
                id {text} NOT NULL PRIMARY KEY,
                paper {text} NOT NULL REFERENCES board_paper (id),
                position {integer} NOT NULL,
                body {text} NOT NULL,
                role {text} NOT NULL,
                planned_on {text},
                UNIQUE (paper, body, role)
            ) {strict};

            CREATE TABLE paper_outcome (
                id {text} NOT NULL PRIMARY KEY,
                paper {text} NOT NULL,
                version {integer} NOT NULL,
                body {text} NOT NULL,
                day {text} NOT NULL,
                verdict {text} NOT NULL,
                scope {text} NOT NULL,
                scope_part {text} NOT NULL,
                text {text} NOT NULL,
                agenda_point {text} NOT NULL,
                recorded_at {integer} NOT NULL,
                FOREIGN KEY (paper, version) REFERENCES paper_version (paper, number)
            ) {strict};

            CREATE INDEX paper_outcome_paper ON paper_outcome (paper, day);

            CREATE TABLE paper_signature (
                outcome {text} NOT NULL REFERENCES paper_outcome (id),
                office {text} NOT NULL,
                office_name {text} NOT NULL,
                day {text} NOT NULL,
                PRIMARY KEY (outcome, office)
            ) {strict};

            CREATE TABLE conversation_round (
                id {text} NOT NULL PRIMARY KEY,
                kind {text} NOT NULL,
                title {text} NOT NULL,
                first_day {text} NOT NULL,
                last_day {text} NOT NULL,
                body {text},
                chair {text} NOT NULL,
                partners {text} NOT NULL,
                partner_count {integer},
                version {integer} NOT NULL,
                CHECK (last_day >= first_day)
            ) {strict};

            CREATE TABLE red_thread (
                id {text} NOT NULL PRIMARY KEY,
                round {text} NOT NULL REFERENCES conversation_round (id),
                theme {text} NOT NULL,
                text {text} NOT NULL
            ) {strict};

            CREATE INDEX red_thread_round ON red_thread (round);
            """)
}
