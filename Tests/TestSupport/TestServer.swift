import Foundation
import Synchronization

/// A server of `Tests/Servers` that runs as long as a test wants it, on a port of its own choosing.
package final class TestServer: Sendable {
    private struct Output {
        var lines: [String] = []
        var hasEnded = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    package struct Failed: Error {
        let script: String
    }

    private let output = Mutex(Output())

    /// The number after `ready` in its first line.
    package var port: Int {
        Int(lines.first { $0.hasPrefix("ready ") }?.dropFirst(6) ?? "") ?? 0
    }

    /// Everything it has said until now.
    package var lines: [String] { output.withLock { $0.lines } }

    /// Everything it has said in JSON.
    package func messages<Message: Decodable>(_ type: Message.Type) throws -> [Message] {
        try lines.filter { $0.hasPrefix("{") }.map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    /// The first line for which `isWanted` holds, waited for; nil when the server ended without saying it.
    package func line(where isWanted: @Sendable (String) -> Bool) async -> String? {
        while true {
            let (found, hasEnded, count) = output.withLock { output in
                (output.lines.first(where: isWanted), output.hasEnded, output.lines.count)
            }
            if found != nil || hasEnded { return found }
            await news(after: count)
        }
    }

    /// Waits until it has said so many lines.
    ///
    /// - Returns: false when it ended before.
    package func lines(atLeast count: Int) async -> Bool {
        while true {
            let (said, hasEnded) = output.withLock { ($0.lines.count, $0.hasEnded) }
            if said >= count || hasEnded { return said >= count }
            await news(after: said)
        }
    }

    private func news(after count: Int) async {
        await withCheckedContinuation { continuation in
            let hasNews = output.withLock { output in
                guard output.lines.count == count, !output.hasEnded else { return true }
                output.waiters.append(continuation)
                return false
            }
            if hasNews { continuation.resume() }
        }
    }

    /// Runs `body` beside the server and stops it after.
    package static func with<Value>(
        _ script: String, _ arguments: [String] = [], _ body: (TestServer) async throws -> Value
    ) async throws -> Value {
        let server = TestServer()
        let process = try ChildProcess(
            folder.appending(path: script).path, arguments, output: .pipe, errors: .nowhere, hasInput: true)
        if let output = process.output { server.follow(output) }
        defer {
            // It stops when nobody holds the other end of its input.
            try? process.input?.close()
            process.wait()
        }
        guard await server.line(where: { $0.hasPrefix("ready ") }) != nil else {
            throw Failed(script: script)
        }
        return try await body(server)
    }

    /// Runs a program of `Tests/Servers` that ends by itself.
    package static func run(_ script: String, _ arguments: [String]) async throws -> TestProcess.Verdict {
        try await TestProcess.run(folder.appending(path: script), arguments)
    }

    private func follow(_ handle: FileHandle) {
        let thread = Thread { [self] in
            var rest: [UInt8] = []
            while true {
                let part = handle.availableData
                rest += part
                var new: [String] = []
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    new.append(String(decoding: rest[..<end], as: UTF8.self))
                    rest.removeFirst(end + 1)
                }
                let waiters = output.withLock { output in
                    output.lines += new
                    output.hasEnded = part.isEmpty
                    defer { output.waiters = [] }
                    return output.waiters
                }
                for waiter in waiters { waiter.resume() }
                if part.isEmpty { return }
            }
        }
        thread.start()
    }

    fileprivate static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Servers")
}

/// What `gateway.py` tells of a request.
package struct GatewayRecord: Decodable, Sendable {
    package let connection: Int
    package let method: String
    package let path: String
    package let headers: [String: String]
    package let body: String
}

/// What `mailserver.py` tells of a message.
package struct MailRecord: Decodable, Sendable {
    package struct Part: Decodable, Equatable, Sendable {
        package let type: String
        package let file: String
        package let text: String
    }

    package let session: Int
    package let tls: Bool
    package let user: String
    package let from: String
    package let to: [String]
    package let content: String
    package let headers: [String: String]
    package let parts: [Part]
    package let defects: [String]
}

/// Certificates of an authority of our own, made once for a run.
package actor TestCertificates {
    package static let shared = TestCertificates()
    private var made: TestFolder?

    /// The folder with `ca.pem`, and `good`, `other` and `old` as `.pem` and `.key`.
    package func folder() throws -> String {
        if let made { return made.path }
        let folder = try TestFolder()
        let process = try ChildProcess(
            TestServer.folder.appending(path: "certificates.sh").path, [folder.path], output: .nowhere,
            errors: .nowhere)
        guard process.wait() == 0 else { throw TestServer.Failed(script: "certificates.sh") }
        made = folder
        return folder.path
    }

    /// The authority as text.
    package func authority() throws -> String {
        try String(contentsOfFile: "\(try folder())/ca.pem", encoding: .utf8)
    }

    /// What a server of `Tests/Servers` needs to use one of the certificates.
    package func arguments(_ name: String) throws -> [String] {
        let folder = try folder()
        return ["--certificate", "\(folder)/\(name).pem", "--key", "\(folder)/\(name).key"]
    }
}
