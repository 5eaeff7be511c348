import Domain
import Storage

/// What other features may read of the region.
extension Transaction {
    /// The region of this database; nil before one was loaded.
    func region() throws -> SafetyRegion? {
        try row("SELECT code, name, office_name, coordination_centre FROM region ORDER BY code LIMIT 1").map {
            row in
            SafetyRegion(
                code: Code(try row.text("code")), name: try row.text("name"),
                officeName: try row.text("office_name"),
                coordinationCentre: Code(try row.text("coordination_centre")))
        }
    }

    /// All municipalities, those of the past too, by name.
    func municipalities() throws -> [Municipality] {
        try rows(
            """
            SELECT code, name, valid_from, valid_through, successor, latitude, longitude
            FROM municipality ORDER BY sort_key, code
            """
        ).map { row in
            Municipality(
                code: Code(try row.text("code")), name: try row.text("name"),
                validFrom: try row.optionalDay("valid_from"),
                validThrough: try row.optionalDay("valid_through"),
                successor: try row.optionalText("successor").map { Code($0) },
                position: Position(latitude: try row.real("latitude"), longitude: try row.real("longitude")))
        }
    }

    func municipalityNames() throws -> [Code<Municipality>: String] {
        Dictionary(try municipalities().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// The catalogue in its own order.
    func functions() throws -> [CrisisFunction] {
        try rows(
            """
            SELECT code, name, abbreviation, team, task_organisation, level, rostering, workplace, tasks
            FROM crisis_function ORDER BY position
            """
        ).map(CrisisFunction.init)
    }

    func functionAliases() throws -> [(function: Code<CrisisFunction>, alias: String)] {
        try rows("SELECT function, alias FROM function_alias ORDER BY function, alias")
            .map { (Code(try $0.text("function")), try $0.text("alias")) }
    }

    func districts() throws -> [District] {
        try rows("SELECT code, name, assembly_point, meeting_place FROM district ORDER BY code").map { row in
            District(
                code: Code(try row.text("code")), name: try row.text("name"),
                assemblyPoint: Code(try row.text("assembly_point")),
                meetingPlace: try row.optionalText("meeting_place").map { Code($0) })
        }
    }

    /// Which municipality a district serves, and when.
    func districtMemberships() throws -> [DistrictMembership] {
        try rows(
            """
            SELECT district, municipality, valid_from, valid_through FROM district_municipality
            ORDER BY district, municipality
            """
        ).map { row in
            DistrictMembership(
                district: Code(try row.text("district")), municipality: Code(try row.text("municipality")),
                interval: Interval(
                    from: try row.optionalDay("valid_from"), through: try row.optionalDay("valid_through")))
        }
    }

    /// Which municipalities a district serves on `day`.
    func municipalities(of district: Code<District>, on day: Day) throws -> [Code<Municipality>] {
        try rows(
            """
            SELECT municipality FROM district_municipality
            WHERE district = \(district) AND (valid_from IS NULL OR valid_from <= \(day))
                AND (valid_through IS NULL OR valid_through >= \(day))
            ORDER BY municipality
            """
        ).map { Code(try $0.text("municipality")) }
    }

    /// Minutes by origin and destination.
    func travelMinutes() throws -> TravelTable {
        var minutes: [Code<Municipality>: [Code<Municipality>: Int]] = [:]
        for row in try rows("SELECT origin, destination, minutes FROM travel") {
            minutes[Code(try row.text("origin")), default: [:]][Code(try row.text("destination"))] =
                try row.integer("minutes")
        }
        return TravelTable(minutes: minutes)
    }

    /// Every population on record, newest reference date first.
    func populationHistory() throws -> [(municipality: Code<Municipality>, population: Population)] {
        try rows(
            """
            SELECT municipality, reference_date, inhabitants, source, status FROM population
            ORDER BY reference_date DESC, municipality
            """
        ).map { (Code(try $0.text("municipality")), try Population($0)) }
    }

    /// Every municipality's newest population, with its date and status.
    func latestPopulations() throws -> [Code<Municipality>: Population] {
        let rows = try rows(
            """
            SELECT municipality, reference_date, inhabitants, source, status FROM population
            ORDER BY municipality, reference_date
            """
        )
        return try rows.reduce(into: [:]) { latest, row in
            latest[Code(try row.text("municipality"))] = try Population(row)
        }
    }
}

/// That a district serves a municipality, and when.
struct DistrictMembership: Sendable {
    let district: Code<District>
    let municipality: Code<Municipality>
    let interval: Interval
}

/// Inhabitants on a reference date (*peildatum*).
struct Population: Equatable, Sendable {
    let referenceDate: Day
    let inhabitants: Int
    let source: String
    let status: FactStatus

    init(referenceDate: Day, inhabitants: Int, source: String, status: FactStatus) {
        self.referenceDate = referenceDate
        self.inhabitants = inhabitants
        self.source = source
        self.status = status
    }

    init(_ row: Row) throws {
        self.init(
            referenceDate: try row.day("reference_date"), inhabitants: try row.integer("inhabitants"),
            source: try row.text("source"), status: try row.kind("status"))
    }
}

/// Travel minutes between municipalities; a pair that is missing is unknown, never zero.
struct TravelTable: Sendable {
    fileprivate let minutes: [Code<Municipality>: [Code<Municipality>: Int]]

    func minutes(from origin: Code<Municipality>, to destination: Code<Municipality>) -> Int? {
        minutes[origin]?[destination]
    }

    /// Minutes to be at work on a line of `function` in `district`, setting out from `origin`.
    func minutes(
        from origin: Code<Municipality>, to function: CrisisFunction, in district: District,
        of region: SafetyRegion
    ) -> Int? {
        switch function.workplace {
        case .remote, .none: 0
        case .scene: minutes(from: origin, to: district.assemblyPoint)
        case .coordinationCentre:
            minutes(from: origin, to: district.meetingPlace ?? region.coordinationCentre)
        }
    }
}

extension CrisisFunction {
    fileprivate init(_ row: Row) throws {
        self.init(
            code: Code(try row.text("code")), name: try row.text("name"),
            abbreviation: try row.text("abbreviation"),
            team: try row.optionalText("team"), taskOrganisation: try row.optionalText("task_organisation"),
            level: try row.kind("level"), rostering: try row.kind("rostering"),
            workplace: try row.kind("workplace"),
            tasks: try row.text("tasks"))
    }
}
