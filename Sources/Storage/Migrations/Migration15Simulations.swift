extension Migration {
    /// Simulations: what was asked, of which people, what came out, and by which version of the model.
    static let simulations = Migration(
        version: 15, name: "simulations",
        text: """
            CREATE TABLE simulation_run (
                id {text} NOT NULL PRIMARY KEY,
                name {text} NOT NULL,
                request {text} NOT NULL,
                pool {text} NOT NULL,
                state {text} NOT NULL,
                done {integer} NOT NULL,
                steps {integer} NOT NULL,
                report {text},
                repeats {text} REFERENCES simulation_run (id),
                requested_at {integer} NOT NULL,
                finished_at {integer}
            ) {strict};

            CREATE INDEX simulation_run_requested ON simulation_run (requested_at);
            """)
}
