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

    /// Starts the program beside the test, which reads what it writes.
    package func start(_ arguments: [String]) throws -> ChildProcess {
        try ChildProcess(
            Self.root.appending(path: "Scripts/python").path, [family, script] + arguments, output: .pipe)
    }

    /// Runs the program to its end; it blocks.
    ///
    /// - Returns: what it wrote on standard output.
    @discardableResult
    package func run(_ arguments: [String]) throws -> Data {
        let process = try start(arguments)
        let written = try process.output?.readToEnd() ?? Data()
        let status = process.wait()
        guard status == 0 else { throw Failed(description: "\(script) eindigde met \(status)") }
        return written
    }

    /// A program that the environment of `family` brings along; the environment is made when it is not there.
    /// It blocks.
    package static func program(_ name: String, of family: String) throws -> String {
        let status = try ChildProcess(root.appending(path: "Scripts/python").path, [family]).wait()
        guard status == 0 else { throw Failed(description: "omgeving \(family) eindigde met \(status)") }
        return root.appending(path: ".build/python/\(family)/bin/\(name)").path
    }

    /// Of the repository.
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
