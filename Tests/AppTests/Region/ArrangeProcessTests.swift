import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct ArrangeProcessTests {
    private static let form: KeyValuePairs<String, String> = [
        "niveau": "local", "waarom": "Elke gemeente kent haar eigen zalen.",
        "taakorganisatie": "ACUTE_BEVOLKINGSZORG", "verantwoordelijk": "Het college",
        "uitvoering": "Eigen mensen",
        "vanaf": "1-1-2027", "besluit": "AB 11-12-2026",
    ]

    @Test(arguments: TestEngine.allCases)
    func `a new arrangement holds from its day on, the old one until then, and both stay readable`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let subject = Arrangement.Subject.process(Code("OPVANG"))
            let before = try await region.read { tx in try tx.arrangements(on: TestMoments.startDay)[subject]
            }
            #expect(before?.level == .regional)
            #expect(before?.status == .assumption)
            let answer = try await client.post("/regio/processen/OPVANG/inrichting", Self.form)
            #expect(answer.status == 303)
            let (now, later) = try await region.read { tx in
                (
                    try tx.arrangements(on: TestMoments.startDay)[subject],
                    try tx.arrangements(on: Day(daysSince1970: 20_819))[subject]
                )
            }
            #expect(now == before)
            #expect(later?.level == .local)
            #expect(later?.status == .established)
            let page = try await client.get("/regio/processen/OPVANG")
            #expect(page.body.contains("Andere inrichting, eerder of later"))
            #expect(page.body.contains("AB 11-12-2026"))
            let record = try #require(try await region.records(of: "arrangement.set").last)
            #expect(record.objectID == "OPVANG")
            #expect(record.before?.contains("regional") == true)
        }
    }

    @Test func `a form with everything wrong names every field and keeps what was typed`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/regio/functies/OVDBZ/inrichting")
            let answer = try await client.post(
                "/regio/functies/OVDBZ/inrichting",
                ["niveau": "nergens", "taakorganisatie": "X", "vanaf": "ooit", "waarom": "<b>"])
            #expect(answer.status == 422)
            for field in ["niveau", "taakorganisatie", "verantwoordelijk", "uitvoering", "vanaf", "besluit"] {
                #expect(answer.body.contains("id=\"\(field)-fout\""), "\(field)")
            }
            #expect(answer.body.contains("&lt;b&gt;"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `one definition for all municipalities, dated`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/regio/bevolkingszorg/definitie")
            let answer = try await client.post(
                "/regio/bevolkingszorg/definitie",
                ["definitie": "Zorg voor inwoners.", "vanaf": "23-11-2026", "besluit": "AB 11-12-2026"])
            #expect(answer.status == 303)
            let page = try await client.get("/regio/bevolkingszorg")
            #expect(page.body.contains("Zorg voor inwoners."))
            #expect(page.body.contains("Andere versies"))
            let refused = try await client.post("/regio/bevolkingszorg/definitie", ["definitie": ""])
            #expect(refused.status == 422)
        }
    }

    @Test func `only the regional office decides`() async throws {
        try await TestRegion.with(.sqlite) { region in
            for name in ["ambtenaar", "secretaris", "bestuur", "burgemeester"] {
                await #expect(throws: WebFailure.forbidden) {
                    try await region.change(as: name) { change in
                        try change.defineCare(
                            CareDefinition(
                                text: "x", validFrom: TestMoments.startDay, status: .established, source: "y")
                        )
                    }
                }
            }
        }
    }
}
