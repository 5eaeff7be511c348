extension Migration {
    /// What crisis care is, its task organisations and processes, and how the region organises them, dated; the one
    /// desk that answers for the region.
    static let processes = Migration(
        version: 12, name: "processes",
        text: """
            CREATE TABLE care_definition (
                valid_from {text} NOT NULL PRIMARY KEY,
                definition {text} NOT NULL,
                status {text} NOT NULL,
                source {text} NOT NULL
            ) {strict};

            CREATE TABLE task_organisation (
                code {text} NOT NULL PRIMARY KEY,
                position {integer} NOT NULL,
                name {text} NOT NULL,
                purpose {text} NOT NULL
            ) {strict};

            CREATE TABLE care_process (
                code {text} NOT NULL PRIMARY KEY,
                position {integer} NOT NULL,
                name {text} NOT NULL,
                tasks {text} NOT NULL,
                called_when {text} NOT NULL,
                source {text} NOT NULL
            ) {strict};

            CREATE TABLE process_function (
                process {text} NOT NULL REFERENCES care_process (code),
                function {text} NOT NULL REFERENCES crisis_function (code),
                position {integer} NOT NULL,
                PRIMARY KEY (process, function)
            ) {strict};

            CREATE TABLE function_explanation (
                function {text} NOT NULL PRIMARY KEY REFERENCES crisis_function (code),
                called_when {text} NOT NULL
            ) {strict};

            CREATE TABLE arrangement (
                subject_kind {text} NOT NULL,
                subject {text} NOT NULL,
                valid_from {text} NOT NULL,
                level {text} NOT NULL,
                task_organisation {text} REFERENCES task_organisation (code),
                reason {text} NOT NULL,
                responsible {text} NOT NULL,
                executes {text} NOT NULL,
                status {text} NOT NULL,
                source {text} NOT NULL,
                PRIMARY KEY (subject_kind, subject, valid_from)
            ) {strict};

            CREATE TABLE contact_point (
                id {text} NOT NULL PRIMARY KEY,
                valid_from {text} NOT NULL UNIQUE,
                name {text} NOT NULL,
                holder {text} NOT NULL,
                deputy {text} NOT NULL,
                phone {text} NOT NULL,
                mailbox {text} NOT NULL,
                hours {text} NOT NULL,
                away_from {text},
                away_through {text}
            ) {strict};
            """)
}
