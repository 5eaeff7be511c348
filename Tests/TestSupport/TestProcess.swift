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
}
