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
    let districts: [DistrictEntry]
    let lines: [LineEntry]

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
        let municipalities: [Code<Municipality>]
        let validFrom: Day?
    }

    struct LineEntry: Decodable, Sendable {
        let function: Code<CrisisFunction>
        let district: Code<District>
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
        let responseMinutes: Int?
        let responseStatus: NormStatus?
        let responseSource: String?
        let minimumStaffing: Int
        let tasks: String

        var function: CrisisFunction {
            let response: ResponseNorm? =
                if let responseMinutes, let responseStatus {
                    ResponseNorm(
                        minutes: responseMinutes, status: responseStatus, source: responseSource ?? "")
                } else {
                    nil
                }
            return CrisisFunction(
                code: code, name: name, abbreviation: abbreviation, team: team,
                taskOrganisation: taskOrganisation,
                level: level, rostering: rostering, workplace: workplace, response: response,
                minimumStaffing: minimumStaffing, tasks: tasks)
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

    static func functions() throws -> FunctionFile {
        try decoder.decode(FunctionFile.self, from: Data(PackageResources.functions_json))
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
