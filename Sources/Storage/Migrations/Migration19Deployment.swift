extension Migration {
    /// Deployments: their entries, which are only ever added to, and what is asked of them often.
    ///
    /// `superseded_by` and `processed_by` say from which entry on another one counts, so that the state at any
    /// number is one condition on an index.
    static let deployment = Migration(
        version: 19, name: "deployment",
        text: """
            CREATE TABLE deployment (
                id {text} NOT NULL PRIMARY KEY,
                request_key {text} NOT NULL UNIQUE,
                year {integer} NOT NULL,
                sequence {integer} NOT NULL,
                title {text} NOT NULL,
                place {text} NOT NULL,
                mode {text} NOT NULL,
                level {integer},
                is_exercise {integer} NOT NULL,
                opened_at {integer} NOT NULL,
                recorded_at {integer} NOT NULL,
                version {integer} NOT NULL,
                review_due_on {text},
                reviewed_at {integer},
                ended_at {integer},
                UNIQUE (year, sequence)
            ) {strict};

            CREATE INDEX deployment_running ON deployment (opened_at) WHERE ended_at IS NULL;
            CREATE INDEX deployment_opened ON deployment (opened_at);
            CREATE INDEX deployment_review ON deployment (review_due_on) WHERE reviewed_at IS NULL;

            CREATE TABLE deployment_municipality (
                deployment {text} NOT NULL REFERENCES deployment (id),
                municipality {text} NOT NULL REFERENCES municipality (code),
                PRIMARY KEY (deployment, municipality)
            ) {strict};

            CREATE INDEX deployment_by_municipality ON deployment_municipality (municipality, deployment);

            CREATE TABLE deployment_member (
                deployment {text} NOT NULL REFERENCES deployment (id),
                person {text} NOT NULL REFERENCES functionary (id),
                function {text} NOT NULL REFERENCES crisis_function (code),
                is_active {integer} NOT NULL,
                PRIMARY KEY (deployment, person, function)
            ) {strict};

            CREATE INDEX deployment_member_person ON deployment_member (person, deployment);

            CREATE TABLE deployment_alarm (
                deployment {text} NOT NULL REFERENCES deployment (id),
                alarm {text} NOT NULL REFERENCES alarm (id),
                PRIMARY KEY (deployment, alarm)
            ) {strict};

            CREATE INDEX deployment_by_alarm ON deployment_alarm (alarm, deployment);

            CREATE TABLE deployment_entry (
                deployment {text} NOT NULL REFERENCES deployment (id),
                number {integer} NOT NULL,
                id {text} NOT NULL UNIQUE,
                request_key {text} NOT NULL,
                kind {text} NOT NULL,
                is_state {integer} NOT NULL,
                thing {text},
                occurred_at {integer} NOT NULL,
                received_at {integer} NOT NULL,
                recorded_at {integer} NOT NULL,
                author {text} NOT NULL,
                author_name {text} NOT NULL,
                author_function {text},
                source {text} NOT NULL,
                text {text} NOT NULL,
                is_confidential {integer} NOT NULL,
                is_for_picture {integer} NOT NULL,
                payload {text} NOT NULL,
                superseded_by {integer},
                processed_by {integer},
                PRIMARY KEY (deployment, number),
                UNIQUE (deployment, request_key)
            ) {strict};

            CREATE INDEX deployment_entry_standing ON deployment_entry (deployment, number)
                WHERE is_state = 1 AND superseded_by IS NULL;
            CREATE INDEX deployment_entry_state ON deployment_entry (deployment, number, superseded_by)
                WHERE is_state = 1;
            CREATE INDEX deployment_entry_recorded ON deployment_entry (deployment, recorded_at, number);
            CREATE INDEX deployment_entry_thing ON deployment_entry (deployment, thing, number);
            CREATE INDEX deployment_entry_unprocessed ON deployment_entry (deployment, number)
                WHERE is_for_picture = 1;
            """)
}
