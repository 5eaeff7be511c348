extension Migration {
    /// What functions ask, who is excused, proof and verification of certificates, own applications, and the
    /// notices of gaps that facts opened.
    static let competence = Migration(
        version: 24, name: "competence",
        text: """
            CREATE TABLE requirement (
                id {text} NOT NULL PRIMARY KEY,
                function {text} NOT NULL REFERENCES crisis_function (code),
                municipality {text} REFERENCES municipality (code),
                subject {text} NOT NULL,
                specialisation {text} NOT NULL,
                measure {text} NOT NULL,
                amount {integer} NOT NULL,
                period {text} NOT NULL,
                period_months {integer},
                validity_months {integer},
                grace_days {integer},
                prerequisite {text},
                may_be_exempt {integer} NOT NULL,
                valid_from {text},
                valid_through {text},
                status {text} NOT NULL,
                source {text} NOT NULL,
                confirmed_by {text} NOT NULL,
                version {integer} NOT NULL,
                recorded_at {integer} NOT NULL,
                CHECK (amount >= 0)
            ) {strict};

            CREATE INDEX requirement_function ON requirement (function);

            CREATE TABLE exemption (
                id {text} NOT NULL PRIMARY KEY,
                person {text} NOT NULL REFERENCES functionary (id),
                function {text} NOT NULL REFERENCES crisis_function (code),
                subject {text} NOT NULL,
                specialisation {text} NOT NULL,
                valid_from {text} NOT NULL,
                valid_through {text},
                reason {text} NOT NULL,
                granted_at {integer} NOT NULL
            ) {strict};

            CREATE INDEX exemption_person ON exemption (person);

            ALTER TABLE certificate ADD COLUMN specialisation {text} NOT NULL DEFAULT '';
            ALTER TABLE certificate ADD COLUMN withdrawn_on {text};
            ALTER TABLE certificate ADD COLUMN proof {text} REFERENCES stored_file (id);
            ALTER TABLE certificate ADD COLUMN recorded_by {text};
            ALTER TABLE certificate ADD COLUMN verified_by {text};
            ALTER TABLE certificate ADD COLUMN verified_at {integer};

            CREATE TABLE candidacy (
                id {text} NOT NULL PRIMARY KEY,
                person {text} NOT NULL REFERENCES functionary (id),
                function {text} NOT NULL REFERENCES crisis_function (code),
                motivation {text} NOT NULL,
                intake_on {text},
                state {text} NOT NULL,
                answer {text} NOT NULL,
                applied_at {integer} NOT NULL,
                consented_at {integer},
                decided_at {integer},
                version {integer} NOT NULL
            ) {strict};

            CREATE INDEX candidacy_person ON candidacy (person);

            CREATE TABLE acquaintance_opt_out (
                person {text} NOT NULL PRIMARY KEY REFERENCES functionary (id),
                chosen_at {integer} NOT NULL
            ) {strict};

            CREATE TABLE gap_notice (
                id {text} NOT NULL PRIMARY KEY,
                line {text} NOT NULL REFERENCES duty_line (code),
                starts_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                cause {text} NOT NULL,
                person {text} REFERENCES functionary (id),
                opened_at {integer} NOT NULL,
                closed_at {integer},
                CHECK (ends_at > starts_at)
            ) {strict};

            CREATE INDEX gap_notice_line ON gap_notice (line, starts_at);
            """)
}
