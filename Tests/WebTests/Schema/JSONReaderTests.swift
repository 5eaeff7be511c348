import Testing

@testable import Web

@Suite struct JSONReaderTests {
    @Test(
        arguments: [
            ("null", .null), ("  true ", .bool(true)), ("-0.5e+3", .number("-0.5e+3")),
            ("\"\\u00e9\\n\"", .text("é\n")),
            ("\"\\ud83d\\ude00\"", .text("😀")), ("[]", .array([])), ("{}", .object([])),
            ("[1,{\"a\":[false]}]", [1, ["a": [false]]]),
        ] as [(String, JSONValue)])
    func `a text is read as RFC 8259 has it`(text: String, value: JSONValue) throws {
        #expect(try JSONReader.read(Array(text.utf8)) == value)
    }

    @Test(arguments: [
        "{", "[1,]", "{\"a\":1,}", "01", "1.", ".5", "+1", "NaN", "'a'", "\"a", "\"\n\"", "\"\\x\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"", "tru", "1 2", "{a:1}", "[1 2]", "\u{FEFF}{}", "",
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(throws: JSONReadingFault.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test func `a name that comes twice is refused with its place`() {
        let text = #"{"a":[{"b/c":1,"b/c":2}]}"#
        #expect(throws: JSONReadingFault.duplicateName(pointer: "/a/0/b~1c")) {
            try JSONReader.read(Array(text.utf8))
        }
    }

    @Test func `depth has a limit, and bytes must be UTF-8`() {
        #expect(throws: JSONReadingFault.tooDeep(levelsMax: 32)) {
            try JSONReader.read(Array(repeating: UInt8(ascii: "["), count: 100_000))
        }
        #expect(throws: JSONReadingFault.notUTF8) { try JSONReader.read([0x22, 0xC3, 0x28, 0x22]) }
    }

    @Test func `what is written is read back`() throws {
        let value: JSONValue = ["é\"\\\u{1}": [1, nil, true, "a\tb", ["x": []]], "n": .number("1e9")]
        #expect(try JSONReader.read(value.bytes) == value)
    }
}
