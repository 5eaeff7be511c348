import Domain
import Foundation
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct BasisPaperPagesTests {
    private static let quarter = "2026-4"

    /// The sheet as that account gets it, after every municipality said `text` of its figures.
    private func paper(
        _ region: TestRegion, for account: String, saying text: String?
    ) async throws -> Paper {
        let quarter = try #require(BasisQuarter(Self.quarter))
        try await region.change(as: "bureau") { change in
            try change.takeBasis(quarter)
            for place in try change.tx.municipalities().filter({ $0.exists(on: TestMoments.startDay) }) {
                guard let text else { continue }
                try change.tx.insert(
                    BasisComment(
                        id: change.newID(), quarter: quarter, municipality: place.code, text: text,
                        writtenAt: TestRegion.now))
            }
            try change.publishBasis(quarter)
        }
        let visit = try await region.visit(account)
        return try await region.read { tx in BasisPaperPages.paper(try BasisPage(visit, tx)) }
    }

    @Test(arguments: [("secretaris", 1_000), ("bestuur", 20)])
    func `everything stands on one A4, also when every municipality says much`(
        account: String, words: Int
    ) async throws {
        let text = String(repeating: "wij werken eraan ", count: words / 17)
        let paper = try await TestRegion.with(.sqlite) { region in
            try await self.paper(region, for: account, saying: text)
        }
        let printer = PDFPrinter(program: try PythonTool.program("weasyprint", of: "papers"))
        let bytes = try await printer.pdf(of: paper)
        let folder = try TestFolder()
        defer { folder.remove() }
        let path = "\(folder.path)/basis.pdf"
        try Data(bytes).write(to: URL(filePath: path))
        let answer = try PythonTool("papers", "check.py").run([path])
        let checked = try #require(try JSONDecoder().decode([Checked].self, from: answer).first)
        #expect(checked.pages == 1 && checked.tagged)
        #expect(checked.outloud == [] && checked.pdfua == [])
    }

    private struct Checked: Decodable {
        let pages: Int
        let tagged: Bool
        let outloud: [String]
        let pdfua: [String]
    }

    @Test func `the sheet has the own municipality, the map as a table, and what municipalities say`()
        async throws
    {
        let seen = try await TestRegion.with(.sqlite) { region in
            let paper = try await self.paper(region, for: "secretaris", saying: "Drie <b>nieuwe mensen.")
            let own = try #require(try await region.signedIn("secretaris").municipalities.first)
            let name = try await region.read { tx in
                try tx.municipalities().first { $0.code == own }?.name ?? ""
            }
            return (paper.document.text, name)
        }
        #expect(seen.0.contains("<th scope=\"col\">\(seen.1)</th>"))
        #expect(seen.0.contains("<caption>Bezetting per gemeente</caption>"))
        #expect(seen.0.contains("<strong>\(seen.1)</strong>: Drie &lt;b&gt;nieuwe mensen."))
    }

    @Test func `the fewer speak, the more each may say, and no more speak than there are lines`() {
        func room(_ municipalities: Int, _ comments: Int, lines: Int = 4) -> CommentRoom {
            CommentRoom(
                municipalities: municipalities, comments: comments,
                sentences: [String](repeating: "Een zin van een regel.", count: lines))
        }
        #expect(room(13, 1).charactersMax == 1_200 && room(13, 1).comments == 1)
        #expect(room(13, 13).charactersMax == 92 && room(13, 13).comments == 13)
        #expect(room(13, 13, lines: 10).comments == 9)
        #expect(room(26, 26).comments == 2 && room(26, 26, lines: 12).comments == 0)
        #expect(room(13, 0).charactersMax == 1_200)
    }
}
