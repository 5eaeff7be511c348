import Testing

@testable import Domain

@Suite struct ImportCellTests {
    @Test(arguments: [
        ("  Elzenaar\u{A0}", "Elzenaar"), ("'+31612345678", "+31612345678"), ("'0612345678", "0612345678"),
        ("'=1+1", "=1+1"), ("'@duin", "@duin"), ("'t", "'t"), ("'s-Gravenduin", "'s-Gravenduin"), ("'", "'"),
        ("=\"00123\"", "00123"), ("=\"\"", "=\"\""), ("Anna\nRoos", "Anna Roos"),
    ])
    func `what spreadsheets put around a value goes`(raw: String, text: String) {
        #expect(ImportCell(raw) == ImportCell(text))
        #expect(ImportCell(raw).text == text)
    }

    @Test func `a control character is kept for the message`() {
        #expect(ImportCell("Elze\u{7}naar").controlCharacter == 7)
        #expect(ImportCell("Elze\tnaar\r\n").controlCharacter == nil)
    }
}
