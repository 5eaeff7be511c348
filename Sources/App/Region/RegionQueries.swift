import Domain
import Storage

extension Transaction {
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

    func insert(_ function: CrisisFunction, position: Int, aliases: [String]) throws {
        try execute(
            """
            INSERT INTO crisis_function (code, position, name, abbreviation, team, task_organisation, level, rostering, workplace,
                response_minutes, response_status, response_source, minimum_staffing, tasks)
            VALUES (\(function.code), \(position), \(function.name), \(function.abbreviation), \(function.team),
                \(function.taskOrganisation), \(function.level), \(function.rostering), \(function.workplace),
                \(function.response?.minutes), \(function.response?.status.rawValue), \(function.response?.source),
                \(function.minimumStaffing), \(function.tasks))
            """)
        for alias in aliases {
            try execute("INSERT INTO function_alias (function, alias) VALUES (\(function.code), \(alias))")
        }
    }

    func insert(_ district: District, of region: Code<SafetyRegion>) throws {
        try execute(
            """
            INSERT INTO district (code, region, name, assembly_point)
            VALUES (\(district.code), \(region), \(district.name), \(district.assemblyPoint))
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
