import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct PlanRoutesTests {
    private static let plan: KeyValuePairs<String, String> = [
        "titel": "Verder op orde", "opdrachtgever": "bestuurlijk portefeuillehouder",
        "doel": "Samen oefenen.",
        "van": "1-1-2027", "tot": "31-12-2027", "budget": "€ 12.500", "sleutel": "naar inwoners",
    ]

    /// Makes a plan with a bottleneck that leads, over a conclusion and a recommendation, to a sub-activity.
    private func made(_ client: TestClient) async throws -> (path: String, activity: String) {
        _ = try await client.get("/plan/nieuw")
        let path = try #require(try await client.post("/plan", Self.plan).location)
        func add(_ kind: String, _ fields: KeyValuePairs<String, String>) async throws -> String {
            _ = try await client.get("\(path)/nieuw/\(kind)")
            let answer = try await client.post("\(path)/nieuw/\(kind)", fields)
            return String((answer.location ?? "").split(separator: "=").last ?? "")
        }
        let activity = try await add(
            "deelactiviteit", ["titel": "Oefendag", "stand": "running", "uren": "120", "tot": "1-6-2027"])
        let advice = try await add("aanbeveling", ["titel": "Oefen samen", "leidt-tot": activity])
        let conclusion = try await add("conclusie", ["titel": "Te weinig geoefend", "leidt-tot": advice])
        _ = try await add("knelpunt", ["titel": "Niemand kent elkaar", "leidt-tot": conclusion])
        return (path, activity)
    }

    @Test(arguments: TestEngine.allCases)
    func `the office makes a plan that can be followed both ways, and a version that stays as it was`(
        engine: TestEngine
    ) async throws {
        let seen = try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let (path, activity) = try await made(client)
            let trail = try await client.get("\(path)?onderdeel=\(activity)").body
            _ = try await client.get("\(path)/versie")
            let version = try await client.post("\(path)/versie", ["nummer": "0.1", "dag": "23-11-2026"])
            let again = try await client.post("\(path)/versie", ["nummer": "0.1", "dag": "23-11-2026"])
            _ = try await client.get("\(path)/onderdelen/\(activity)")
            _ = try await client.post(
                "\(path)/onderdelen/\(activity)", ["titel": "Oefenweek", "stand": "planned", "uren": "200"])
            let now = try await client.get(path).body
            let then = try await client.get("\(path)/versies/0.1").body
            return (trail, version.location == "\(path)/versies/0.1", again, now, then)
        }
        for title in ["Niemand kent elkaar", "Te weinig geoefend", "Oefen samen"] {
            #expect(seen.0.contains(title))
        }
        #expect(seen.0.contains("uiterlijk di 1 jun 2027") && seen.0.contains("€ 12.500,00"))
        #expect(seen.1 && seen.2.status == 422 && seen.2.body.contains("Versie 0.1 is er al"))
        #expect(seen.3.contains("Oefenweek") && seen.3.contains("Veranderd: deelactiviteit ‘Oefenweek’"))
        #expect(seen.4.contains("Oefendag") && !seen.4.contains("Oefenweek"))
    }

    /// The form of that plan as a browser sends it back, with some fields typed over.
    private func sent(
        _ region: TestRegion, _ path: String, _ changed: KeyValuePairs<String, String>
    ) async throws -> KeyValuePairs<String, String> {
        let id = try #require(ID<ActionPlan>(String(path.split(separator: "/").last ?? "")))
        let plan = try #require(try await region.read { tx in try tx.planContent(id)?.plan })
        let present = FormFields(plan)
        func value(_ name: String) -> String {
            changed.first { $0.key == name }?.value ?? present.raw(name)
        }
        func was(_ name: String) -> String { present.raw(name).replacing("\n", with: "\r\n") }
        return [
            "versie": present.raw("versie"),
            "titel": value("titel"), "was-titel": was("titel"),
            "opdrachtgever": value("opdrachtgever"), "was-opdrachtgever": was("opdrachtgever"),
            "doel": value("doel"), "was-doel": was("doel"),
            "aanleiding": value("aanleiding"), "was-aanleiding": was("aanleiding"),
            "van": value("van"), "was-van": was("van"), "tot": value("tot"), "was-tot": was("tot"),
            "budget": value("budget"), "was-budget": was("budget"),
            "sleutel": value("sleutel"), "was-sleutel": was("sleutel"),
        ]
    }

    @Test(arguments: TestEngine.allCases)
    func `two people who change one plan lose no text, and hear who wrote what`(engine: TestEngine)
        async throws
    {
        let seen = try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let (path, _) = try await made(client)
            _ = try await client.get("\(path)/wijzigen")
            let first = try await sent(region, path, ["doel": "Elk jaar oefenen."])
            let second = try await sent(region, path, ["doel": "Twee keer oefenen.", "sleutel": "gelijk"])
            let third = try await sent(region, path, ["aanleiding": "De brand."])
            let one = try await client.post("\(path)/wijzigen", first)
            let clash = try await client.post("\(path)/wijzigen", second)
            let beside = try await client.post("\(path)/wijzigen", third)
            let page = try await client.get(path).body
            let again = try await sent(region, path, ["doel": "Twee keer oefenen."])
            let taken = try await client.post("\(path)/wijzigen", again)
            let author = try await region.signedIn("bureau").displayName
            return (one.status, clash, beside, page, taken.status, author)
        }
        #expect(seen.0 == 303 && seen.1.status == 422)
        #expect(seen.1.body.contains("id=\"doel-fout\">\(seen.5) schreef hier intussen: Elk jaar oefenen."))
        #expect(seen.1.body.contains(">\nTwee keer oefenen.</textarea>"))
        #expect(seen.1.body.contains("value=\"gelijk\""))
        #expect(!seen.1.body.contains("id=\"sleutel-fout\""))
        #expect(seen.2.status == 303)
        #expect(seen.2.notice == "Bewaard, naast wat \(seen.5) intussen wijzigde: ‘Doel’.")
        #expect(seen.3.contains("Elk jaar oefenen.") && seen.3.contains("De brand."))
        #expect(seen.4 == 303)
    }

    @Test(arguments: TestEngine.allCases)
    func `a version that comes before the newest is refused, which keeps its place`(engine: TestEngine)
        async throws
    {
        let seen = try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let (path, _) = try await made(client)
            _ = try await client.get("\(path)/versie")
            var answers: [TestClient.Answer] = []
            for number in ["0.9", "0.2", "0.09", "0.10"] {
                answers.append(
                    try await client.post("\(path)/versie", ["nummer": number, "dag": "23-11-2026"]))
            }
            return answers
        }
        #expect(seen.map(\.status) == [303, 422, 422, 303])
        #expect(seen[1].body.contains("Versie 0.2 komt niet na versie 0.9, de nieuwste."))
        #expect(seen[1].body.contains("id=\"nummer-fout\""))
    }

    @Test func `what cannot be in a plan comes back with the fault at its field`() async throws {
        let seen = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let (path, activity) = try await made(client)
            _ = try await client.get("/plan/nieuw")
            let plan = try await client.post(
                "/plan", ["titel": "", "van": "1-2-2027", "tot": "1-1-2027", "budget": "-5"])
            let part = try await client.post(
                "\(path)/nieuw/deelactiviteit",
                ["titel": "X", "stand": "planned", "uren": "-3", "van": "2-2-2027", "tot": "1-2-2027"])
            let backwards = try await client.post(
                "\(path)/onderdelen/\(activity)",
                [
                    "titel": "X", "stand": "planned", "na": activity,
                ])
            return (plan, part, backwards)
        }
        for field in ["titel", "opdrachtgever", "doel", "tot", "budget"] {
            #expect(seen.0.body.contains("id=\"\(field)-fout\""), "\(field)")
        }
        #expect(seen.1.status == 422 && seen.1.body.contains("Dit kan niet negatief zijn"))
        #expect(seen.2.status == 422 && seen.2.body.contains("wacht op"))
    }

    @Test func `the sample holds the plan of 2020 with its way through the bodies`() async throws {
        let seen = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bestuur")
            let id = try #require(try await region.read { tx in try tx.plans().first?.id })
            let content = try #require(try await region.read { tx in try tx.planContent(id) })
            return (
                try await client.get("/plan/\(id)").body, content,
                try await client.get("/plan/\(id)/wijzigen").status
            )
        }
        #expect(seen.1.withoutActivity.isEmpty && seen.1.withoutReason.isEmpty)
        for text in [
            "Basis op orde", "poolvorming", "Versie 0.3", "akkoord over versie 0.3",
            "gepland op wo 19 feb 2020",
        ] {
            #expect(seen.0.contains(text), "\(text)")
        }
        #expect(seen.2 == 403)
    }
}
