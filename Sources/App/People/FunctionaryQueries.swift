import Domain
import Storage

extension Transaction {
    func insert(_ functionary: Functionary, at now: Instant) throws {
        try execute(
            """
            INSERT INTO functionary (id, municipality, personnel_number, given, prefix, surname, sort_key, search_text, work_base,
                employed_through, version, changed_at)
            VALUES (\(functionary.id), \(functionary.municipality), \(functionary.personnelNumber),
                \(functionary.name.given), \(functionary.name.prefix), \(functionary.name.surname),
                \(functionary.name.sortKey), \(functionary.searchText), \(functionary.workBase),
                \(functionary.employedThrough), \(functionary.version), \(now))
            """)
    }

    /// Writes all fields and the next version.
    ///
    /// - Returns: false when `functionary.version` is no longer the stored one.
    func update(_ functionary: Functionary, at now: Instant) throws -> Bool {
        try execute(
            """
            UPDATE functionary SET municipality = \(functionary.municipality), personnel_number = \(functionary.personnelNumber),
                given = \(functionary.name.given), prefix = \(functionary.name.prefix), surname = \(functionary.name.surname),
                sort_key = \(functionary.name.sortKey), search_text = \(functionary.searchText),
                work_base = \(functionary.workBase), employed_through = \(functionary.employedThrough),
                version = \(functionary.version + 1), changed_at = \(now)
            WHERE id = \(functionary.id) AND version = \(functionary.version)
            """) == 1
    }

    func insertFormerEmployment(of person: Functionary, through last: Day) throws {
        try execute(
            """
            INSERT INTO former_employment (person, municipality, personnel_number, valid_through)
            VALUES (\(person.id), \(person.municipality), \(person.personnelNumber), \(last))
            """)
    }

    /// Employers of the past, newest first.
    func formerEmployments(of person: ID<Functionary>) throws -> [FormerEmployment] {
        try rows(
            """
            SELECT m.name, e.personnel_number, e.valid_through
            FROM former_employment e JOIN municipality m ON m.code = e.municipality
            WHERE e.person = \(person) ORDER BY e.valid_through DESC
            """
        ).map { row in
            FormerEmployment(
                municipality: try row.text("name"), personnelNumber: try row.text("personnel_number"),
                through: try row.day("valid_through"))
        }
    }

    func replaceChannels(
        _ channels: [(id: ID<ContactChannel>, channel: ContactChannel)], of person: ID<Functionary>
    ) throws {
        // What a test showed of an address stays with it.
        let tested = try rows(
            "SELECT address, tested_at FROM contact_channel WHERE person = \(person) AND tested_at IS NOT NULL"
        ).map { (try $0.text("address"), try $0.instant("tested_at")) }
        let testedAt = Dictionary(tested, uniquingKeysWith: max)
        try execute("DELETE FROM contact_channel WHERE person = \(person)")
        for (position, entry) in channels.enumerated() {
            try execute(
                """
                INSERT INTO contact_channel (id, person, position, kind, address, verified_at, tested_at)
                VALUES (\(entry.id), \(person), \(position), \(entry.channel.kind), \(entry.channel.address),
                    \(entry.channel.verifiedAt), \(testedAt[entry.channel.address]))
                """)
        }
    }

    func insert(_ designation: Designation) throws {
        try execute(
            """
            INSERT INTO designation (id, person, function, scope, designated_by, document, valid_from, valid_through, state)
            VALUES (\(designation.id), \(designation.person), \(designation.function), \(designation.scope),
                \(designation.designatedBy), \(designation.document), \(designation.validFrom),
                \(designation.validThrough), \(designation.state))
            """)
    }

    func update(_ designation: Designation) throws {
        try execute(
            """
            UPDATE designation SET scope = \(designation.scope), designated_by = \(designation.designatedBy),
                document = \(designation.document), valid_from = \(designation.validFrom),
                valid_through = \(designation.validThrough), state = \(designation.state)
            WHERE id = \(designation.id)
            """)
    }

    /// - Parameter recorder: who says so, as the journal names them: somebody else verifies it.
    func insert(_ certificate: Certificate, by recorder: String) throws {
        try execute(
            """
            INSERT INTO certificate (id, person, function, specialisation, issuer, issued, valid_through, state, withdrawn_on,
                recorded_by)
            VALUES (\(certificate.id), \(certificate.person), \(certificate.function), \(certificate.specialisation),
                \(certificate.issuer), \(certificate.issued), \(certificate.validThrough), \(certificate.state),
                \(certificate.withdrawnOn), \(recorder))
            """)
    }

    /// What was verified before is to be verified anew.
    func update(_ certificate: Certificate, by recorder: String) throws {
        try execute(
            """
            UPDATE certificate SET specialisation = \(certificate.specialisation), issuer = \(certificate.issuer),
                issued = \(certificate.issued), valid_through = \(certificate.validThrough),
                state = \(certificate.state), withdrawn_on = \(certificate.withdrawnOn), recorded_by = \(recorder),
                verified_by = NULL, verified_at = NULL
            WHERE id = \(certificate.id)
            """)
    }

