import Domain
import Foundation

/// The bodies that ship (`Decisions/Facts/bodies.json`); a region changes them and adds its own.
struct GoverningBodyFile: Decodable, Sendable {
    private let bodies: [Entry]

    private struct Entry: Decodable, Sendable {
        let code: String
        let name: String
        let power: String
        let chair: String
        let secretary: String
        let source: String
    }

    /// In the order in which a paper usually goes.
    static let shipped: [GoverningBody] = {
        do {
            let file = try JSONDecoder().decode(
                GoverningBodyFile.self, from: Data(PackageResources.bodies_json))
            return try file.bodies.map { entry in
                guard let power = GoverningBody.Power(rawValue: entry.power) else {
                    throw CocoaError(.coderInvalidValue)
                }
                return GoverningBody(
                    code: Code(entry.code), name: entry.name, power: power, chairOffice: entry.chair,
                    secretaryOffice: entry.secretary, source: entry.source)
            }
        } catch {
            // The file is part of the program and a test reads it.
            preconditionFailure("bodies.json: \(error)")
        }
    }()
}
