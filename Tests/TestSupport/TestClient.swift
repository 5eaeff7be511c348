package import App
package import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Web

/// A browser in a test: sends requests through the real router, keeps cookies, finds the token of the last
/// page's forms.
package actor TestClient {
    private let site: Site
    private var cookies: [String: String] = [:]
    private var csrf = ""

    package init(_ application: App.Application) {
        site = application.site()
    }

    /// A whole answer.
    package struct Answer: Sendable {
        package let status: Int
        package let headers: HTTPFields
        package let body: String
        package let bytes: [UInt8]

        package var location: String? { headers[.location] }
    }

    package func get(_ path: String, accept: String = "text/html") async throws -> Answer {
        let answer = try await send(.get, path, [.accept: accept], "")
        if let token = answer.body.firstMatch(of: /name="csrf" value="([^"]*)"/) {
            csrf = String(token.output.1)
        }
        return answer
    }

    /// Posts a form with the token of the last page, unless `token` says otherwise.
    package func post(
        _ path: String, _ fields: KeyValuePairs<String, String> = [:], token: String? = nil
    ) async throws -> Answer {
        let pairs = fields.map { "\(queryEncoded($0.key))=\(queryEncoded($0.value))" }
        let body = (["csrf=\(token ?? csrf)"] + pairs).joined(separator: "&")
        return try await send(.post, path, [.contentType: "application/x-www-form-urlencoded"], body)
    }

    /// Posts a form whose fields stand in `body` already, as the browser would send them.
    package func post(_ path: String, body: String, accept: String = "text/html") async throws -> Answer {
        try await send(
            .post, path, [.contentType: "application/x-www-form-urlencoded", .accept: accept],
            "csrf=\(csrf)&\(body)")
    }

    /// Posts a form with a file, as a browser does.
    package func upload(
        _ path: String, file: String, content: String, fields: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        try await upload(path, file: file, bytes: Array(content.utf8), fields: fields)
    }

    /// The same for a file of any kind.
    package func upload(
        _ path: String, file: String, bytes: [UInt8], name: String = "lijst.csv", type: String = "text/csv",
        fields: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        let boundary = "----grens"
        var body = ""
        for (name, value) in [("csrf", csrf)] + fields.map({ ($0.key, $0.value) }) {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body +=
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file)\"; filename=\"\(name)\"\r\n"
        body += "Content-Type: \(type)\r\n\r\n"
        let whole = Array(body.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8)
        return try await send(
            .post, path, [.contentType: "multipart/form-data; boundary=\(boundary)"], bytes: whole)
    }

    /// Posts a file in a form and opens the page that the answer leads to.
    package func uploadAndFollow(
        _ path: String, file: String, bytes: [UInt8], name: String = "lijst.csv", type: String = "text/csv",
        fields: KeyValuePairs<String, String> = [:]
    ) async throws -> (path: String, page: Answer) {
        let answer = try await upload(path, file: file, bytes: bytes, name: name, type: type, fields: fields)
        let next = answer.location ?? ""
        return (next, next.isEmpty ? answer : try await get(next))
    }

    package func signIn(_ name: String, _ password: String) async throws -> Answer {
        try await post("/aanmelden", ["naam": name, "wachtwoord": password])
    }

    package func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: String
    ) async throws -> Answer {
        try await send(method, path, headers, bytes: Array(body.utf8))
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, bytes: [UInt8]
    ) async throws -> Answer {
        var headers = headers
        headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let request = Request(
            head: .init(
                method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers),
            body: .init(buffer: ByteBuffer(bytes: bytes)))
        let response = try await site.responder.respond(
            to: request, context: SiteContext(logger: Logger(label: "test")))
        for cookie in response.headers[values: .setCookie] { keep(cookie) }
        let collector = Collector()
        try await response.body.write(collector)
        let content = await collector.bytes
        return Answer(
            status: response.status.code, headers: response.headers, body: String(buffer: content),
            bytes: Array(content.readableBytesView))
    }

    private func keep(_ cookie: String) {
        let pair = cookie.prefix { $0 != ";" }.split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { return }
        cookies[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
    }

    /// Takes in a response as it is written.
    private actor Collector: ResponseBodyWriter {
        private(set) var bytes = ByteBuffer()

        nonisolated func write(_ buffer: ByteBuffer) async throws {
            await append(buffer)
        }

        nonisolated func finish(_ trailingHeaders: HTTPFields?) async throws {}

        private func append(_ buffer: ByteBuffer) {
            var buffer = buffer
            bytes.writeBuffer(&buffer)
        }
    }
}
