import Domain
import Testing

@testable import App

@Suite struct GoverningBodyFileTests {
    @Test func `the shipped bodies end with one that decides and one that only talks`() {
        let bodies = GoverningBodyFile.shipped
        #expect(bodies.map(\.code.text) == ["KERNGROEP", "VD", "CAGEM", "AB", "TAB"])
        #expect(bodies.filter { $0.power == .decides }.map(\.code.text) == ["AB"])
        #expect(bodies.filter { $0.power == .discusses }.map(\.code.text) == ["TAB"])
    }
}
