import Foundation
import Testing

@Suite struct ImportRuleTests {
    private func isFine(_ text: String, in folder: String) -> Bool {
        ImportRule().findings(in: [SourceFile(path: "Sources/\(folder)/A.swift", text: text)]).isEmpty
    }

    @Test(arguments: [
        ("Domain/Time", "import Foundation"), ("Solver/Moves", "import Domain"),
        ("Simulation", "package import Domain"),
        ("Solver/LinearProgram", "import CClp"), ("Storage/SQLite", "import GRDB"),
        ("Storage/Postgres", "import CLibPQ"),
        ("Web", "internal import Hummingbird"),
        ("App/Alarm", "import Storage\nimport Web\nimport Solver\nimport Crypto"),
        ("oranje", "import App\nimport Storage"), ("App", "let a = b.import"), ("App", "f(import: GRDB)"),
        ("App", "// import GRDB"), ("App", "\"import GRDB\""),
    ])
    func `an arrow that points downward is fine`(folder: String, text: String) {
        #expect(isFine(text, in: folder))
    }

    @Test(arguments: [
        ("Domain/Time", "import Crypto"), ("Domain", "import Storage"), ("Solver", "import Simulation"),
        ("Simulation", "import Logging"), ("Solver/Moves", "import CClp"), ("App/Alarm", "import GRDB"),
        ("App/Alarm", "package import HummingbirdCore"), ("Web", "import SQLite3"),
        ("Web", "@testable import Storage"),
        ("Storage", "import App"), ("Web", "import struct App.Configuration"),
        ("oranje", "import Hummingbird"),
        ("Domain", "@preconcurrency import Glibc"), ("Storage", "import class Hummingbird.Router"),
        ("App", "import oranje"),
    ])
    func `an arrow that points elsewhere is not`(folder: String, text: String) {
        #expect(!isFine(text, in: folder))
    }
}
