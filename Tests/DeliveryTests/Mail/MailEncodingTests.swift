import Foundation
import Testing

@testable import Delivery

@Suite struct MailEncodingTests {
    private func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        MailEncoding.quotedPrintable(text, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("Kom op.", "Kom op.\r\n"), ("één = 1", "=C3=A9=C3=A9n =3D 1\r\n"),
        ("spatie \nvolgende\r\nderde\rvierde", "spatie=20\r\nvolgende\r\nderde\r\nvierde\r\n"),
        ("tab\t\n\nleeg", "tab=09\r\n\r\nleeg\r\n"), ("", ""), ("eind ", "eind=20\r\n"),
    ])
    func `quoted-printable keeps lines and encodes what seven bits cannot carry`(text: String, coded: String)
    {
        #expect(quoted(text) == coded)
    }

    @Test func `no line of quoted-printable is longer than 76, and no code is cut in two`() {
        for length in 60...90 {
            let coded = quoted(String(repeating: "a", count: length) + "€€€€ é")
            let lines = coded.split(separator: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 76 })
            #expect(lines.allSatisfy { !$0.dropLast().hasSuffix("=") && !$0.hasSuffix("=E") })
        }
    }

    @Test(arguments: 0...200)
    func `base64 is Foundation's, in lines of 76`(count: Int) {
        let source = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37) }
        var bytes: [UInt8] = []
        MailEncoding.base64Lines(source, into: &bytes)
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.count <= 76 })
        #expect(lines.joined() == Data(source).base64EncodedString())
    }
}
