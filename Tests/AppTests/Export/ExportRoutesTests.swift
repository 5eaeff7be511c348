import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ExportRoutesTests {
    private func regional(_ region: TestRegion) async throws -> ID<Deployment> {
        let id = try await region.deployment()
        let places: [Code<Municipality>] = [Code("GM0613"), Code("GM0606")]
        let level = Declaration(
            level: .four, declarer: .chair, ground: "meer gemeenten", municipalities: places)
        try await region.record(EntryDraft(.level(level), level.sentence, key: "g4"), in: id)
        let decision = DeploymentDecision(
            judgement: "Het water stijgt", decision: "De polder ontruimen", picture: nil,
            decidedBy: "Voorzitter",
            checkAt: nil)
        try await region.record(EntryDraft(.decision(decision), "De polder ontruimen", key: "d"), in: id)
        let objection = Objection(by: "Burgemeester", municipality: Code("GM0606"), decision: 3)
        try await region.record(
            EntryDraft(.objection(objection), "De wegen kunnen dit niet aan", key: "b"), in: id)
        var secret = EntryDraft(.note(Note(verification: .confirmed)), "Naam van een kind", key: "s")
        secret.isConfidential = true
        let hidden = secret
        try await region.record(hidden, in: id)
        return id
    }

    @Test(arguments: TestEngine.allCases)
    func `the article 40 report has course, decisions and objections, and nothing confidential`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await regional(region)
            let client = try await region.client("bureau")
            let page = try await client.get("/inzetten/\(id)/stukken/artikel40").body
            #expect(page.contains("De polder ontruimen"))
            #expect(page.contains("Burgemeester (Schiedam) tegen besluit nummer 3"))
            #expect(page.contains("De wegen kunnen dit niet aan"))
            #expect(page.contains("voorzitter veiligheidsregio"))
            #expect(page.contains("1 vertrouwelijke regel is weggelaten"))
            #expect(!page.contains("Naam van een kind"))
            #expect(!page.contains("Let op:"))
            let file = try await client.get("/inzetten/\(id)/stukken/artikel40/bestand")
            #expect(file.headers[.contentDisposition]?.contains("2026-001-artikel40.html") == true)
            #expect(file.body.hasPrefix("<!doctype html>"))
            #expect(file.body.contains("De wegen kunnen dit niet aan"))
            let export = try await region.application.exportArticle40(id.description, asPDF: false)
            #expect(export.map { String(decoding: $0, as: UTF8.self) } == file.body)
            #expect(try await region.application.exportArticle40("onzin", asPDF: false) == nil)
        }
    }

    @Test func `without GRIP 4 it says that article 40 was not applied, and that nobody objected`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let client = try await region.client("bureau")
            let page = try await client.get("/inzetten/\(id)/stukken/artikel40").body
            #expect(page.contains("Let op:"))
            #expect(page.contains("Geen burgemeester heeft bezwaar laten vastleggen"))
            for kind in ["verslag", "tijdlijn"] {
                #expect(try await client.get("/inzetten/\(id)/stukken/\(kind)").status == 200)
            }
            #expect(try await client.get("/inzetten/\(id)/stukken/anders").status == 404)
            let stranger = try await region.client("bestuur")
            #expect(try await stranger.get("/inzetten/\(id)/stukken/verslag").status == 404)
        }
    }

    @Test func `an objection is written down with the decisions`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let client = try await region.client("bureau")
            _ = try await client.get("/inzetten/\(id)/besluiten")
            _ = try await client.post(
                "/inzetten/\(id)/bezwaren",
                ["sleutel": "b", "wie": "Burgemeester", "gemeente": "GM0613", "tekst": "Te vroeg"])
            #expect(try await client.get("/inzetten/\(id)/besluiten").body.contains("Burgemeester: Te vroeg"))
        }
    }

    @Test func `two independent readers find no error in any of the papers as a PDF`() async throws {
        let papers = try await TestRegion.with(.sqlite) { region in
            let id = try await regional(region)
            return try await region.read { tx in
                let deployment = try #require(try tx.deployment(id))
                return try ExportKind.allCases.map {
                    ExportPages.paper(try DeploymentExport($0, deployment, at: TestRegion.now, tx))
                }
            }
        }
        let printer = PDFPrinter(program: try PythonTool.program("weasyprint", of: "papers"))
        let folder = try TestFolder()
        defer { folder.remove() }
        var paths: [String] = []
        for (number, paper) in papers.enumerated() {
            let path = "\(folder.path)/stuk-\(number).pdf"
            try Data(try await printer.pdf(of: paper)).write(to: URL(filePath: path))
            paths.append(path)
        }
        let answer = try PythonTool("papers", "check.py").run(paths)
        let checked = try JSONDecoder().decode([CheckedPaper].self, from: answer)
        #expect(checked.count == ExportKind.allCases.count)
        for paper in checked {
            #expect(paper.outloud == [] && paper.pdfua == [])
            #expect(paper.tagged && paper.language == "nl")
        }
    }

    private struct CheckedPaper: Decodable {
        let language: String
        let tagged: Bool
        let outloud: [String]
        let pdfua: [String]
    }

    @Test func `without a program for PDFs the page to print is shown, with a sentence why`() async throws {
        let (answer, page) = try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let client = try await region.client("bureau")
            let answer = try await client.get("/inzetten/\(id)/stukken/verslag/pdf")
            return (answer, try await client.get("/inzetten/\(id)/stukken/verslag"))
        }
        #expect(answer.location?.hasSuffix("/stukken/verslag") == true)
        #expect(answer.notice?.isEmpty == false)
        #expect(page.status == 200)
    }
}