    func insert(_ absence: Absence, at now: Instant) throws {
        try execute(
            """
            INSERT INTO absence (id, person, starts_at, ends_at, recorded_at)
            VALUES (\(absence.id), \(absence.person), \(absence.interval.start), \(absence.interval.end), \(now))
            """)
    }

    func deleteAbsence(_ id: ID<Absence>) throws {
        try execute("DELETE FROM absence WHERE id = \(id)")
    }

    /// One page of the register, narrowed by what the reader may see and asked for.
    func peopleList(_ search: PeopleSearch, limit: Int, offset: Int) throws -> [PersonRow] {
        let rows = try rows(
            """
            SELECT p.id, p.given, p.prefix, p.surname, p.personnel_number, p.municipality, m.name AS municipality_name
            FROM functionary p JOIN municipality m ON m.code = p.municipality
            WHERE \(sql: try condition(search))
            ORDER BY p.sort_key, p.id LIMIT \(limit) OFFSET \(offset)
            """)
        return try rows.map(PersonRow.init)
    }

    /// The people after somebody in the order of the list; from the start without anybody.
    func peopleList(_ search: PeopleSearch, after cursor: ID<Functionary>?, limit: Int) throws -> [PersonRow]
    {
        let rows = try rows(
            """
            SELECT p.id, p.given, p.prefix, p.surname, p.personnel_number, p.municipality, m.name AS municipality_name
            FROM functionary p JOIN municipality m ON m.code = p.municipality
            WHERE \(sql: try condition(search)) \(sql: place(after: cursor))
            ORDER BY p.sort_key, p.id LIMIT \(limit)
            """)
        return try rows.map(PersonRow.init)
    }

    private func place(after cursor: ID<Functionary>?) -> SQL {
        guard let cursor else { return "" }
        return "AND (p.sort_key, p.id) > (SELECT c.sort_key, c.id FROM functionary c WHERE c.id = \(cursor))"
    }

    func peopleCount(_ search: PeopleSearch) throws -> Int {
        try row("SELECT COUNT(*) AS number FROM functionary p WHERE \(sql: try condition(search))")?
            .integer("number") ?? 0
    }

    /// Functions that have not ended, of the people on one page of the list.
    func functionCodes(of people: [ID<Functionary>]) throws -> [ID<Functionary>: [Code<CrisisFunction>]] {
        let rows = try rows(
            """
            SELECT person, function FROM designation
            WHERE person IN (\(list: people)) AND state <> \(Designation.State.ended) ORDER BY person, function
            """)
        return try rows.reduce(into: [:]) { codes, row in
            codes[try row.id("person"), default: []].append(Code(try row.text("function")))
        }
    }

    /// The same for everybody on the whole list.
    func functionCodes(of search: PeopleSearch) throws -> [ID<Functionary>: [Code<CrisisFunction>]] {
        let rows = try rows(
            """
            SELECT g.person, g.function FROM designation g JOIN functionary p ON p.id = g.person
            WHERE g.state <> \(Designation.State.ended) AND \(sql: try condition(search)) ORDER BY g.person, g.function
            """)
        return try rows.reduce(into: [:]) { codes, row in
            codes[try row.id("person"), default: []].append(Code(try row.text("function")))
        }
    }

    /// Channels of everybody on the whole list, each in the person's own order.
    func channels(of search: PeopleSearch) throws -> [ID<Functionary>: [ContactChannel]] {
        let rows = try rows(
            """
            SELECT c.person, c.kind, c.address FROM contact_channel c JOIN functionary p ON p.id = c.person
            WHERE \(sql: try condition(search)) ORDER BY c.person, c.position
            """)
        return try rows.reduce(into: [:]) { channels, row in
            channels[try row.id("person"), default: []].append(
                ContactChannel(kind: try row.kind("kind"), address: try row.text("address")))
        }
    }

    private func condition(_ search: PeopleSearch) throws -> SQL {
        var condition: SQL = "1 = 1"
        if case .municipalities(let codes) = search.reach {
            condition = "\(sql: condition) AND p.municipality IN (\(list: codes.sorted()))"
        }
        if let municipality = search.municipality {
            condition = "\(sql: condition) AND p.municipality = \(municipality)"
        }
        for word in search.words {
            condition = "\(sql: condition) AND \(sql: dialect.holds("p.search_text", word))"
        }
        if let function = search.function {
            condition = """
                \(sql: condition) AND EXISTS (SELECT 1 FROM designation d WHERE d.person = p.id
                    AND d.function = \(function) AND d.state <> \(Designation.State.ended))
                """
        }
        return condition
    }
}

/// Where somebody worked before a merger, under the number they had there.
struct FormerEmployment: Sendable {
    let municipality: String
    let personnelNumber: String
    let through: Day
}

extension Functionary {
    fileprivate var searchText: String {
        "\(name.full) \(name.listed) \(personnelNumber) \(municipality)".folded
    }
}
