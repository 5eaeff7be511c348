import Crypto
import Domain
import HTTPTypes
import Storage
import Web

/// What an operation gives back, before headers and negotiation.
struct APIAnswer: Sendable {
    let status: HTTPResponse.Status
    var body: [UInt8] = []
    var location: String?
    /// Relative address of the next page.
    var next: String?
    /// Whether the answer itself has a validator: what a later change must name in `If-Match`.
    var isTagged = false

    /// A resource with what names its present state.
    static func resource<Value>(
        _ value: Value, _ schema: Schema<Value>, status: HTTPResponse.Status = .ok, location: String? = nil
    ) -> APIAnswer {
        APIAnswer(status: status, body: schema.bytes(value), location: location, isTagged: true)
    }

    var response: WebResponse {
        var response = WebResponse(status: status, body: body)
        if !body.isEmpty { response.headers[.contentType] = "application/json" }
        response.headers[.location] = location
        if let next { response.headers[.link] = "<\(next)>; rel=\"next\"" }
        if isTagged { response.headers[.eTag] = ETag.of(body) }
        return response
    }
}

/// Part of a list: at most as many as were asked for, and where the next part begins.
struct APIPage<Element: Sendable>: Sendable {
    let elements: [Element]
    /// What the parameter `na` of the next part is; nil at the end.
    let next: String?

    init(_ elements: [Element], next: String? = nil) {
        self.elements = elements
        self.next = next
    }

    /// - Parameter elements: read with one more than `limit`, to know whether there is a next part.
    init(_ elements: [Element], limit: Int, cursor: (Element) -> String) {
        self.elements = Array(elements.prefix(limit))
        next = elements.count > limit ? self.elements.last.map(cursor) : nil
    }
}

/// Validators (RFC 9110 §8.8).
enum ETag {
    /// Strong: the same bytes.
    static func of(_ body: [UInt8]) -> String {
        "\"\([UInt8](SHA256.hash(data: body)).hexadecimal.prefix(32))\""
    }

    /// Weak: the same facts. Every change of a fact of the region is journalled, so the journal's length stands for all
    /// of them; the day is in it for what depends on today, the version for how it is written.
    static func ofFacts(_ tx: Transaction, _ call: APICall) throws -> String {
        let sequence = try tx.journalHead()?.sequence ?? 0
        let scopes = call.signedIn.use?.scopes.map(\.rawValue).sorted().joined(separator: " ") ?? ""
        let text = "\(API.version) \(sequence) \(call.visit.today) \(call.signedIn.account) \(scopes)"
        return "W/\(of(Array(text.utf8)))"
    }

    /// Whether one of the tags in a header is `tag`, or the header is `*`.
    ///
    /// - Parameter isWeak: weak tags are the same as strong ones, as for `If-None-Match`.
    static func header(_ header: String, names tag: String, isWeak: Bool) -> Bool {
        header.split(separator: ",").map(\.trimmedTag).contains { given in
            if given == "*" { return true }
            return isWeak ? given.droppingWeak == tag.droppingWeak : given == tag
        }
    }
}

extension StringProtocol {
    fileprivate var trimmedTag: String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }

    fileprivate var droppingWeak: String {
        hasPrefix("W/") ? String(dropFirst(2)) : String(self)
    }
}
