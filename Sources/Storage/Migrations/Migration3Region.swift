extension Migration {
    /// The region: municipalities with their history, functions, districts and travel times.
    static let region = Migration(
        version: 3, name: "region",
        text: """
            CREATE TABLE municipality (
                code {text} NOT NULL PRIMARY KEY,
                name {text} NOT NULL,
                sort_key {text} NOT NULL,
                valid_from {text},
                valid_through {text},
                successor {text} REFERENCES municipality (code),
                latitude {real} NOT NULL,
                longitude {real} NOT NULL,
                position_source {text} NOT NULL
            ) {strict};

            CREATE TABLE region (
                code {text} NOT NULL PRIMARY KEY,
                name {text} NOT NULL,
                office_name {text} NOT NULL,
                coordination_centre {text} NOT NULL REFERENCES municipality (code)
            ) {strict};

            CREATE TABLE membership (
                region {text} NOT NULL REFERENCES region (code),
                municipality {text} NOT NULL REFERENCES municipality (code),
                member_from {text},
                member_through {text},
                PRIMARY KEY (region, municipality)
            ) {strict};

            CREATE TABLE population (
                municipality {text} NOT NULL REFERENCES municipality (code),
                reference_date {text} NOT NULL,
                inhabitants {integer} NOT NULL CHECK (inhabitants >= 0),
                source {text} NOT NULL,
                status {text} NOT NULL,
                PRIMARY KEY (municipality, reference_date)
            ) {strict};

            CREATE TABLE travel (
                origin {text} NOT NULL REFERENCES municipality (code),
                destination {text} NOT NULL REFERENCES municipality (code),
                minutes {integer} NOT NULL CHECK (minutes >= 0),
                status {text} NOT NULL,
                source {text} NOT NULL,
                PRIMARY KEY (origin, destination)
            ) {strict};

            CREATE TABLE crisis_function (
                code {text} NOT NULL PRIMARY KEY,
                position {integer} NOT NULL,
                name {text} NOT NULL,
                abbreviation {text} NOT NULL,
                team {text},
                task_organisation {text},
                level {text} NOT NULL,
                rostering {text} NOT NULL,
                workplace {text} NOT NULL,
                response_minutes {integer},
                response_status {text},
                response_source {text},
                minimum_staffing {integer} NOT NULL CHECK (minimum_staffing >= 0),
                tasks {text} NOT NULL
            ) {strict};

            CREATE TABLE function_alias (
                function {text} NOT NULL REFERENCES crisis_function (code),
                alias {text} NOT NULL,
                PRIMARY KEY (function, alias)
            ) {strict};

            CREATE TABLE district (
                code {text} NOT NULL PRIMARY KEY,
                region {text} NOT NULL REFERENCES region (code),
                name {text} NOT NULL,
                assembly_point {text} NOT NULL REFERENCES municipality (code)
            ) {strict};

            CREATE TABLE district_municipality (
                district {text} NOT NULL REFERENCES district (code),
                municipality {text} NOT NULL REFERENCES municipality (code),
                valid_from {text},
                valid_through {text},
                PRIMARY KEY (district, municipality)
            ) {strict};
            """)
}
