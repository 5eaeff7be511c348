import Foundation
import Testing

@Suite struct SizeRuleTests {
    private let path = "Sources/App/Alarm/RaiseAlarm.swift"

    private func findings(_ text: String, exceptions: [SizeException] = []) -> [Finding] {
        SizeRule(exceptions: exceptions).findings(in: [SourceFile(path: path, text: text)])
    }

    private func function(lines: Int, head: String = "func raise(x: Int = { 3 }()) -> [Int]") -> String {
        "\n\(head) {\n" + String(repeating: "    \"}\" // }\n", count: lines - 2) + "}\n"
    }

    @Test func `four hundred lines is a file, one more is too many`() {
        #expect(findings(String(repeating: "// x\n", count: 400)).isEmpty)
        #expect(findings(String(repeating: "// x\n", count: 401)).map(\.line) == [1])
    }

    @Test func `seventy lines is a function, one more is too many`() {
        #expect(findings(function(lines: 70)).isEmpty)
        #expect(findings(function(lines: 71)).map(\.line) == [2])
    }

    @Test(arguments: [
        "init?(x: Int)", "subscript(x: Int) -> Int", "var x: [String: Int]", "func < <T>(a: T, b: T) -> Bool",
        "func f() throws(E) -> @Sendable () -> Void", "func f<S>(s: S) where S.X == Int, S.Y: P", "deinit",
    ])
    func `whatever has a body is measured`(head: String) {
        #expect(findings(function(lines: 71, head: head)).count == 1)
    }

    @Test func `a requirement of a protocol has no body`() {
        #expect(
            findings(
                "protocol P {\n    func f()\n    var x: Int { get }\n}" + function(lines: 69, head: "class X")
            ).isEmpty)
        #expect(findings("protocol P { func f() }" + function(lines: 100, head: "extension X")).isEmpty)
        #expect(findings("var x: Int = 3" + function(lines: 100, head: "struct X")).isEmpty)
    }

    @Test func `an exception permits its size and not a line more`() {
        let exception = SizeException(path: path, function: "raise", atMost: 80, reason: "one table of cases")
        #expect(findings(function(lines: 80), exceptions: [exception]).isEmpty)
        #expect(findings(function(lines: 81), exceptions: [exception]).count == 1)
    }

    @Test func `an exception nobody needs fails`() {
        let exception = SizeException(path: path, function: "raise", atMost: 80, reason: "one table of cases")
        #expect(findings(function(lines: 70), exceptions: [exception]).map(\.line) == [2])
        #expect(findings("", exceptions: [exception]).map(\.line) == [1])
    }
}
