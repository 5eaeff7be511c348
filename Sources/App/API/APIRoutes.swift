import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    /// The explanation for people; what programs ask is in `API.operations`.
    static let api: [Route] = [
        Route(
            method: .get, path: "/api", needs: .nobody,
            action: .open { application, _ in
                let region = try await application.storage.read { tx in try tx.region()?.name ?? "" }
                return .html(Layout(regionName: region).html(APIPages.explanation()))
            })
    ]
}
