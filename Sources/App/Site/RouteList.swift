import HTTPTypes

/// An address of the server and what it asks of whoever calls it: for rules in a proxy, for whoever examines the
/// server, and for the walk through every page.
package struct RouteEntry: Encodable, Equatable, Sendable {
    package let method: String
    /// With names for what differs: `/mensen/:id`.
    package let path: String
    /// `nobody`, `signedIn` or the name of a permission.
    package let needs: String

    /// By path, then method.
    package static let all: [RouteEntry] =
        (Routes.all.map { RouteEntry($0.method, $0.path, $0.needs) }
        + API.operations.map { operation in
            let path = operation.path.replacing("{", with: ":").replacing("}", with: "")
            return RouteEntry(operation.method, API.root + path, operation.needs)
        } + [RouteEntry(.get, API.documentPath, .nobody)])
        .sorted { ($0.path, $0.method) < ($1.path, $1.method) }

    private init(_ method: HTTPRequest.Method, _ path: String, _ needs: Need) {
        self.method = method.rawValue
        self.path = path
        self.needs =
            switch needs {
            case .nobody: "nobody"
            case .signedIn: "signedIn"
            case .permission(let permission): permission.rawValue
            }
    }
}
