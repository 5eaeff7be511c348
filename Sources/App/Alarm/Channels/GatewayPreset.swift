import Domain
import Foundation

/// A shipped example of a gateway's setting, to begin from.
struct GatewayPreset: Decodable, Sendable {
    /// In addresses and forms.
    let code: String
    let name: String
    let kind: ChannelKind
    /// Where the shape comes from, and whether it was tried.
    let source: String
    let fields: [String: String]

    static func all() throws -> [GatewayPreset] {
        try JSONDecoder().decode([GatewayPreset].self, from: Data(PackageResources.gateways_json))
    }
}
