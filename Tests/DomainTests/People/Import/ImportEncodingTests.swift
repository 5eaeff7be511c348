import Testing

@testable import Domain

@Suite struct ImportEncodingTests {
    private let text = "naam;bedrag\r\nRenée Élzenaar;€ 5"

    @Test func `UTF-8 is recognised with and without its mark`() throws {
        let plain = try ImportText.decode(Array(text.utf8)).get()
        let marked = try ImportText.decode([0xEF, 0xBB, 0xBF] + Array(text.utf8)).get()
        #expect(plain == ImportText(text: text, encoding: .utf8))
        #expect(marked == plain)
    }

    @Test(arguments: [ImportEncoding.utf16LittleEndian, .utf16BigEndian])
    func `UTF-16 is recognised by its mark`(encoding: ImportEncoding) throws {
        let isLittle = encoding == .utf16LittleEndian
        let bytes = ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            return isLittle ? [low, high] : [high, low]
        }
        #expect(try ImportText.decode(bytes).get() == ImportText(text: text, encoding: encoding))
        #expect(try ImportText.decode(bytes + [0x41]).get().text == text)
    }

    @Test func `other bytes are Windows-1252`() throws {
        let bytes: [UInt8] = [
            0x52, 0x65, 0x6E, 0xE9, 0x20, 0x56, 0x6C, 0x69, 0xEB, 0x72, 0xEF, 0x20, 0x80, 0x8A,
        ]
        let decoded = try ImportText.decode(bytes).get()
        #expect(decoded == ImportText(text: "René Vliërï €Š", encoding: .windows1252))
    }

    @Test func `bytes without a letter in Windows-1252 stay visible as control characters`() throws {
        #expect(try ImportText.decode([0x41, 0xE9, 0x81]).get().text == "Aé\u{81}")
    }

    @Test(
        arguments: [
            ([], ImportFileFault.empty), ([0x20, 0x0D, 0x0A, 0x0A], .empty), ([0xEF, 0xBB, 0xBF], .empty),
            ([0x50, 0x4B, 0x03, 0x04, 0x14], .spreadsheet), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .spreadsheet),
            ([0x41, 0x00, 0x42], .notText), ([0xFF, 0xFE, 0x41, 0x00, 0x00, 0x00], .notText),
        ] as [([UInt8], ImportFileFault)])
    func `bytes that are no list are refused by what they are`(bytes: [UInt8], fault: ImportFileFault) {
        #expect(ImportText.decode(bytes) == .failure(fault))
    }

    @Test func `a file over the limit is refused unread`() {
        let bytes = [UInt8](repeating: 0x41, count: PeopleFile.bytesMax + 1)
        let fault = ImportFileFault.tooLarge(bytes: bytes.count, max: PeopleFile.bytesMax)
        #expect(ImportText.decode(bytes) == .failure(fault))
    }
}
