import Foundation
import Testing

@Suite struct NameRuleTests {
    private func findings(_ text: String, paths: String...) -> [Finding] {
        NameRule().findings(in: paths.map { SourceFile(path: $0, text: text) })
    }

    @Test(arguments: [
        "struct AlarmManager {}", "enum X { final class RowHelper {} }", "actor Processor {}",
        "protocol DefaultChannel {}",
        "typealias Handler = () -> Void", "package struct PersonInfo: Sendable {}",
        "struct ChannelDefault<T> {}",
        "struct AlarmService {}",
    ])
    func `a type that says nothing is found`(text: String) {
        #expect(findings(text, paths: "Sources/App/Alarm/A.swift").count == 1)
    }

    @Test(arguments: [
        "struct Database {}", "struct Defaults {}", "class func handler() {}", "func send(actor: Handler) {}",
        "let x = UserInfo()", "extension Data {}", "by actor: Actor", "{ actor in Data() }",
        "// struct AlarmManager",
        "struct AlarmService: ServiceLifecycle.Service {}",
    ])
    func `a type that says something, or is not declared here, is fine`(text: String) {
        #expect(findings(text, paths: "Sources/App/Alarm/A.swift").isEmpty)
    }

    @Test func `a folder that says nothing is found once`() {
        let found = findings(
            "", paths: "Sources/App/Utils/A.swift", "Sources/App/Utils/B.swift", "Sources/Domain/Core/C.swift"
        )
        #expect(found.map(\.path) == ["Sources/App/Utils", "Sources/Domain/Core"])
    }

    @Test func `two files with one name are found in whichever target`() {
        let found = findings(
            "", paths: "Sources/Domain/Alarm/Alarm.swift", "Sources/oranje/Alarm.swift", "Sources/App/B.swift"
        )
        #expect(found.map(\.path) == ["Sources/oranje/Alarm.swift"])
    }

    @Test func `tests are free to mirror names`() {
        #expect(
            findings("struct FakeData {}", paths: "Tests/AppTests/Core/A.swift", "Tests/WebTests/A.swift")
                .isEmpty)
    }
}
