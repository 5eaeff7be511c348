import Domain
import Foundation

/// The catalogue of norms as it ships (`Norms/Facts/norms.json`): per norm its name, what it means and the
/// values with which a region begins; no value where none was found.
struct NormFile: Decodable, Sendable {
    let sections: [Section]

    struct Section: Decodable, Sendable {
        let name: String
        let norms: [Entry]
    }

    struct Entry: Decodable, Sendable {
        let code: NormCode
        let name: String
        /// Follows the name on a page, in plain Dutch.
        let explanation: String
        let values: [ValueEntry]
    }

    struct ValueEntry: Decodable, Sendable {
        let value: Int
        let status: NormStatus
        let source: String
        let validFrom: Day?
        let validTo: Day?
        /// Nil: every region.
        let regions: [Code<SafetyRegion>]?
    }

    static func shipped() throws -> NormFile {
        try decoded.get()
    }

    /// Decoded once: pages ask for every name.
    private static let decoded = Result {
        try JSONDecoder().decode(NormFile.self, from: Data(PackageResources.norms_json))
    }

    func entry(_ code: NormCode) -> Entry? {
        sections.lazy.flatMap(\.norms).first { $0.code == code }
    }
}
