extension Migration {
    /// The programme of training and exercises: activities, when they take place, and who comes.
    static let programme = Migration(
        version: 21, name: "programme",
        text: """
            CREATE TABLE activity (
                id {text} NOT NULL PRIMARY KEY,
                title {text} NOT NULL,
                kind {text} NOT NULL,
                explanation {text} NOT NULL,
                is_joint {integer} NOT NULL,
                has_result {integer} NOT NULL,
                version {integer} NOT NULL
            ) {strict};

            CREATE TABLE activity_function (
                activity {text} NOT NULL REFERENCES activity (id),
                function {text} NOT NULL REFERENCES crisis_function (code),
                PRIMARY KEY (activity, function)
            ) {strict};

            CREATE TABLE activity_session (
                id {text} NOT NULL PRIMARY KEY,
                activity {text} NOT NULL REFERENCES activity (id),
                starts_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                place {text} NOT NULL,
                leader {text} NOT NULL,
                capacity {integer} CHECK (capacity >= 1),
                cost {money} NOT NULL CHECK (cost >= 0),
                enrol_through {text},
                cancelled_at {integer},
                cancel_reason {text},
                closed_at {integer},
                evaluation {text} NOT NULL,
                sequence {integer} NOT NULL,
                version {integer} NOT NULL,
                CHECK (ends_at > starts_at),
                CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL))
            ) {strict};

            CREATE INDEX activity_session_start ON activity_session (starts_at);
            CREATE INDEX activity_session_activity ON activity_session (activity, starts_at);

            CREATE TABLE enrolment (
                id {text} NOT NULL PRIMARY KEY,
                session {text} NOT NULL REFERENCES activity_session (id),
                person {text} NOT NULL REFERENCES functionary (id),
                municipality {text} NOT NULL REFERENCES municipality (code),
                state {text} NOT NULL,
                enrolled_at {integer} NOT NULL,
                presence {text},
                result {text},
                minutes {integer} CHECK (minutes >= 0),
                sequence {integer} NOT NULL,
                UNIQUE (session, person),
                CHECK ((presence IS NULL) = (minutes IS NULL)),
                CHECK (result IS NULL OR presence = 'present')
            ) {strict};

            CREATE INDEX enrolment_person ON enrolment (person);

            CREATE TABLE session_opinion (
                enrolment {text} NOT NULL PRIMARY KEY REFERENCES enrolment (id),
                usefulness {integer} NOT NULL CHECK (usefulness BETWEEN 1 AND 5),
                learned {text} NOT NULL,
                better {text} NOT NULL
            ) {strict};
            """)
}
