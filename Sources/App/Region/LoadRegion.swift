import Domain
import Storage
import Web

/// Why a region's facts cannot be loaded.
package enum LoadRegionFault: Error, Equatable {
    case unknownRegion(String)
    /// The region does not ship in this situation.
    case unknownSituation(SampleSituation, region: String)
    /// A database holds one region; this one is in it already.
    case alreadyLoaded(String)
}

extension Change {
    /// Loads a shipped region with the function catalogue, estimated travel times and the duty lines of its
    /// design, or of another `situation` as it was on `day`.
    mutating func loadRegion(_ code: String, situation: SampleSituation = .pooled, on day: Day? = nil) throws
    {
        if case .account = actor { throw WebFailure.forbidden }
        guard var file = try ShippedRegions.region(code) else { throw LoadRegionFault.unknownRegion(code) }
        if situation != .pooled {
            guard let design = try ShippedRegions.situation(situation, of: code) else {
                throw LoadRegionFault.unknownSituation(situation, region: code)
            }
            file = file.organised(as: design, on: day ?? Amsterdam.day(at: now))
        }
        if let present = try tx.region() { throw LoadRegionFault.alreadyLoaded(present.code.text) }
        try insertMunicipalities(of: file)
        try tx.insert(
            SafetyRegion(
                code: file.code, name: file.name, officeName: file.officeName,
                coordinationCentre: file.coordinationCentre))
        for entry in file.municipalities {
            try tx.insertMembership(
                entry.code, of: file.code, from: entry.memberFrom, through: entry.memberThrough)
        }
        try insertTravel(file.municipalities.map(\.municipality))
        let functions = try ShippedRegions.functions().functions
        for (position, entry) in functions.enumerated() {
            try tx.insert(entry.function, position: position, aliases: entry.aliases)
        }
        try insertDistricts(of: file)
        try insertLines(of: file, functions)
        try loadProcesses(of: file, functions.map(\.function))
        let norms = try insertMissingNorms(for: file.code)
        try record(
            JournalEntry(
                "region.loaded", "region", file.code,
                after: [
                    "naam": .text(file.name), "gemeenten": .number(file.municipalities.count),
                    "lijnen": .number(file.lines.count), "normen": .number(norms),
                ]))
    }

    /// Successors first: a municipality refers to the one it merged into.
    private func insertMunicipalities(of file: RegionFile) throws {
        let ordered =
            file.municipalities.filter { $0.successor == nil }
            + file.municipalities.filter { $0.successor != nil }
        for entry in ordered {
            try tx.insert(entry.municipality, positionSource: file.sources.centroids)
            for population in entry.populations { try tx.insertPopulation(population, of: entry.code) }
        }
    }

    private func insertTravel(_ municipalities: [Municipality]) throws {
        for origin in municipalities {
            for destination in municipalities {
                try tx.insertTravel(
                    from: origin.code, to: destination.code,
                    minutes: EstimatedTravel.minutes(from: origin, to: destination),
                    status: FactStatus.assumption.rawValue,
                    source: "geschat uit middelpunten")
            }
        }
    }

    private func insertDistricts(of file: RegionFile) throws {
        for entry in file.districts {
            try tx.insert(
                District(
                    code: entry.code, name: entry.name, assemblyPoint: entry.assemblyPoint,
                    meetingPlace: entry.meetingPlace),
                of: file.code)
            for municipality in entry.municipalities {
                try tx.insertMunicipality(municipality, of: entry.code, from: entry.validFrom)
            }
        }
    }

    private func insertLines(of file: RegionFile, _ functions: [FunctionFile.Entry]) throws {
        for (position, line) in file.lines.enumerated() {
            let wanted = functions.first { $0.code == line.function }?.minimumStaffing ?? 1
            try tx.insertLine(
                DutyLine.code(line.function, in: line.district), function: line.function,
                district: line.district,
                wanted: max(1, wanted), position: position)
        }
    }
}
