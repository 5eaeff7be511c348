import Testing

@testable import Domain

@Suite struct ImportWarningTests {
    @Test func `each warning has a code of its own and its column`() throws {
        let phone = try #require(Phone("0612345678"))
        let warnings: [(ImportWarning, ImportColumn?)] = [
            (.unknownColumn("x"), nil), (.passedOverColumn("x", instead: "y"), nil),
            (.phoneRepaired(.landline, text: "6", phone: phone, .plus), .landline),
            (.landlineAsMobile(phone), .mobile), (.noPhone, .mobile),
            (.garbledName(.given, text: "x"), .given),
            (.unknownWorkBase("x"), .workBase), (.repeatedRow(earlierLine: 2), nil),
        ]
        #expect(Set(warnings.map(\.0.code)).count == warnings.count)
        for (warning, column) in warnings { #expect(warning.field == column) }
    }
}
