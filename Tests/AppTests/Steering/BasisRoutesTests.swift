import Domain
import Foundation
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct BasisRoutesTests {
    @Test(arguments: TestEngine.allCases)
    func `municipalities see and comment a quarter before the board does`(engine: TestEngine) async throws {
        let seen = try await TestRegion.with(engine) { region in
            let office = try await region.client("bureau")
            let board = try await region.client("bestuur")
            let secretary = try await region.client("secretaris")
            _ = try await office.get("/bestuur")
            let taken = try await office.post("/bestuur/2026-4/cijfers")
            let hidden = try await board.get("/bestuur?kwartaal=2026-4").body
            let early = try await secretary.get("/bestuur").body
            let empty = try await secretary.post("/bestuur/2026-4/toelichting", ["tekst": ""])
            let said = try await secretary.post(
                "/bestuur/2026-4/toelichting", ["tekst": "Twee mensen <b>vertrokken."])
            let stranger = try await board.post("/bestuur/2026-4/toelichting", ["tekst": "Nee"])
            let shown = try await office.post("/bestuur/2026-4/openbaar")
            let again = try await office.post("/bestuur/2026-4/cijfers")
            let after = try await board.get("/bestuur").body
            return (
                taken.status, hidden, early,
                (empty.status, said.status, stranger.status, shown.status, again.status),
                after
            )
        }
        #expect(seen.0 == 303 && !seen.1.contains("kwartaal 4 van 2026"))
        #expect(
            seen.2.contains("Basis op orde, kwartaal 4 van 2026")
                && seen.2.contains("Het bestuur ziet dit kwartaal nog niet"))
        #expect(seen.3 == (422, 303, 403, 303, 409))
        #expect(seen.4.contains("kwartaal 4 van 2026") && seen.4.contains("Twee mensen"))
        #expect(!seen.4.contains("<b>vertrokken"))
        #expect(!seen.4.contains("Zet erbij"))
    }

    @Test func `the page opens with three sentences, and shows no name and no small count to others`()
        async throws
    {
        let seen = try await TestRegion.with(.sqlite) { region in
            let office = try await region.client("bureau")
            _ = try await office.get("/bestuur")
            _ = try await office.post("/bestuur/2026-4/cijfers")
            _ = try await office.post("/bestuur/2026-4/openbaar")
            let board = try await region.client("bestuur")
            let page = try await board.get("/bestuur?cijfer=vakbekwaamheid").body
            let names = try await region.people().map(\.name.surname)
            let figures = try await region.read { tx in
                try tx.basisFigures(of: try #require(BasisQuarter("2026-4")))
            }
            return (page, names, figures, try await board.get("/bestuur/basis.pdf").location)
        }
        let order = [
            "Volgens rooster is", "Slechter dan een kwartaal eerder", "Geen cijfer is slechter",
            "Gevraagd besluit:",
        ]
        .map { seen.0.contains($0) }
        #expect(order[0] && (order[1] || order[2]) && order[3])
        #expect(seen.1.filter { $0.count > 6 && seen.0.contains($0) } == [])
        let hidden = BasisComparison(seen.2, before: []).hidden(.competence)
        #expect(seen.0.components(separatedBy: "te weinig mensen om te tonen").count - 1 == hidden.count)
        #expect(seen.3 == "/bestuur")
        #expect(Set(seen.2.map { figure in figure.measure }) == Set(BasisMeasure.allCases))
    }

    @Test func `what cannot be a quarter is no address, and one to come is not counted`() async throws {
        let statuses = try await TestRegion.with(.sqlite) { region in
            let office = try await region.client("bureau")
            _ = try await office.get("/bestuur")
            var statuses: [Int] = []
            for path in ["/bestuur/2026-9/cijfers", "/bestuur/2027-1/cijfers", "/bestuur/2020-1/openbaar"] {
                statuses.append(try await office.post(path).status)
            }
            return statuses
        }
        #expect(statuses == [404, 404, 404])
    }

    @Test func `the growth path says what the next step lacks`() async throws {
        let page = try await TestRegion.with(.sqlite) { region in
            try await region.client("bestuur").get("/bestuur/groeipad").body
        }
        #expect(page.contains("Groeipad: bij ‘Basis op orde’ ontbreken nog"))
        #expect(page.contains("Plan van aanpak") && page.contains("nog niet vastgesteld"))
    }
}
