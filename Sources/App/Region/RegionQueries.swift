import Domain
import Storage

extension Transaction {
    /// A figure for the same day takes the place of the one that stood there.
    func save(_ population: Population, of municipality: Code<Municipality>) throws {
        try execute(
            """
            INSERT INTO population (municipality, reference_date, inhabitants, source, status)
            VALUES (\(municipality), \(population.referenceDate), \(population.inhabitants), \(population.source),
                \(population.status))
            ON CONFLICT (municipality, reference_date)
            DO UPDATE SET inhabitants = excluded.inhabitants, source = excluded.source, status = excluded.status
            """)
    }

    /// Every travel time on record with where it comes from.
    func travelTimes() throws -> [TravelFile.Pair: TravelTime] {
        try rows("SELECT origin, destination, minutes, status, source FROM travel").reduce(into: [:]) {
            times, row in
            let pair = TravelFile.Pair(
                origin: Code(try row.text("origin")), destination: Code(try row.text("destination")))
            times[pair] = TravelTime(
                minutes: try row.integer("minutes"), source: try row.text("source"),
                status: try row.kind("status"))
        }
    }

    func save(_ time: TravelTime, of pair: TravelFile.Pair) throws {
        try execute(
            """
            INSERT INTO travel (origin, destination, minutes, status, source)
            VALUES (\(pair.origin), \(pair.destination), \(time.minutes), \(time.status), \(time.source))
            ON CONFLICT (origin, destination)
            DO UPDATE SET minutes = excluded.minutes, status = excluded.status, source = excluded.source
            """)
    }

    func insert(_ municipality: Municipality, positionSource: String) throws {
        try execute(
            """
            INSERT INTO municipality (code, name, sort_key, valid_from, valid_through, successor, latitude, longitude, position_source)
            VALUES (\(municipality.code), \(municipality.name), \(municipality.name.folded), \(municipality.validFrom),
                \(municipality.validThrough), \(municipality.successor), \(municipality.position.latitude),
                \(municipality.position.longitude), \(positionSource))
            """)
    }

    func insert(_ region: SafetyRegion) throws {
        try execute(
            """
            INSERT INTO region (code, name, office_name, coordination_centre)
            VALUES (\(region.code), \(region.name), \(region.officeName), \(region.coordinationCentre))
            """)
    }

    func insertMembership(
        _ municipality: Code<Municipality>, of region: Code<SafetyRegion>, from first: Day?,
        through last: Day?
    ) throws {
        try execute(
            """
            INSERT INTO membership (region, municipality, member_from, member_through)
            VALUES (\(region), \(municipality), \(first), \(last))
            """)
    }

    func insertPopulation(_ entry: RegionFile.PopulationEntry, of municipality: Code<Municipality>) throws {
        try execute(
            """
            INSERT INTO population (municipality, reference_date, inhabitants, source, status)
            VALUES (\(municipality), \(entry.referenceDate), \(entry.inhabitants), \(entry.source), \(entry.status))
            """)
    }

    func insertTravel(
        from origin: Code<Municipality>, to destination: Code<Municipality>, minutes: Int, status: String,
        source: String
    ) throws {
        try execute(
            """
            INSERT INTO travel (origin, destination, minutes, status, source)
            VALUES (\(origin), \(destination), \(minutes), \(status), \(source))
            """)
    }

    /// The columns for response and staffing stay empty: those numbers are norms, with dates.
    func insert(_ function: CrisisFunction, position: Int, aliases: [String]) throws {
        try execute(
            """
            INSERT INTO crisis_function (code, position, name, abbreviation, team, task_organisation, level, rostering, workplace,
                minimum_staffing, tasks)
            VALUES (\(function.code), \(position), \(function.name), \(function.abbreviation), \(function.team),
                \(function.taskOrganisation), \(function.level), \(function.rostering), \(function.workplace),
                0, \(function.tasks))
            """)
        for alias in aliases {
            try execute("INSERT INTO function_alias (function, alias) VALUES (\(function.code), \(alias))")
        }
    }

    func insert(_ district: District, of region: Code<SafetyRegion>) throws {
        try execute(
            """
            INSERT INTO district (code, region, name, assembly_point, meeting_place)
            VALUES (\(district.code), \(region), \(district.name), \(district.assemblyPoint),
                \(district.meetingPlace))
            """)
    }

    func insertMunicipality(
        _ municipality: Code<Municipality>, of district: Code<District>, from first: Day?
    ) throws {
        try execute(
            """
            INSERT INTO district_municipality (district, municipality, valid_from)
            VALUES (\(district), \(municipality), \(first))
            """)
    }

    func insertLine(
        _ code: Code<DutyLine>, function: Code<CrisisFunction>, district: Code<District>, wanted: Int,
        position: Int
    ) throws {
        try execute(
            """
            INSERT INTO duty_line (code, position, function, district, wanted)
            VALUES (\(code), \(position), \(function), \(district), \(wanted))
            """)
    }
}
