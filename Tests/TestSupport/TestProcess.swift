package import Foundation

/// Programs of this package that tests start.
package enum TestProcess {
    /// The folder with the products of this build, found from the test bundle's own place.
    package static func executable(_ name: String) -> URL {
        let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let candidates = [bundle, bundle.deletingLastPathComponent(), URL(filePath: ".build/debug")]
        let found = candidates.map { $0.appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return found ?? candidates[2].appending(path: name)
    }

    package struct Verdict: Sendable {
        package let status: Int32
        /// Everything it wrote.
        package let text: String
    }

    /// Runs a program to its end. Its output goes to a file, because a pipe that nobody reads would stop it.
    package static func run(_ program: URL, _ arguments: [String]) async throws -> Verdict {
        let folder = try TestFolder()
        defer { folder.remove() }
        let output = URL(filePath: folder.path).appending(path: "uitvoer")
        let child = try ChildProcess(
            program.path, arguments, output: .file(output.path), errors: .file(output.path))
        let status = await child.end()
        return Verdict(status: status, text: String(decoding: try Data(contentsOf: output), as: UTF8.self))
    }
}
