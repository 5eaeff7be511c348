extension Migration {
    /// Cost keys, budgets with their posts, totals of the ledger, and the request for a next year.
    static let money = Migration(
        version: 47, name: "money",
        text: """
            CREATE TABLE cost_key (
                id {text} NOT NULL PRIMARY KEY,
                name {text} NOT NULL,
                from_year {integer} NOT NULL,
                kind {text} NOT NULL,
                reference_date {text},
                source {text} NOT NULL,
                last_year {integer},
                steps {integer} CHECK (steps > 0),
                recorded_at {integer} NOT NULL,
                CHECK ((last_year IS NULL) = (steps IS NULL))
            ) {strict};

            CREATE TABLE cost_key_value (
                cost_key {text} NOT NULL REFERENCES cost_key (id),
                measure {text} NOT NULL,
                municipality {text} NOT NULL,
                value {integer} NOT NULL,
                PRIMARY KEY (cost_key, measure, municipality)
            ) {strict};

            CREATE TABLE budget (
                id {text} NOT NULL PRIMARY KEY,
                year {integer} NOT NULL,
                day {text} NOT NULL,
                source {text} NOT NULL,
                key_name {text} NOT NULL,
                recorded_at {integer} NOT NULL
            ) {strict};

            CREATE INDEX budget_year ON budget (year);

            CREATE TABLE budget_post (
                budget {text} NOT NULL REFERENCES budget (id),
                number {integer} NOT NULL,
                name {text} NOT NULL,
                amount {money} CHECK (amount >= 0),
                part {text} REFERENCES plan_part (id),
                PRIMARY KEY (budget, number)
            ) {strict};

            CREATE INDEX budget_post_part ON budget_post (part);

            CREATE TABLE ledger_total (
                year {integer} NOT NULL,
                month {integer} NOT NULL CHECK (month BETWEEN 1 AND 12),
                post_key {text} NOT NULL,
                post {text} NOT NULL,
                amount {money} NOT NULL CHECK (amount >= 0),
                source {text} NOT NULL,
                PRIMARY KEY (year, month, post_key)
            ) {strict};

            CREATE TABLE budget_request (
                id {text} NOT NULL PRIMARY KEY,
                year {integer} NOT NULL UNIQUE,
                sent_on {text} NOT NULL,
                ground {text} NOT NULL,
                recorded_at {integer} NOT NULL
            ) {strict};

            CREATE TABLE request_capacity (
                request {text} NOT NULL REFERENCES budget_request (id),
                purpose {text} NOT NULL,
                hundredths {integer} CHECK (hundredths >= 0),
                ground {text} NOT NULL,
                PRIMARY KEY (request, purpose)
            ) {strict};

            CREATE TABLE request_step (
                id {text} NOT NULL PRIMARY KEY,
                request {text} NOT NULL REFERENCES budget_request (id),
                municipality {text} NOT NULL REFERENCES municipality (code),
                state {text} NOT NULL,
                day {text} NOT NULL,
                note {text} NOT NULL,
                recorded_at {integer} NOT NULL
            ) {strict};

            CREATE INDEX request_step_request ON request_step (request);
            """)
}
