import Domain
import Foundation
import HTTPTypes
import Sheets
import TestSupport
import Testing

@testable import App

@Suite struct DownloadTests {
    private static let paths: [(path: String, page: String)] = [
        ("/mensen/lijst", "/mensen"), ("/rooster/lijnen", "/rooster"),
        ("/rooster/lijn/OVDBZ-NOORD/weken", "/rooster/lijn/OVDBZ-NOORD"), ("/bezetting/gaten", "/bezetting"),
        ("/journaal/journaal", "/journaal"),
    ]

    /// The rows of both forms, which must say the same.
    private func rows(_ client: TestClient, _ path: String, query: String = "") async throws -> [SheetRow] {
        let book = try Workbook.read(
            try await client.get("\(path).xlsx\(query)").bytes, rowsMax: 100_000, columnsMax: 50)
        #expect(book.notes.isEmpty)
        return book.rows
    }

    private func text(_ row: SheetRow, _ column: Int) -> String {
        guard row.cells.indices.contains(column), case .text(let text) = row.cells[column] else { return "" }
        return text
    }

    @Test(arguments: Role.allCases)
    func `whoever may open the page may take its list along, and nobody else`(role: Role) async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client(role.sampleName)
            for (path, page) in Self.paths {
                let shown = try await client.get(page).status
                for form in DownloadForm.allCases {
                    let answer = try await client.get("\(path).\(form.rawValue)")
                    #expect(answer.status == shown, "\(role) \(path)")
                    guard answer.status == 200 else { continue }
                    #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment; ") == true)
                    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the register comes whole, and read in again it changes nothing`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let people = try await region.people().filter { $0.employedThrough == nil }
            let rows = try await rows(client, "/mensen/lijst")
            #expect(rows.count >= people.count + 1)
            for form in DownloadForm.allCases {
                let file = try await client.get("/mensen/lijst.\(form.rawValue)")
                let outcome = try await region.application.importPeople(file.bytes, isApplied: false)
                #expect(outcome.created == 0, "\(form)")
                #expect(outcome.file.accepted > people.count / 2, "\(form)")
                #expect(outcome.changed == 0, "\(form) \(outcome.differences.prefix(3))")
            }
        }
    }

    @Test func `the list is narrowed like the page`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let all = try await rows(client, "/mensen/lijst")
            let some = try await rows(client, "/mensen/lijst", query: "?gemeente=GM0606&functie=&zoek=")
            #expect(some.count > 1 && some.count < all.count)
            #expect(Set(some.dropFirst().map { text($0, 3) }) == ["Schiedam"])
        }
    }

    @Test func `numbers of people go only to whoever may edit them`() async throws {
        let (strangers, board) = try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let names = try await region.read { tx in try tx.municipalityNames() }
            let official = try await region.client("ambtenaar")
            let list = try await rows(official, "/mensen/lijst")
            let member = try await region.client("bestuur")
            let answer = try await member.get("/mensen/lijst.csv")
            return (list.dropFirst().filter { text($0, 3) != names[own] }, answer.body)
        }
        #expect(strangers.allSatisfy { $0.cells.count <= 6 })
        #expect(!board.contains("06-") && !board.contains("@"))
    }

    @Test func `weeks and gaps have real moments, and the same reasons as the page`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let planner = try await region.client("bureau")
            let weeks = try await rows(planner, "/rooster/lijn/OVDBZ-NOORD/weken")
            #expect(weeks.count == LinePage.weeks + 1)
            guard case .moment(let day, let seconds) = weeks[1].cells[1] else {
                Issue.record("geen moment: \(weeks[1].cells)")
                return
            }
            #expect(day.weekday == .monday && seconds == 12 * 3600)
            let gaps = try await rows(planner, "/bezetting/gaten")
            #expect(gaps.count > 1)
            let member = try await region.client("bestuur")
            let others = try await rows(member, "/bezetting/gaten")
            #expect(others.count == gaps.count)
            let told = Set(others.dropFirst().map { text($0, 5) })
            #expect(told.allSatisfy { $0.contains("niet inzetbaar") || $0.contains("Niemand") })
        }
    }

    @Test func `the journal comes with its chain and without values of people`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let auditor = try await region.client("auditor")
            let rows = try await rows(auditor, "/journaal/journaal")
            let count = try await region.recordCount()
            #expect(rows.count == count + 1)
            #expect(text(rows[1], 7).count == 64)
            let page = try await auditor.get("/journaal/journaal.csv")
            let someone = try await region.person { $0.employedThrough == nil }
            #expect(!page.body.contains(someone.name.full))
        }
    }
}
