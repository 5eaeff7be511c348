import HTTPTypes

/// What the log says about one request: never the address as it was asked for, which can hold a name.
package struct RequestRecord: Sendable {
    /// Also in the answer's `X-Request-Id`, so that a report of a visitor finds its line.
    package let id: String
    package let method: String
    /// The pattern of the address, `/mensen/:id`; nil when there is no such address.
    package let route: String?
    package let status: Int
    package let milliseconds: Double

    init(id: String, method: HTTPRequest.Method, route: String?, status: Int, duration: Duration) {
        self.id = id
        let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
        // A method is a text of the client's choosing too.
        self.method = known.contains(method) ? method.rawValue : "ander"
        self.route = route
        self.status = status
        let (seconds, attoseconds) = duration.components
        milliseconds = (Double(seconds) * 1e4 + Double(attoseconds) / 1e14).rounded() / 10
    }
}
