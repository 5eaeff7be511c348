extension Migration {
    /// Duties that are offered to others.
    static let swaps = Migration(
        version: 31, name: "swaps",
        text: """
            CREATE TABLE duty_swap (
                id {text} NOT NULL PRIMARY KEY,
                duty {text} NOT NULL REFERENCES duty (id),
                person {text} NOT NULL REFERENCES functionary (id),
                line {text} NOT NULL REFERENCES duty_line (code),
                starts_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                for_pool {integer} NOT NULL,
                offered_at {integer} NOT NULL,
                expires_at {integer} NOT NULL,
                state {text} NOT NULL,
                taken_by {text} REFERENCES functionary (id),
                settled_at {integer},
                CHECK (ends_at > starts_at)
            ) {strict};

            CREATE INDEX duty_swap_state ON duty_swap (state, starts_at);

            CREATE TABLE duty_swap_asked (
                swap {text} NOT NULL REFERENCES duty_swap (id),
                person {text} NOT NULL REFERENCES functionary (id),
                PRIMARY KEY (swap, person)
            ) {strict};
            """)
}
