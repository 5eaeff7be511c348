package import HTTPTypes

/// What goes back: status, headers and a body, whole or piece by piece.
package struct WebResponse: Sendable {
    package var status: HTTPResponse.Status
    package var headers: HTTPFields
    package var body: [UInt8]
    /// Goes out instead of `body`.
    package var stream: BodyStream?
    /// Goes out instead of both, for as long as the other side listens.
    package var events: EventSubscription?

    package init(status: HTTPResponse.Status = .ok, headers: HTTPFields = HTTPFields(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package static func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> WebResponse {
        WebResponse(status: status, headers: [.contentType: "text/html; charset=utf-8"], body: html.bytes)
    }

    /// Never kept, never held back by a proxy (nginx reads `X-Accel-Buffering`).
    package static func events(_ subscription: EventSubscription) -> WebResponse {
        var response = WebResponse(headers: [.contentType: "text/event-stream", .cacheControl: "no-store"])
        if let name = HTTPField.Name("X-Accel-Buffering") { response.headers[name] = "no" }
        response.events = subscription
        return response
    }

    package static func text(_ text: String, type: String) -> WebResponse {
        WebResponse(headers: [.contentType: type], body: Array(text.utf8))
    }

    /// A file to keep, never to be shown inside the site: whatever is in it, it runs nothing here.
    private static func download(name: String, type: String) -> WebResponse {
        var response = WebResponse(headers: [.contentType: type])
        // RFC 6266: a plain name for old programs, the real one for all others.
        let plain = String(
            name.unicodeScalars.map { scalar in
                let isPlain =
                    scalar.isASCII && scalar.value >= 0x20 && !"\"\\%;".unicodeScalars.contains(scalar)
                return isPlain ? Character(scalar) : "_"
            })
        response.headers[.contentDisposition] =
            "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(queryEncoded(name))"
        response.headers[.contentSecurityPolicy] = "default-src 'none'; sandbox; frame-ancestors 'none'"
        return response
    }

    package static func download(_ bytes: [UInt8], name: String, type: String) -> WebResponse {
        var response = download(name: name, type: type)
        response.body = bytes
        return response
    }

    package static func download(_ stream: BodyStream, name: String, type: String) -> WebResponse {
        var response = download(name: name, type: type)
        response.stream = stream
        return response
    }

    /// After a write the browser fetches the page anew, so that reloading does not write again.
    package static func seeOther(_ path: String) -> WebResponse {
        WebResponse(status: .seeOther, headers: [.location: path])
    }

    /// `value` empty removes the cookie.
    package mutating func setCookie(_ name: String, _ value: String, seconds: Int, secure: Bool) {
        let age = value.isEmpty ? 0 : seconds
        let secureAttribute = secure ? "; Secure" : ""
        headers[values: .setCookie].append(
            "\(name)=\(value); Path=/; Max-Age=\(age); HttpOnly; SameSite=Lax\(secureAttribute)")
    }
}

/// A body that is fetched while it goes out, so that a large file is never whole in memory.
package struct BodyStream: Sendable {
    /// The source ended before `byteCount`.
    struct Ended: Error {}

    package let byteCount: Int
    /// The bytes from an offset on, as many as are convenient; empty only at the end.
    package let next: @Sendable (Int) async throws -> [UInt8]

    package init(byteCount: Int, next: @escaping @Sendable (Int) async throws -> [UInt8]) {
        self.byteCount = byteCount
        self.next = next
    }
}
