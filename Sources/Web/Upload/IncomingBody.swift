import Hummingbird
import HummingbirdCore
import NIOCore
import Synchronization

/// The body of a request that is still coming in; it can be read once.
package final class IncomingBody: Sendable {
    private let body: RequestBody
    private let contentType: String
    private let limits: UploadLimits
    private let isRead = Mutex(false)

    init(_ request: Request, limits: UploadLimits) {
        body = request.body
        contentType = request.headers[.contentType] ?? ""
        self.limits = limits
    }

    /// Whether nothing more comes; otherwise the sender is still busy with bytes that nobody wants.
    var isWhole: Bool { isRead.withLock { $0 } }

    /// Reads the form to its end.
    ///
    /// - Throws: `WebFailure.bodyTooLarge` at the first byte too many, before the rest is read; `.malformed`;
    ///   `.unavailable` when the disk is full.
    package func form() async throws -> UploadForm {
        do {
            let form = try await UploadForm.read(body, contentType: contentType, limits: limits)
            isRead.withLock { $0 = true }
            return form
        } catch is UploadFault {
            throw WebFailure.unavailable
        }
    }
}
