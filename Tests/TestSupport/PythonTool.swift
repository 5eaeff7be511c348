package import Foundation

/// Programs in Python that tests ask, each in the environment of its family (`Scripts/python`).
package struct PythonTool: Sendable {
    package struct Failed: Error, CustomStringConvertible {
        package let description: String
    }

    private let family: String
    private let script: String

    /// - Parameter script: a file of `Tests/Python/<family>`.
    package init(_ family: String, _ script: String) {
        self.family = family
        self.script = script
    }

    /// The program, ready to be started beside the test.
    package func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = Self.root.appending(path: "Scripts/python")
        process.arguments = [family, script] + arguments
        return process
    }

    /// Runs the program to its end; it blocks.
    ///
    /// - Returns: what it wrote on standard output.
    @discardableResult
    package func run(_ arguments: [String]) throws -> Data {
        let process = process(arguments)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(description: "\(script) eindigde met \(process.terminationStatus)")
        }
        return written
    }

    /// Of the repository.
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
