import HTTPTypes
import Storage
import Web

extension Routes {
    static let accessibility: [Route] = [
        Route(
            method: .get, path: "/toegankelijkheid", needs: .nobody,
            action: .open { application, request in
                try await application.publicPage(request) { tx in
                    AccessibilityPages.statement(try tx.region())
                }
            })
    ]
}
