import Domain
import Storage

/// What other features may read of people.
extension Transaction {
    func functionary(_ id: ID<Functionary>) throws -> Functionary? {
        try row("\(sql: functionarySelection) WHERE id = \(id)").map(Functionary.init)
    }

    func functionary(
        _ municipality: Code<Municipality>, personnelNumber: String
    ) throws -> Functionary? {
        try row(
            """
            \(sql: functionarySelection)
            WHERE municipality = \(municipality) AND personnel_number = \(personnelNumber)
            """
        ).map(Functionary.init)
    }

    /// Everybody, by name.
    func functionaries() throws -> [Functionary] {
        try rows("\(sql: functionarySelection) ORDER BY sort_key, id").map(Functionary.init)
    }

    /// In the order in which they are tried.
    func channels(of person: ID<Functionary>) throws -> [ContactChannel] {
        try rows(
            "SELECT kind, address, verified_at FROM contact_channel WHERE person = \(person) ORDER BY position"
        ).map { row in
            ContactChannel(
                kind: try row.kind("kind"), address: try row.text("address"),
                verifiedAt: try row.optionalInstant("verified_at"))
        }
    }

    /// Everybody's, each in the order in which they are tried.
    func channelsByPerson() throws -> [ID<Functionary>: [ContactChannel]] {
        try rows("SELECT person, kind, address, verified_at FROM contact_channel ORDER BY person, position")
            .reduce(into: [:]) { channels, row in
                channels[try row.id("person"), default: []].append(
                    ContactChannel(
                        kind: try row.kind("kind"), address: try row.text("address"),
                        verifiedAt: try row.optionalInstant("verified_at")))
            }
    }

    /// Whoever is reached at this number or address; more than one when it is shared.
    func people(atAddress address: String) throws -> [ID<Functionary>] {
        try rows("SELECT DISTINCT person FROM contact_channel WHERE address = \(address) ORDER BY person")
            .map { try $0.id("person") }
    }

    /// A message over this channel was confirmed; the channel is theirs too.
    func setTested(_ address: String, of person: ID<Functionary>, at now: Instant) throws {
        try execute(
            """
            UPDATE contact_channel SET tested_at = \(now), verified_at = \(now)
            WHERE person = \(person) AND address = \(address)
            """)
    }

    /// - Parameter person: nil for everybody's.
    func designations(of person: ID<Functionary>? = nil) throws -> [Designation] {
        let condition: SQL = if let person { "WHERE person = \(person)" } else { "" }
        return try rows(
            """
            SELECT id, person, function, scope, designated_by, document, valid_from, valid_through, state
            FROM designation \(sql: condition) ORDER BY person, function, id
            """
        ).map(Designation.init)
    }

    /// - Parameter person: nil for everybody's.
    func certificates(of person: ID<Functionary>? = nil) throws -> [Certificate] {
        let condition: SQL = if let person { "WHERE person = \(person)" } else { "" }
        return try rows(
            """
            SELECT id, person, function, specialisation, issuer, issued, valid_through, state, withdrawn_on
            FROM certificate \(sql: condition) ORDER BY person, function, id
            """
        ).map(Certificate.init)
    }

    /// Absences that touch `interval`, by start. - Parameter person: nil for everybody's.
    func absences(of person: ID<Functionary>? = nil, during interval: Interval) throws -> [Absence] {
        let condition: SQL = if let person { "AND person = \(person)" } else { "" }
        return try rows(
            """
            SELECT id, person, starts_at, ends_at FROM absence
            WHERE starts_at < \(interval.end) AND ends_at > \(interval.start) \(sql: condition)
            ORDER BY starts_at, id
            """
        ).map { row in
            Absence(
                id: try row.id("id"), person: try row.id("person"),
                interval: Interval(try row.instant("starts_at"), try row.instant("ends_at")))
        }
    }

    private var functionarySelection: SQL {
        """
        SELECT id, municipality, personnel_number, given, prefix, surname, work_base, employed_through, version
        FROM functionary
        """
    }
}

extension Functionary {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), municipality: Code(try row.text("municipality")),
            personnelNumber: try row.text("personnel_number"),
            name: PersonName(
                given: try row.text("given"), prefix: try row.text("prefix"), surname: try row.text("surname")
            ),
            workBase: Code(try row.text("work_base")),
            employedThrough: try row.optionalDay("employed_through"),
            version: try row.integer("version"))
    }
}

extension Designation {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), person: try row.id("person"), function: Code(try row.text("function")),
            scope: try row.kind("scope"), designatedBy: try row.text("designated_by"),
            document: try row.text("document"), validFrom: try row.optionalDay("valid_from"),
            validThrough: try row.optionalDay("valid_through"), state: try row.kind("state"))
    }
}

extension Certificate {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), person: try row.id("person"), function: Code(try row.text("function")),
            specialisation: try row.text("specialisation"), issuer: try row.text("issuer"),
            issued: try row.optionalDay("issued"), validThrough: try row.optionalDay("valid_through"),
            state: try row.kind("state"), withdrawnOn: try row.optionalDay("withdrawn_on"))
    }
}
