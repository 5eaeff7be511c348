import Domain
import Foundation
import TestSupport
import Testing
import Web

@testable import App

@Suite struct PDFPrinterTests {
    /// What every kind of part in a paper looks like.
    private static var paper: Paper {
        var table = Table("Uren per gemeente", columns: ["Gemeente", "Uren", "Norm"])
        table.add(["Brielle", "6", "8"])
        table.add(["Rotterdam", "14", "8"])
        let drawing: HTML = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="30" height="8"/></svg>
            """
        return Paper(
            kind: "Agendapost", title: "Proef & plan", regionName: "Rotterdam-Rijnmond", made: TestRegion.now,
            body: """
                <h2>Gevraagde beslissing</h2><ol><li>Vaststellen.</li></ol>
                <h2>Uren</h2><p>Het gaat om € 25.000,00.</p>\(table.paper)
                \(HTML.picture(drawing, alternative: "Brielle 6 van 8 uur, Rotterdam 14"))
                """)
    }

    @Test func `two independent readers find no error in a paper as a PDF`() async throws {
        let printer = PDFPrinter(program: try PythonTool.program("weasyprint", of: "papers"))
        let bytes = try await printer.pdf(of: Self.paper)
        let folder = try TestFolder()
        defer { folder.remove() }
        let path = "\(folder.path)/stuk.pdf"
        try Data(bytes).write(to: URL(filePath: path))
        let answer = try PythonTool("papers", "check.py").run([path])
        let checked = try #require(try JSONDecoder().decode([Checked].self, from: answer).first)
        #expect(checked.outloud == [])
        #expect(checked.pdfua == [])
        #expect(checked.tagged && checked.language == "nl" && checked.pages == 1)
        #expect(checked.title == "Agendapost: Proef & plan")
    }

    private struct Checked: Decodable {
        let pages: Int
        let title: String
        let language: String
        let tagged: Bool
        let outloud: [String]
        let pdfua: [String]
    }

    @Test func `without a program the reader hears so`() async throws {
        await #expect(throws: PDFFault.missing) {
            try await PDFPrinter(program: "/bestaat/niet/weasyprint").pdf(of: Self.paper)
        }
    }

    @Test(arguments: ["WeasyPrint version 57.2", "iets anders"])
    func `a program that cannot tag what it makes is not used`(said: String) async throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let path = "\(folder.path)/weasyprint"
        // Written by another process: a program that somebody has open for writing is not started, and what this one
        // opens, children of other tests may hold on to.
        let script = "printf '#!/bin/sh\\necho %s\\n' \"$1\" > \"$0\" && chmod 700 \"$0\""
        let written = try await TestProcess.run(URL(filePath: "/bin/sh"), ["-c", script, path, said])
        #expect(written.status == 0)
        await #expect(throws: PDFFault.tooOld(said.hasPrefix("W") ? "57.2" : "?")) {
            try await PDFPrinter(program: path).pdf(of: Self.paper)
        }
    }
}
