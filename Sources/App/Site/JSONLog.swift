package import Domain
import Foundation
package import Logging

/// The log as JSON, one object a line. Only the fields named here can appear: what a library or a later line
/// of code adds besides is left out, so that a value about a person has no way in.
package struct JSONLog: LogHandler {
    package var logLevel: Logger.Level = .info
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    private let now: @Sendable () -> Instant
    private let write: @Sendable (String) -> Void

    package init(now: @escaping @Sendable () -> Instant, write: @escaping @Sendable (String) -> Void) {
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        func text(_ name: String) -> String? { all[name].map { "\($0)" } }
        let line = Line(
            time: now().iso8601, level: event.level.rawValue, message: event.message.description,
            request: text("request"), method: text("method"), route: text("route"),
            status: text("status").flatMap(Int.init), milliseconds: text("milliseconds").flatMap(Double.init),
            work: text("work"), attempt: text("attempt").flatMap(Int.init),
            error: text("error") ?? event.error.map { Self.code(of: $0) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            write(String(decoding: try encoder.encode(line), as: UTF8.self))
        } catch {
            write("{\"level\":\"error\",\"message\":\"logregel niet te schrijven\"}")
        }
    }

    /// The kind of an error. Its description may quote what somebody typed.
    static func code(of error: any Error) -> String {
        "\(type(of: error))"
    }

    private struct Line: Encodable {
        let time: String
        let level: String
        let message: String
        let request: String?
        let method: String?
        let route: String?
        let status: Int?
        let milliseconds: Double?
        let work: String?
        let attempt: Int?
        let error: String?
    }
}

extension Logger {
    /// The product's log, to standard error.
    static func oranje(now: @escaping @Sendable () -> Instant) -> Logger {
        Logger(label: "oranje") { _ in
            JSONLog(now: now) { line in FileHandle.standardError.write(Data("\(line)\n".utf8)) }
        }
    }
}
