import Foundation
import Testing

@Suite struct BorderRuleTests {
    private let queries = SourceFile(
        path: "Sources/App/Alarm/AlarmQueries.swift",
        text: """
            extension Transaction {
                func alarm(_ id: ID<Alarm>) throws -> Alarm { func inner() {} }
                private func decode() {}
            }
            extension AlarmPage { static func load(_ id: ID<Alarm>) -> AlarmPage {} }
            struct AlarmRow { func value() {} }
            func alarmColumns() -> String { "" }
            """)

    private func findings(_ text: String, path: String = "Sources/App/Roster/A.swift", _ more: SourceFile...)
        -> [Finding]
    {
        BorderRule().findings(in: [queries, SourceFile(path: path, text: text)] + more)
    }

    @Test(arguments: [
        "try tx.alarm(id)", "tx\n    .alarm(id)", "transaction?.alarm(id)", "database.read { $0.alarm(id) }",
        "AlarmPage.load(id)", "let row: AlarmRow", "alarmColumns()",
        "extension Transaction { func a() { alarm(id) } }",
    ])
    func `a query of another feature is found`(text: String) {
        let found = findings(text)
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.instead.contains("App/Alarm/…Facts.swift") })
    }

    @Test(arguments: [
        "return .alarm(id)", "record(object: .alarm(id))", "x ? .alarm(a) : .none", "Object.alarm(id)",
        "case .alarm(let id):",
        "case alarm(ID<Alarm>)", "let alarm = 3", "x.decode()", "x.inner()", "x.value()",
        "pointer.load(as: Int.self)",
        "// tx.alarm(id)", "\"tx.alarm(id)\"",
    ])
    func `another thing of that name is not`(text: String) {
        #expect(findings(text).isEmpty)
    }

    @Test func `the feature itself may, in a folder below too, and outside App nobody looks`() {
        #expect(findings("tx.alarm(id)", path: "Sources/App/Alarm/RaiseAlarm.swift").isEmpty)
        #expect(findings("tx.alarm(id)", path: "Sources/App/Alarm/Channels/A.swift").isEmpty)
        #expect(findings("tx.alarm(id)", path: "Sources/Domain/Alarm/A.swift").isEmpty)
        #expect(findings("tx.alarm(id)", path: "Sources/App/Application.swift").count == 1)
    }

    @Test func `a name with its own meaning elsewhere is excused`() {
        let facts = SourceFile(
            path: "Sources/App/Alarm/AlarmFacts.swift", text: "extension Transaction { func alarm() {} }")
        #expect(findings("tx.alarm(id)", facts).isEmpty)
        let own = SourceFile(
            path: "Sources/App/Roster/RosterQueries.swift", text: "extension Transaction { func alarm() {} }")
        #expect(findings("tx.alarm(id)", own).isEmpty)
        let third = SourceFile(
            path: "Sources/App/Duty/DutyQueries.swift", text: "extension Transaction { func alarm() {} }")
        #expect(findings("tx.alarm(id)", third).count == 1)
    }
}
