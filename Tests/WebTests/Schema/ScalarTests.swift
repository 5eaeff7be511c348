import Domain
import Testing

@testable import Web

@Suite struct ScalarTests {
    @Test(arguments: [
        ("a", true), ("Ann de Wit", true), ("", false), (" a", false), ("a ", false), ("a\u{0}", false),
        ("a\nb", false),
        ("👩‍👩‍👧", true), ("abcdefghijk", false),
    ])
    func `a text is one line of so many code points without spaces at its ends`(text: String, isRead: Bool) {
        #expect((Scalar.text(1...10).parse(text) != nil) == isRead)
    }

    @Test(
        arguments: [
            ("1", 1), ("1.0", 1), ("9", 9), ("0", nil), ("10", nil), ("1.5", nil), ("1e0", nil), ("x", nil),
            ("99999999999999999999", nil),
        ] as [(String, Int?)])
    func `a number is whole and within its range`(text: String, number: Int?) {
        #expect(Scalar.integer(1...9).parse(text) == number)
    }

    @Test(arguments: ["1899-12-31", "2200-01-01", "2026-02-29", "23-11-2026", "2026-11-23T00:00:00Z", ""])
    func `a day that does not exist or cannot be planned is refused`(text: String) {
        #expect(Scalar.day.parse(text) == nil)
    }

    @Test func `a choice is read and written by its word`() {
        let choice = Scalar.choice([1, 2]) { $0 == 1 ? "een" : "twee" }
        #expect(choice.parse("twee") == 2)
        #expect(choice.parse("drie") == nil)
        #expect(choice.print(1) == "een")
        #expect(choice.description["enum"] == ["een", "twee"])
    }

    @Test(arguments: [
        ("GM0599", true), ("OVDBZ-NOORD", true), ("gm0599", false), ("", false), ("-A", false), ("É", false),
    ])
    func `a code is capitals, digits and hyphens`(text: String, isRead: Bool) {
        #expect((Scalar.code(of: Self.self, example: "A").parse(text) != nil) == isRead)
    }
}
