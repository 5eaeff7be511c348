import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct AgendaPaperTests {
    @Test(arguments: TestEngine.allCases)
    func `the paper of the sample states every figure of the source`(engine: TestEngine) async throws {
        let text = try await TestRegion.with(engine) { region in
            let paper = try #require(try await region.application.agendaPaper(of: nil))
            return paper.document.text
        }
        for figure in [
            "Algemeen Bestuur", "wo 19 feb 2020", "versie 0.3", "€ 25.000 (€25k)",
            "dezelfde verdeelsleutel als voor de coördinerend functionaris", "Uiterlijk september 2020",
            "een budgetaanvraag voor 2021", "Aan 15 gemeenten wordt tenminste 8 uur per maand gevraagd",
            "Samen is dat 120 uur per maand", "akkoord op hoofdlijnen met versie 0.3", "Gevraagde beslissing",
            "Financiële consequenties", "Personeel en organisatie consequenties", "Bijlagen",
            "niet vastgesteld",
        ] {
            #expect(text.contains(figure), "\(figure)")
        }
    }

    @Test func `the board reads it as a page, and gets that page where no PDF can be made`() async throws {
        let seen = try await TestRegion.with(.sqlite) { region in
            let id = try #require(try await region.read { tx in try tx.plans().first?.id })
            let client = try await region.client("bestuur")
            let functionary = try await region.client("functionaris")
            return (
                try await client.get("/plan/\(id)/agendapost"),
                try await client.get("/plan/\(id)/agendapost.pdf"), id,
                try await functionary.get("/plan/\(id)/agendapost").status
            )
        }
        #expect(seen.0.status == 200 && seen.0.body.contains("120 uur per maand"))
        #expect(seen.1.location == "/plan/\(seen.2)/agendapost" && seen.3 == 403)
    }
}
