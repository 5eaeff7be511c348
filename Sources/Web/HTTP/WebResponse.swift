package import HTTPTypes

/// What goes back: status, headers and a whole body.
package struct WebResponse: Sendable {
    package var status: HTTPResponse.Status
    package var headers: HTTPFields
    package var body: [UInt8]

    package init(status: HTTPResponse.Status = .ok, headers: HTTPFields = HTTPFields(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package static func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> WebResponse {
        WebResponse(status: status, headers: [.contentType: "text/html; charset=utf-8"], body: html.bytes)
    }

    package static func text(_ text: String, type: String) -> WebResponse {
        WebResponse(headers: [.contentType: type], body: Array(text.utf8))
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
