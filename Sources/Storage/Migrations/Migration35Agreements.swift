extension Migration {
    /// Regional agreements with adoption per municipality, promises that can be called, and what alarms called of them.
    static let agreements = Migration(
        version: 35, name: "agreements",
        text: """
            CREATE TABLE agreement (
                id {text} NOT NULL PRIMARY KEY,
                theme {text} NOT NULL,
                title {text} NOT NULL,
                created_at {integer} NOT NULL
            ) {strict};

            CREATE TABLE agreement_version (
                agreement {text} NOT NULL REFERENCES agreement (id),
                number {integer} NOT NULL CHECK (number >= 1),
                day {text} NOT NULL,
                text {text} NOT NULL,
                source {text} NOT NULL,
                PRIMARY KEY (agreement, number)
            ) {strict};

            CREATE TABLE agreement_adoption (
                id {text} NOT NULL PRIMARY KEY,
                agreement {text} NOT NULL,
                version {integer} NOT NULL,
                municipality {text} NOT NULL REFERENCES municipality (code),
                choice {text} NOT NULL,
                deviation {text} NOT NULL,
                harm {text} NOT NULL,
                ground {text} NOT NULL,
                day {text} NOT NULL,
                number {integer} NOT NULL,
                recorded_at {integer} NOT NULL,
                FOREIGN KEY (agreement, version) REFERENCES agreement_version (agreement, number),
                UNIQUE (agreement, municipality, number)
            ) {strict};

            CREATE TABLE promise (
                id {text} NOT NULL PRIMARY KEY,
                code {text} NOT NULL UNIQUE,
                agreement {text} REFERENCES agreement (id),
                function {text} NOT NULL REFERENCES crisis_function (code),
                people {integer} NOT NULL CHECK (people >= 1),
                callers {integer} NOT NULL CHECK (callers >= 1),
                response_minutes {integer},
                notice_minutes {integer} NOT NULL,
                weekdays {text} NOT NULL,
                from_minute {integer} NOT NULL,
                to_minute {integer} NOT NULL,
                valid_from {text} NOT NULL,
                valid_through {text},
                version {integer} NOT NULL
            ) {strict};

            CREATE TABLE promise_party (
                promise {text} NOT NULL REFERENCES promise (id),
                side {text} NOT NULL,
                municipality {text} NOT NULL REFERENCES municipality (code),
                PRIMARY KEY (promise, side, municipality)
            ) {strict};

            CREATE TABLE alarm_promise (
                post {text} NOT NULL REFERENCES alarm_post (id),
                promise {text} NOT NULL REFERENCES promise (id),
                promised {integer} NOT NULL,
                PRIMARY KEY (post, promise)
            ) {strict};

            CREATE INDEX alarm_promise_promise ON alarm_promise (promise);

            CREATE TABLE alarm_promise_person (
                post {text} NOT NULL REFERENCES alarm_post (id),
                promise {text} NOT NULL REFERENCES promise (id),
                person {text} NOT NULL REFERENCES functionary (id),
                PRIMARY KEY (post, promise, person)
            ) {strict};
            """)
}
