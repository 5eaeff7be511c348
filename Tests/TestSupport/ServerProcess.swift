import Foundation
package import Storage

/// A server as it is run: a process of its own on a free port.
package final class ServerProcess {
    package struct Failed: Error {
        package init() {}
    }

    package let port: Int
    private let process: ChildProcess

    /// - Parameter arguments: what `oranje serve` gets besides.
    package init(_ place: StoragePlace, _ arguments: [String] = []) throws {
        let data =
            switch place {
            case .folder(let folder): ["--data", folder]
            case .postgres(let url): ["--database", url]
            }
        process = try ChildProcess(
            TestProcess.executable("oranje").path, ["serve", "--port", "0"] + data + arguments, output: .pipe)
        guard let line = try process.line(), let found = line.firstMatch(of: /127\.0\.0\.1:(\d+)/),
            let port = Int(found.output.1)
        else {
            process.kill()
            throw Failed()
        }
        self.port = port
    }

    /// As a power cut would: nothing of the process runs any more.
    package func kill() { process.kill() }

    package func stop() { process.stop() }
}
