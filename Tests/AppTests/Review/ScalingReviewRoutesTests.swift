import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct ScalingReviewRoutesTests {
    private func scaled(_ region: TestRegion, key: String = "k") async throws -> ID<Deployment> {
        try await region.change(as: "bureau") { change in
            try change.openDeployment(
                OpeningRequest(
                    key: key, title: "Opvang van 450 mensen", municipalities: [Code("GM0613")],
                    flexible: FlexibleScaling(domain: .social, askedBy: "Burgemeester")))
        }
    }

    private let answers: KeyValuePairs<String, String> = [
        "sleutel": "t", "verstandig": "yes", "waaromverstandig": "Er was geen andere plek",
        "legitiem": "partly",
        "waaromlegitiem": "Het besluit volgde later", "les": "Leg het mandaat vooraf vast",
        "besprokenmet": "Burgemeester", "besprokenop": "20-11-2026", "uren-GM0613": "120",
        "kosten-GM0613": "4.500,00", "klaar": "ja",
    ]

    @Test(arguments: TestEngine.allCases)
    func `it is closed only when it is complete, and then found at the next request`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await scaled(region)
            let path = "/inzetten/\(id)/toets"
            let office = try await region.client("bureau")
            #expect(try await office.get("/toetsen").body.contains("1 toets nog te doen"))
            #expect(try await office.get(path).body.contains("Was het verstandig, en was het legitiem?"))
            let refused = try await office.post(
                path, ["sleutel": "t0", "verstandig": "yes", "klaar": "ja"])
            #expect(refused.body.contains("Schrijf op waarom het wel of niet verstandig was"))
            #expect(refused.body.contains("met welke burgemeester"))
            #expect(try await region.read { tx in try tx.openReviews() }.count == 1)
            let closed = try await office.post(path, answers)
            #expect(closed.notice == "De toets is afgerond.")
            #expect(try await region.read { tx in try tx.openReviews() }.isEmpty)
            let told = try await office.get(path).body
            #expect(told.contains("Getoetst: Opvang van 450 mensen"))
            #expect(told.contains("€ 4.500,00"))
            #expect(
                try await office.get("/inzetten/opschalen?gemeente=GM0606").body.contains(
                    "Leg het mandaat vooraf vast"))
            #expect(try await office.get("/toetsen?zoek=MANDAAT").body.contains("Opvang van 450 mensen"))
            #expect(try await office.get("/toetsen?zoek=brand").body.contains("Niets gevonden"))
        }
    }

    @Test func `the board sees counts and lessons, no places and no names`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await scaled(region)
            let office = try await region.client("bureau")
            _ = try await office.get("/inzetten/\(id)/toets")
            _ = try await office.post("/inzetten/\(id)/toets", answers)
            let board = try await region.client("bestuur")
            let page = try await board.get("/toetsen/stand").body
            #expect(page.contains("1 keer flexibel opgeschaald en getoetst; 0 nog open"))
            #expect(page.contains("Leg het mandaat vooraf vast"))
            #expect(!page.contains("Opvang van 450 mensen"))
            #expect(try await board.get("/toetsen").status == 403)
            #expect(try await board.get("/inzetten/\(id)/toets").status == 404)
        }
    }

    @Test func `only the office writes it, and a deployment that nobody asked for has none`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await scaled(region)
            for name in ["meldkamer", "burgemeester", "informatie"] {
                await #expect(throws: WebFailure.self) {
                    try await region.change(as: name) { change in
                        try change.reviewScaling(ScalingReview(dueOn: "2026-12-21"), of: id, key: "x")
                    }
                }
            }
            let plain = try await region.deployment(key: "gewoon")
            let office = try await region.client("bureau")
            #expect(try await office.get("/inzetten/\(plain)/toets").status == 404)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a cost that nobody filled in is not established, and one of nought is nought`(
        engine: TestEngine
    ) async throws {
        let (unknown, nought, shares) = try await TestRegion.with(engine) { region in
            let id = try await scaled(region)
            let path = "/inzetten/\(id)/toets"
            let office = try await region.client("bureau")
            _ = try await office.get(path)
            func close(_ key: String, _ cost: String) async throws -> (page: String, cents: Int64?) {
                _ = try await office.post(
                    path,
                    [
                        "sleutel": key, "verstandig": "yes", "waaromverstandig": "x", "legitiem": "yes",
                        "waaromlegitiem": "y", "les": "z", "besprokenmet": "Burgemeester",
                        "besprokenop": "20-11-2026", "uren-GM0613": "120", "kosten-GM0613": cost,
                        "klaar": "ja",
                    ])
                let review = try await region.state(id).review
                return (try await office.get(path).body, review?.shares.first?.cents)
            }
            let unknown = try await close("t1", "")
            let nought = try await close("t2", "0")
            return (unknown.page, nought.page, [unknown.cents, nought.cents])
        }
        #expect(shares == [nil, 0])
        #expect(unknown.contains("niet vastgesteld") && !unknown.contains("€ 0,00"))
        #expect(nought.contains("€ 0,00"))
    }

    @Test func `a cost below nought and a discussion that is still to come are refused at their fields`()
        async throws
    {
        let refused = try await TestRegion.with(.sqlite) { region in
            let id = try await scaled(region)
            let office = try await region.client("bureau")
            _ = try await office.get("/inzetten/\(id)/toets")
            return try await office.post(
                "/inzetten/\(id)/toets",
                ["sleutel": "t", "kosten-GM0613": "-100", "besprokenop": "24-11-2026"])
        }
        #expect(refused.status == 422)
        #expect(refused.body.contains("Schrijf een bedrag als 1.250,00, nul of meer."))
        #expect(refused.body.contains("Deze dag moet nog komen."))
    }

    @Test func `a wrong number is refused at its field and nothing typed is lost`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await scaled(region)
            let office = try await region.client("bureau")
            _ = try await office.get("/inzetten/\(id)/toets")
            let refused = try await office.post(
                "/inzetten/\(id)/toets",
                ["sleutel": "t", "les": "Bel eerder", "uren-GM0613": "veel", "besprokenop": "32-13-2026"])
            #expect(refused.body.contains("Vul hele uren in"))
            #expect(refused.body.contains("Dit is geen bestaande dag"))
            #expect(refused.body.contains("Bel eerder"))
        }
    }
}
