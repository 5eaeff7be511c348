import Crypto
import Domain
import HTTPTypes
import Storage
import Web

/// The answer to a request that may be asked again with the same `Idempotency-Key`.
struct KeptAnswer: Sendable {
    /// A program that gives up after a day does not come back.
    static let minutesMax = 24 * 60
    /// What is kept of the headers; the others are made anew.
    private static let headerNames: [HTTPField.Name] = [.contentType, .location, .eTag]

    /// Of method, address and body: the same key for something else is a mistake.
    let requestHash: String
    let status: Int
    /// One per line.
    let headers: String
    let body: [UInt8]

    init(requestHash: String, status: Int, headers: String, body: [UInt8]) {
        self.requestHash = requestHash
        self.status = status
        self.headers = headers
        self.body = body
    }

    init(_ response: WebResponse, to request: WebRequest) {
        let lines = Self.headerNames.compactMap { name in
            response.headers[name].map { "\(name.canonicalName) \($0)" }
        }
        self.init(
            requestHash: Self.hash(of: request), status: response.status.code,
            headers: lines.joined(separator: "\n"), body: response.body)
    }

    var response: WebResponse {
        var response = WebResponse(status: HTTPResponse.Status(code: status), body: body)
        for line in headers.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let name = HTTPField.Name(String(parts[0])) else { continue }
            response.headers[name] = String(parts[1])
        }
        return response
    }

    static func hash(of request: WebRequest) -> String {
        var hasher = SHA256()
        hasher.update(data: Array("\(request.method) \(request.path)\n".utf8))
        hasher.update(data: request.body)
        return [UInt8](hasher.finalize()).hexadecimal
    }
}

extension Change {
    /// Runs a write, or gives the answer of the same write with the same key.
    ///
    /// Writes are one at a time, so a second request with the key finds the whole answer of the first.
    mutating func answeringOnce(
        _ call: APICall, _ body: (inout Change) throws -> WebResponse
    ) throws -> WebResponse {
        guard call.request.method == .post, let key = call.request.headers[.idempotencyKey] else {
            return try body(&self)
        }
        let account = call.signedIn.account
        if let kept = try tx.keptAnswer(
            key: key, of: account, since: now.adding(minutes: -KeptAnswer.minutesMax))
        {
            guard kept.requestHash == KeptAnswer.hash(of: call.request) else {
                throw APIProblem(
                    .keyReused, "Deze Idempotency-Key hoort bij een ander verzoek. Er is niets opgeslagen.")
            }
            return kept.response
        }
        let response = try body(&self)
        try tx.keep(KeptAnswer(response, to: call.request), key: key, of: account, at: now)
        return response
    }

    /// Answers that nobody asks for any more. No fact of the region, so no record in the journal.
    func forgetKeptAnswers() throws {
        try tx.deleteKeptAnswers(before: now.adding(minutes: -KeptAnswer.minutesMax))
    }
}
