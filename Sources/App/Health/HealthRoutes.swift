import Foundation
import HTTPTypes
import Storage
import Web

extension Routes {
    /// For a proxy or a monitor: no sign-in, and nothing in the answer that needs one.
    static let health: [Route] = [
        Route(
            method: .get, path: "/gezond/levend", needs: .nobody,
            action: .open { _, _ in try answer(.alive) }),
        Route(
            method: .get, path: "/gezond/gereed", needs: .nobody,
            action: .open { application, _ in
                let now = application.now()
                do {
                    return try answer(
                        try await application.storage.read { [pulse = application.pulse.value] tx in
                            try HealthReport(tx, at: now, pulse: pulse)
                        })
                } catch {
                    return try answer(.unreachable((error as? StorageFault)?.code ?? JSONLog.code(of: error)))
                }
            }),
    ]

    /// 503 when something is red, so that a proxy sends nobody here.
    private static func answer(_ report: HealthReport) throws -> WebResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return WebResponse(
            status: report.status == .fail ? .serviceUnavailable : .ok,
            headers: [.contentType: "application/health+json"], body: Array(try encoder.encode(report)))
    }
}
