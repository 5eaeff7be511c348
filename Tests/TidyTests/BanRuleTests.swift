import Foundation
import Testing

@Suite struct BanRuleTests {
    private func findings(_ text: String, path: String = "Sources/App/Alarm/RaiseAlarm.swift") -> [Finding] {
        BanRule().findings(in: [SourceFile(path: path, text: text)])
    }

    @Test(arguments: [
        "let x = try! f()", "let x = y as! Z", "let x: Any = 3", "let x: [String: Any]", "let x: any Any",
        "print(x)",
        "Swift.print(x)", "debugPrint(x)", "let now = Date()", "let now = Foundation.Date()",
        "let now = Date.now",
        "let id = UUID()", "Int.random(in: 1...6)", "bytes.randomElement()", "line.shuffled()",
        "TimeZone.current",
        "Calendar.current", "Locale.current", "Calendar.autoupdatingCurrent", "Task.detached { }", "try? f()",
        "final class A: @unchecked Sendable {}", "nonisolated(unsafe) var a = 1", "precondition(a > 0)",
        "preconditionFailure(\"x\")", "fatalError()", "SystemRandomNumberGenerator()", "// TODO: x",
        "/* FIXME */",
        "\"\\(Date())\"",
    ])
    func `what is banned is found`(text: String) {
        #expect(findings("\n" + text).map(\.line) == [2])
    }

    @Test(arguments: [
        "// Date() and try! and Any", "let x = \"print(Date())\"", "let x: AnyObject", "page.print(x)",
        "a.isEmpty ? b : c",
        "Date(timeIntervalSince1970: 0)", "UUID(uuid: x)", "Int.random(in: 1...6, using: &generator)",
        "line.shuffled(using: &generator)", "Task { }", "try f()", "x as? Y", "a.precondition(b)",
        "// todos in lower case",
        "blueprint(x)", "try ? a : b",
    ])
    func `what merely looks like it is not`(text: String) {
        #expect(findings(text).isEmpty)
    }

    @Test func `the clock and the generator are made where the program is put together`() {
        let text = "let now = Date(), id = UUID(), generator = SystemRandomNumberGenerator()"
        #expect(findings(text, path: "Sources/App/Application.swift").isEmpty)
        #expect(findings(text, path: "Sources/oranje/Serve.swift").isEmpty)
        #expect(findings(text, path: "Sources/Domain/Identity/Randomness.swift").count == 2)
        #expect(findings(text, path: "Sources/Domain/Identity/ID.swift").count == 3)
    }

    @Test func `only the command line prints`() {
        #expect(findings("print(x)", path: "Sources/oranje/Serve.swift").isEmpty)
        #expect(findings("print(x)", path: "Sources/Storage/Database.swift").count == 1)
    }

    @Test func `a lost error needs a reason on its line or the line above`() {
        #expect(findings("try? f() // the file may be gone").isEmpty)
        #expect(findings("// The file may be gone.\ntry? f()").isEmpty)
        #expect(findings("try? f() // fine").count == 1)
        #expect(findings("/// Tells what it does.\nfunc a() { try? f() }").count == 1)
        #expect(findings("// The file may be gone.\n\ntry? f()").count == 1)
        #expect(findings("let a = b // the file may be gone\ntry? f()").count == 1)
    }

    @Test func `a bug trap and an unchecked promise need a reason within three lines`() {
        #expect(findings("// The zone data is inside the runtime,\n// always.\n\n\nfatalError()").isEmpty)
        #expect(findings("// The zone data is inside the runtime.\n\n\n\nfatalError()").count == 1)
        #expect(findings("/// Guarded by the lock.\nfinal class A: @unchecked Sendable {}").isEmpty)
    }

    @Test func `tests may do as they like`() {
        #expect(findings("let a = try! Date()", path: "Tests/AppTests/ATests.swift").isEmpty)
    }
}
