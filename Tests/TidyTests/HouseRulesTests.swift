import Foundation
import Testing

/// Every rule of the house over the real tree. What a rule means is told by its own small tests.
@Suite struct HouseRulesTests {
    private let files = HouseTree.files

    @Test func `the tree is found`() {
        #expect(files.contains { $0.isSwiftSource })
        #expect(files.contains { $0.path == "Tests/TidyTests/HouseRulesTests.swift" })
    }

    @Test func `files and functions are short`() { report(SizeRule().findings(in: files)) }
    @Test func `lines are short`() { report(LineRule().findings(in: files)) }
    @Test func `nothing banned is used`() { report(BanRule().findings(in: files)) }
    @Test func `SQL is in queries and HTML on pages`() { report(LiteralRule().findings(in: files)) }
    @Test func `imports point downward`() { report(ImportRule().findings(in: files)) }
    @Test func `names say what a thing is`() { report(NameRule().findings(in: files)) }
    @Test func `queries stay inside their feature`() { report(BorderRule().findings(in: files)) }
    @Test func `every test file mirrors a source`() { report(MirrorRule().findings(in: files)) }
    @Test func `every route declares a permission`() { report(RouteRule().findings(in: files)) }
    @Test func `the glossary and the code speak one language`() { report(GlossaryRule().findings(in: files)) }

    /// Fails at the line of the finding itself, so that an editor can jump there.
    private func report(_ findings: [Finding]) {
        for finding in findings {
            let place = SourceLocation(
                fileID: finding.path, filePath: HouseTree.root.appending(path: finding.path).path,
                line: finding.line, column: 1)
            Issue.record(Comment(rawValue: finding.description), sourceLocation: place)
        }
    }
}
