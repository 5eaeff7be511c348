/// A request over HTTP or HTTPS.
package struct HTTPCall: Sendable {
    package enum Method: String, CaseIterable, Codable, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    package struct Header: Equatable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package let method: Method
    package let url: String
    package let headers: [Header]
    /// Not sent with `get`.
    package let body: String

    package init(method: Method, url: String, headers: [Header] = [], body: String = "") {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// The whole answer to a request. A redirect is an answer too: it is never followed.
package struct HTTPReply: Equatable, Sendable {
    /// What of a body is kept; the rest is read and dropped.
    package static let bodyBytesMax = 64 * 1024

    package let status: Int
    package let body: [UInt8]
    /// The seconds that `Retry-After` asks to wait; nil when it does not say so in seconds.
    package let retryAfter: Int?

    package init(status: Int, body: [UInt8], retryAfter: Int? = nil) {
        self.status = status
        self.body = body
        self.retryAfter = retryAfter
    }
}

/// A server that takes mail in.
package struct MailServer: Hashable, Sendable {
    package enum Encryption: String, CaseIterable, Codable, Sendable {
        /// STARTTLS; refused when the server does not offer it.
        case startTLS
        /// TLS from the first byte.
        case tls
        /// Readable on the wire.
        case none
    }

    package let host: String
    package let port: Int
    package let encryption: Encryption
    /// Nil when the server wants no name and password.
    package let user: String?
    package let password: String
    /// How the caller names itself (EHLO).
    package let ownName: String

    package init(
        host: String, port: Int, encryption: Encryption, user: String?, password: String, ownName: String
    ) {
        self.host = host
        self.port = port
        self.encryption = encryption
        self.user = user
        self.password = password
        self.ownName = ownName
    }
}

/// One message to one recipient. The addresses hold no spaces, angle brackets or line ends.
package struct MailCall: Sendable {
    package let server: MailServer
    package let sender: String
    package let recipient: String
    /// The whole message, lines ended by CR LF.
    package let content: [UInt8]

    package init(server: MailServer, sender: String, recipient: String, content: [UInt8]) {
        self.server = server
        self.sender = sender
        self.recipient = recipient
        self.content = content
    }
}

/// The server's answer to a message it took.
package struct MailReply: Equatable, Sendable {
    package let code: Int
    /// Without the code: `2.0.0 Ok: queued as 4F2A`.
    package let text: String
}
