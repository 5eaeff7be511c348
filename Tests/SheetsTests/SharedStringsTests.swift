import Testing

@testable import Sheets

@Suite struct SharedStringsTests {
    @Test func `marks for characters that XML cannot hold are turned back`() {
        #expect(unescaped("a_x000D_b") == "a\rb")
        #expect(unescaped("_x005F_x000D_") == "_x000D_")
        #expect(unescaped("veld_x, _xyz_, _x00_, _xD800_") == "veld_x, _xyz_, _x00_, _xD800_")
        #expect(unescaped("_x0041__x0042_") == "AB")
    }
}
