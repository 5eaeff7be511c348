import Foundation
import Testing

@testable import Delivery

@Suite struct MailHeaderTests {
    private func header(_ fill: (inout MailHeader) -> Void) -> String {
        var header = MailHeader()
        fill(&header)
        return String(decoding: header.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        "Gaslek\r\nBcc: iedereen@kwaad.test", "Gaslek\nBcc: x@y.test", "Gaslek\rBcc: x@y.test",
        "Gaslek\u{2028}Bcc: x@y.test", "Gaslek\u{0}Bcc: x@y.test", "\r\n\r\nInhoud van een ander",
        "Reünie\r\nBcc: x@y.test",
    ])
    func `nothing that is put in can begin another header`(text: String) {
        let written = [
            header { $0.add("Subject", text: text) }, header { $0.add("From", text, "a@b.test") },
            header { $0.add("X", text) }, header { $0.addAttachment(named: text) },
        ]
        for lines in written.map({ $0.components(separatedBy: "\r\n") }) {
            #expect(lines.last == "")
            #expect(lines.dropFirst().dropLast().allSatisfy { $0.hasPrefix(" ") })
            #expect(
                lines.allSatisfy { line in
                    line.utf8.allSatisfy { (32...126).contains($0) } || line.hasPrefix("X:")
                })
        }
    }

    @Test func `plain text stays readable, other text becomes encoded words of at most 75`() {
        #expect(header { $0.add("Subject", text: "Gaslek Schiedam") } == "Subject: Gaslek Schiedam\r\n")
        let long = header { $0.add("Subject", text: String(repeating: "Coördinator opvang 👍 ", count: 20)) }
        let words = long.dropFirst("Subject: ".count).components(separatedBy: "\r\n ")
        #expect(words.count > 5)
        #expect(words.allSatisfy { $0.utf8.count <= 77 && $0.hasPrefix("=?utf-8?B?") })
    }

    @Test func `text that looks encoded is encoded, so that it is shown as it was typed`() {
        #expect(header { $0.add("Subject", text: "=?utf-8?B?eA==?=") }.hasPrefix("Subject: =?utf-8?B?PT"))
    }
}
