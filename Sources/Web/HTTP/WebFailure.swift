package import HTTPTypes

/// Why a request got no answer of its own. One mapping to a status, here; one to words, in `FailurePage`.
package enum WebFailure: Error, Equatable, Sendable {
    case notFound
    case forbidden
    /// The form was made in another session or was forged.
    case expiredForm
    case methodNotAllowed(allowed: [HTTPRequest.Method])
    case bodyTooLarge(bytesMax: Int)
    case malformed
    /// Somebody else changed the thing since the page was opened.
    case changedMeanwhile
    case tooManyAttempts(retryAfterSeconds: Int)
    case unavailable
    case unexpected
    case other(code: Int)

    init(status: HTTPResponse.Status) {
        switch status.code {
        case 404: self = .notFound
        case 400: self = .malformed
        case 403: self = .forbidden
        default: self = .other(code: status.code)
        }
    }

    package var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .forbidden, .expiredForm: .forbidden
        case .methodNotAllowed: .methodNotAllowed
        case .bodyTooLarge: .contentTooLarge
        case .malformed: .badRequest
        case .changedMeanwhile: .conflict
        case .tooManyAttempts: .tooManyRequests
        case .unavailable: .serviceUnavailable
        case .unexpected: .internalServerError
        case .other(let code): HTTPResponse.Status(code: code)
        }
    }
}
