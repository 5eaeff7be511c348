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

    @Test(arguments: TestEngine.allCases)
    func `the paper has the text of the version that it names`(engine: TestEngine) async throws {
        let seen = try await TestRegion.with(engine) { region in
            let id = try #require(try await region.read { tx in try tx.plans().first?.id })
            let before = try await region.client("bestuur").get("/plan/\(id)/agendapost").body
            try await region.change(as: "bureau") { change in
                let plan = try #require(try change.tx.planContent(id)?.plan)
                try change.savePlan(
                    ActionPlan(
                        id: id, title: plan.title, principal: plan.principal, occasion: plan.occasion,
                        objective: "Een ander doel.", process: plan.process, firstDay: plan.firstDay,
                        lastDay: plan.lastDay, budget: plan.budget, version: plan.version))
            }
            let paper = try #require(try await region.application.agendaPaper(of: id))
            let page = try await region.client("bestuur").get("/plan/\(id)/agendapost").body
            try await region.change(as: "bureau", at: TestRegion.now.adding(minutes: 1)) { change in
                try change.numberPlan(id, as: "0.4", on: TestMoments.startDay, note: "")
            }
            let next = try #require(try await region.application.agendaPaper(of: id))
            return (before, paper.document.text, page, next.document.text)
        }
        #expect(!seen.0.contains("Het plan is gewijzigd na"))
        #expect(seen.1.contains("versie 0.3") && !seen.1.contains("Een ander doel."))
        #expect(seen.2.contains("Het plan is gewijzigd na versie 0.3."))
        #expect(seen.3.contains("versie 0.4") && seen.3.contains("Een ander doel."))
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
