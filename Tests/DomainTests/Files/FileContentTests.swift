import Testing

@testable import Domain

@Suite struct FileContentTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let pngEnd: [UInt8] = [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    private static let zipEnd: [UInt8] = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)

    private func finding(_ bytes: [UInt8]) -> FileContent.Finding {
        FileContent(head: bytes, tail: bytes).finding
    }

    private func finding(_ text: String) -> FileContent.Finding { finding(Array(text.utf8)) }

    private func zip(_ text: String) -> [UInt8] { [0x50, 0x4B, 0x03, 0x04] + Array(text.utf8) + Self.zipEnd }

    @Test func `each kind is known by its bytes`() {
        #expect(finding("%PDF-1.7\n...\n%%EOF\n") == .kind(.pdf))
        #expect(finding(Self.png + [0, 0] + Self.pngEnd) == .kind(.png))
        #expect(finding([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 0xFF, 0xD9]) == .kind(.jpeg))
        #expect(finding(zip("xl/workbook.xml")) == .kind(.xlsx))
        #expect(finding("gemeente;naam\r\nSchiedam;Élise\r\n") == .kind(.csv))
        #expect(finding([0xFF, 0xFE, 0x61, 0x00]) == .kind(.csv))
        #expect(finding([0x61, 0xE9, 0x0A]) == .kind(.csv), "Windows-1252")
    }

    @Test func `what people send by mistake has a name`() {
        #expect(finding([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]) == .foreign(.oldOffice))
        let ods = "\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
        #expect(finding(zip(ods)) == .foreign(.openDocument))
        #expect(finding(zip("foto.jpg")) == .foreign(.zip))
        #expect(finding("MZ\u{90}") == .foreign(.program))
        #expect(finding("#!/bin/sh\n") == .foreign(.program))
        for page in [
            "<!DOCTYPE html>", "\n <html lang=\"nl\">", "\u{FEFF}<svg xmlns=\"\">", "<?xml version=\"1.0\"?>",
        ] {
            #expect(finding(page) == .foreign(.webPage))
        }
        #expect(finding([1, 2, 3]) == .unknown)
    }

    @Test func `what begins as one kind and goes on as another is damaged`() {
        #expect(finding("%PDF-1.7\n%%EOF\n<script>") == .damaged(.pdf))
        #expect(
            finding(Array("%PDF-1.7\n".utf8) + zip("xl/workbook.xml") + Array("\n%%EOF".utf8))
                == .damaged(.pdf))
        #expect(finding(Self.png + Self.pngEnd + zip("a")) == .damaged(.png))
        #expect(finding([0xFF, 0xD8, 0xFF, 1, 0xFF, 0xD9] + Array("<script>".utf8)) == .damaged(.jpeg))
        #expect(finding(zip("xl/workbook.xml") + Array("%PDF-1.7".utf8)) == .damaged(.xlsx))
        #expect(finding([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]) == .damaged(.xlsx))
    }
}
