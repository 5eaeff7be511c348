import Foundation
package import Storage

/// A server as it is run: a process of its own on a free port.
package final class ServerProcess {
    package struct Failed: Error {
        package init() {}
    }

    package let port: Int
    private let process = Process()

    package init(_ place: StoragePlace) throws {
        process.executableURL = TestProcess.executable("oranje")
        let data =
            switch place {
            case .folder(let folder): ["--data", folder]
            case .postgres(let url): ["--database", url]
            }
        process.arguments = ["serve", "--port", "0"] + data
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        guard let line = Self.firstLine(of: output.fileHandleForReading),
            let found = line.firstMatch(of: /127\.0\.0\.1:(\d+)/), let port = Int(found.output.1)
        else { throw Failed() }
        self.port = port
    }

    /// As a power cut would: nothing of the process runs any more.
    package func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    package func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    private static func firstLine(of file: FileHandle) -> String? {
        var line = Data()
        while let byte = try? file.read(upToCount: 1), !byte.isEmpty {  // an error ends the line like the end
            if byte.first == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line += byte
        }
        return nil
    }
}
