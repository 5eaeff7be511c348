import Domain
import Foundation

/// A region's facts as they ship with the product (`Region/Facts/VR17.json`): data with source and status,
/// not code.
struct RegionFile: Decodable, Sendable {
    let code: Code<SafetyRegion>
    let name: String
    let officeName: String
    let coordinationCentre: Code<Municipality>
    let sources: Sources
    let municipalities: [MunicipalityEntry]
    private(set) var districts: [DistrictEntry]
    private(set) var lines: [LineEntry]

    /// The same region with the districts and lines of another situation, as far as they serve municipalities that
    /// exist on `day`.
    func organised(as situation: SituationFile, on day: Day) -> RegionFile {
        let present = Set(municipalities.filter { $0.municipality.exists(on: day) }.map(\.code))
        var file = self
        file.districts = situation.districts.compactMap { $0.serving(present) }
        let codes = Set(file.districts.map(\.code))
        file.lines = situation.lines.filter { codes.contains($0.district) }
        return file
    }

    struct Sources: Decodable, Sendable {
        let centroids: String
    }

    struct MunicipalityEntry: Decodable, Sendable {
        let code: Code<Municipality>
        let name: String
        let validFrom: Day?
        let validThrough: Day?
        let successor: Code<Municipality>?
        let memberFrom: Day?
        let memberThrough: Day?
        let latitude: Double
        let longitude: Double
        let populations: [PopulationEntry]

        var municipality: Municipality {
            Municipality(
                code: code, name: name, validFrom: validFrom, validThrough: validThrough,
                successor: successor,
                position: Position(latitude: latitude, longitude: longitude))
        }
    }

    struct PopulationEntry: Decodable, Sendable {
        let referenceDate: Day
        let inhabitants: Int
        let source: String
        let status: String
    }

    struct DistrictEntry: Decodable, Sendable {
        let code: Code<District>
        let name: String
        let assemblyPoint: Code<Municipality>
        let meetingPlace: Code<Municipality>?
        let municipalities: [Code<Municipality>]
        let validFrom: Day?

        /// Nil when the district serves none of them.
        fileprivate func serving(_ present: Set<Code<Municipality>>) -> DistrictEntry? {
            let served = municipalities.filter(present.contains)
            guard !served.isEmpty else { return nil }
            return DistrictEntry(
                code: code, name: name, assemblyPoint: assemblyPoint, meetingPlace: meetingPlace,
                municipalities: served, validFrom: validFrom)
        }
    }

    struct LineEntry: Decodable, Sendable {
        let function: Code<CrisisFunction>
        let district: Code<District>
    }
}

/// Another way in which a region was or could be organised (`Region/Facts/VR17-2019.json`): districts, lines, and per
/// municipality how it went about it.
struct SituationFile: Decodable, Sendable {
    let source: String
    /// How far it is made up, in Dutch.
    let status: String
    let districts: [RegionFile.DistrictEntry]
    let lines: [RegionFile.LineEntry]
    let municipalities: [MunicipalityEntry]

    struct MunicipalityEntry: Decodable, Sendable {
        let code: Code<Municipality>
        /// In what form the municipality organised its crisis care, in Dutch.
        let organisation: String
        /// What the municipality took crisis care to be, in Dutch.
        let definition: String
        /// Of how many people in a hundred no certificate is on record.
        let unknownPapers: Int
        /// How many people it supplied, in per cent of what its size suggests.
        let commitment: Int
    }
}

/// The catalogue of crisis functions that ships with the product, in the order in which they are shown.
struct FunctionFile: Decodable, Sendable {
    let functions: [Entry]

    struct Entry: Decodable, Sendable {
        let code: Code<CrisisFunction>
        let name: String
        let abbreviation: String
        let aliases: [String]
        let team: String?
        let taskOrganisation: String?
        let level: CrisisFunction.Level
        let rostering: CrisisFunction.RosteringKind
        let workplace: CrisisFunction.Workplace
        /// The norms with which the function begins; what holds later stands in the norm set.
        let responseMinutes: Int?
        let responseStatus: NormStatus?
        let responseSource: String?
        let minimumStaffing: Int
        let tasks: String

        var function: CrisisFunction {
            CrisisFunction(
                code: code, name: name, abbreviation: abbreviation, team: team,
                taskOrganisation: taskOrganisation,
                level: level, rostering: rostering, workplace: workplace, tasks: tasks)
        }
    }
}

/// What ships with the product, inside the binary, so that it is found from any working folder.
package enum ShippedRegions {
    package static let codes = ["VR07", "VR17", "VR18"]

    /// Nil for a region that does not ship.
    static func region(_ code: String) throws -> RegionFile? {
        switch code {
        case "VR07": try decoder.decode(RegionFile.self, from: Data(PackageResources.VR07_json))
        case "VR17": try decoder.decode(RegionFile.self, from: Data(PackageResources.VR17_json))
        case "VR18": try decoder.decode(RegionFile.self, from: Data(PackageResources.VR18_json))
        default: nil
        }
    }

    /// Nil when the region does not ship in that situation.
    static func situation(_ situation: SampleSituation, of region: String) throws -> SituationFile? {
        switch (situation, region) {
        case (.year2019, "VR17"):
            try decoder.decode(SituationFile.self, from: Data(PackageResources.VR17_2019_json))
        case (.year2019, _), (.pooled, _): nil
        }
    }

    static func functions() throws -> FunctionFile {
        try decoder.decode(FunctionFile.self, from: Data(PackageResources.functions_json))
    }

    static func processes() throws -> ProcessFile {
        try decoder.decode(ProcessFile.self, from: Data(PackageResources.processes_json))
    }

    private static let decoder = JSONDecoder()
}

extension Day: Decodable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "geen dag: \(text)"))
        }
        self = day
    }
}
