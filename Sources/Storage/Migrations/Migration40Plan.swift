extension Migration {
    /// Plans of action with everything they say, their versions, and the hours that were worked for them.
    static let plan = Migration(
        version: 40, name: "plan",
        text: """
            CREATE TABLE plan (
                id {text} NOT NULL PRIMARY KEY,
                title {text} NOT NULL,
                principal {text} NOT NULL,
                occasion {text} NOT NULL,
                objective {text} NOT NULL,
                process {text} NOT NULL,
                first_day {text} NOT NULL,
                last_day {text} NOT NULL,
                budget {money} CHECK (budget >= 0),
                budget_purpose {text} NOT NULL,
                key_name {text} NOT NULL,
                next_request_by {text},
                version {integer} NOT NULL,
                CHECK (last_day >= first_day)
            ) {strict};

            CREATE TABLE plan_part (
                id {text} NOT NULL PRIMARY KEY,
                plan {text} NOT NULL REFERENCES plan (id),
                kind {text} NOT NULL,
                number {integer} NOT NULL,
                title {text} NOT NULL,
                text {text} NOT NULL,
                source {text} NOT NULL,
                lead {text} NOT NULL,
                hours {integer} CHECK (hours >= 0),
                budget {money} CHECK (budget >= 0),
                first_day {text},
                last_day {text},
                state {text},
                CHECK ((kind = 'subActivity') = (state IS NOT NULL)),
                CHECK (last_day >= first_day)
            ) {strict};

            CREATE INDEX plan_part_plan ON plan_part (plan, kind, number);

            CREATE TABLE plan_link (
                earlier {text} NOT NULL REFERENCES plan_part (id),
                later {text} NOT NULL REFERENCES plan_part (id),
                PRIMARY KEY (earlier, later)
            ) {strict};

            CREATE INDEX plan_link_later ON plan_link (later);

            CREATE TABLE plan_order (
                part {text} NOT NULL REFERENCES plan_part (id),
                after_part {text} NOT NULL REFERENCES plan_part (id),
                PRIMARY KEY (part, after_part)
            ) {strict};

            CREATE TABLE plan_version (
                id {text} NOT NULL PRIMARY KEY,
                plan {text} NOT NULL REFERENCES plan (id),
                number {text} NOT NULL,
                day {text} NOT NULL,
                note {text} NOT NULL,
                content {text} NOT NULL,
                made_at {integer} NOT NULL,
                UNIQUE (plan, number)
            ) {strict};

            CREATE TABLE hour_entry (
                id {text} NOT NULL PRIMARY KEY,
                municipality {text} REFERENCES municipality (code),
                day {text} NOT NULL,
                minutes {integer} NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
                part {text} REFERENCES plan_part (id),
                note {text} NOT NULL,
                written_at {integer} NOT NULL
            ) {strict};

            CREATE INDEX hour_entry_day ON hour_entry (day);
            """)
}
