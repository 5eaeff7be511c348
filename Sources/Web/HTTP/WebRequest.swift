package import HTTPTypes

/// A request as the product sees it, with its path parameters: read whole, or with a form that still comes
/// in.
package struct WebRequest: Sendable {
    package let method: HTTPRequest.Method
    package let path: String
    /// The values of `:name` parts of the route's path.
    package let parameters: [String: String]
    package let query: FormFields
    package let headers: HTTPFields
    package let body: [UInt8]
    /// A form with files, for the routes that take one; `body` is empty then.
    package let incoming: IncomingBody?
    /// Address of the other side, for throttling; empty in tests.
    package let remoteAddress: String
    /// By which the log and a failure page speak of the same request; empty in tests.
    package let id: String

    package init(
        method: HTTPRequest.Method, path: String, parameters: [String: String] = [:],
        query: FormFields = FormFields(),
        headers: HTTPFields = HTTPFields(), body: [UInt8] = [], incoming: IncomingBody? = nil,
        remoteAddress: String = "", id: String = ""
    ) {
        self.method = method
        self.path = path
        self.parameters = parameters
        self.query = query
        self.headers = headers
        self.body = body
        self.incoming = incoming
        self.remoteAddress = remoteAddress
        self.id = id
    }

    /// The value of a cookie; the first when the name comes twice.
    package func cookie(_ name: String) -> String? {
        for header in headers[values: .cookie] {
            for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
                let trimmed = pair.drop { $0 == UInt8(ascii: " ") }
                let parts = trimmed.split(
                    separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2, parts[0].elementsEqual(name.utf8) else { continue }
                return Substring(parts[1]).trimmed
            }
        }
        return nil
    }

    /// The last address in `X-Forwarded-For`: the only one that a proxy in front of the server vouches for.
    package var forwardedFor: String? {
        guard let name = HTTPField.Name("X-Forwarded-For") else { return nil }
        return headers[name]?.split(separator: ",").last.map(\.trimmed)
    }

    /// What a browser says about a form that stands on another site; older browsers say nothing.
    package var isFromAnotherSite: Bool {
        guard let name = HTTPField.Name("Sec-Fetch-Site"), let origin = headers[name] else { return false }
        return origin != "same-origin" && origin != "none"
    }

    /// The kind of the body without its parameters, lower case; nil when it is not told.
    package var contentType: String? {
        headers[.contentType].map { String($0.prefix { $0 != ";" }).lowercased().filter { $0 != " " } }
    }

    /// Whether the client takes an answer of this kind (RFC 9110 §12.5.1); without `Accept` it takes any.
    package func accepts(_ type: String) -> Bool {
        let ranges = headers[values: .accept].flatMap { $0.split(separator: ",") }.map { range in
            range.lowercased().filter { $0 != " " && $0 != "\t" }.split(separator: ";")
        }
        guard !ranges.isEmpty else { return true }
        let family = type.prefix { $0 != "/" }
        // The most specific range decides.
        for wanted in [type, "\(family)/*", "*/*"] {
            if let range = ranges.first(where: { $0.first.map(String.init) == wanted }) {
                return !range.dropFirst().contains { $0.hasPrefix("q=0") && Double($0.dropFirst(2)) == 0 }
            }
        }
        return false
    }

    /// Whether the client asks for JSON rather than a page.
    package var wantsJSON: Bool {
        guard let accept = headers[.accept] else { return false }
        return accept.contains("json") && !accept.contains("text/html")
    }
}

extension Substring {
    var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
