import Foundation
import Testing

@Suite struct GlossaryRuleTests {
    private let source = SourceFile(
        path: "Sources/Domain/Duty/OnCall.swift", text: "enum OnCall { case `default`, handover } // Turnout")

    private func findings(_ glossary: String) -> [Finding] {
        GlossaryRule().findings(in: [source, SourceFile(path: "docs/glossary.md", text: glossary)])
    }

    private let head =
        "# Begrippen\n\n| Dutch term | English identifier | meaning | source |\n|---|---|---|---|\n"

    @Test func `an identifier in code is fine, words outside backticks or its column are free`() {
        #expect(
            findings(head + "| piket | `OnCall`, `OnCall.handover(to:)` no | `Absent` \\| x | CBS |").count
                == 1)
        #expect(
            findings(head + "| piket | `OnCall.handover`, `default`, not yet | `Absent` \\| x | CBS |")
                .isEmpty)
    }

    @Test func `an identifier that is only a comment is found at its row`() {
        #expect(
            findings(head + "| piket | `OnCall` | m | s |\n| opkomst | `Turnout` | m | s |").map(\.line) == [
                6
            ])
    }

    @Test func `every table has its own columns`() {
        let second = "\n\n| Identifier | term |\n|---|---|\n| `Absent` | `Nobody` |"
        #expect(findings(head + "| piket | `OnCall` | m | s |" + second).map(\.line) == [9])
    }

    @Test func `a glossary that is missing or empty fails`() {
        #expect(GlossaryRule().findings(in: [source]).count == 1)
        #expect(findings("# Begrippen").count == 1)
    }
}
