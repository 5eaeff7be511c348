import Domain
import HTTPTypes
import TestSupport
import Testing

@testable import App

@Suite struct AccountRoutesTests {
    private func oneTimePassword(_ answer: TestClient.Answer) throws -> String {
        let match = try #require(answer.body.firstMatch(of: /wachtwoord <strong>([0-9a-f]+)<\/strong>/))
        return String(match.output.1)
    }

    private func account(_ name: String, _ region: TestRegion) async throws -> Account {
        try #require(try await region.read { tx in try tx.accounts() }.first { $0.name == name })
    }

    @Test(arguments: TestEngine.allCases)
    func `a new account gets a password that is shown once and must be changed`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let admin = try await region.client("beheer")
            let made = try await admin.post(
                "/accounts", ["naam": "Nacht.Dienst", "weergave": "Nachtdienst", "rol": "controlRoom"])
            #expect(made.status == 200)
            let password = try oneTimePassword(made)
            #expect(try await !admin.get("/accounts").body.contains(password))
            let client = TestClient(region.application)
            #expect(try await client.signIn("nacht.dienst", password).status == 303)
            for path in ["/", "/regio"] { #expect(try await client.get(path).location == "/wachtwoord") }
            #expect(try await client.get("/wachtwoord").status == 200)
            let own = "mijn eigen lange wachtwoord"
            #expect(try await client.post("/wachtwoord", ["huidig": password, "nieuw": own]).status == 303)
            #expect(try await client.signIn("nacht.dienst", password).status == 422)
            #expect(try await client.signIn("nacht.dienst", own).status == 303)
            #expect(try await client.get("/").status == 200)
        }
    }

    @Test func `with a temporary password nothing can be written`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let admin = try await region.client("beheer")
            let made = try await admin.post("/accounts", ["naam": "planner2", "rol": "regionalOffice"])
            let client = TestClient(region.application)
            _ = try await client.signIn("planner2", try oneTimePassword(made))
            _ = try await client.get("/wachtwoord")
            let before = try await region.recordCount()
            for route in Routes.all where route.method == .post && !route.worksWithTemporaryPassword {
                guard route.needs != .nobody else { continue }
                let answer = try await client.post(route.samplePath)
                #expect([303, 403, 400].contains(answer.status), "\(route.path) \(answer.status)")
            }
            #expect(try await region.recordCount() == before)
        }
    }

    @Test(arguments: [
        (["naam": "bureau", "rol": "board"], "naam"), (["naam": "ab", "rol": "board"], "naam"),
        (["naam": "met spatie", "rol": "board"], "naam"), (["naam": "nieuw", "rol": ""], "rol"),
        (["naam": "nieuw", "rol": "mayor"], "gemeente"), (["naam": "nieuw", "rol": "keizer"], "rol"),
        (
            ["naam": "nieuw", "rol": "functionary", "gemeente": "GM0606", "persoon": "bestaat-niet"],
            "persoon"
        ),
    ])
    func `an account that cannot be is refused by field, and the rest stays as typed`(
        fields: [String: String], field: String
    ) async throws {
        try await TestRegion.with(.sqlite) { region in
            let admin = try await region.client("beheer")
            let answer = try await admin.post(
                "/accounts",
                [
                    "naam": fields["naam"] ?? "", "rol": fields["rol"] ?? "", "weergave": "Zo Getypt",
                    "gemeente": fields["gemeente"] ?? "", "persoon": fields["persoon"] ?? "",
                ])
            #expect(answer.status == 422)
            #expect(answer.body.contains("id=\"\(field)-fout\""))
            #expect(answer.body.contains("value=\"Zo Getypt\""))
            #expect(try await region.read { tx in try tx.accounts().count } == Role.allCases.count)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a closed account ends at once, and opens again`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let admin = try await region.client("beheer")
            let client = try await region.client("bureau")
            let id = try await account("bureau", region).id
            #expect(try await client.get("/mensen").status == 200)
            let answer = try await admin.post("/accounts/\(id)/staat", ["staat": "gesloten"])
            #expect(answer.location == "/accounts")
            #expect(try await client.get("/mensen").status == 303)
            let password = region.passwords["bureau"] ?? ""
            #expect(try await client.signIn("bureau", password).status == 422)
            #expect(try await account("bureau", region).isDisabled)
            _ = try await admin.post("/accounts/\(id)/staat", ["staat": "open"])
            #expect(try await client.get("/mensen").status == 303)
            #expect(try await client.signIn("bureau", password).status == 303)
            let actions = ["account.closed", "account.opened"]
            for action in actions { #expect(try await region.records(of: action).count == 1) }
        }
    }

    @Test func `nobody closes their own account`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let admin = try await region.client("beheer")
            let id = try await account("beheer", region).id
            let answer = try await admin.post("/accounts/\(id)/staat", ["staat": "gesloten"])
            #expect(answer.notice?.contains("niet") == true)
            #expect(try await admin.get("/accounts").status == 200)
            #expect(try await !account("beheer", region).isDisabled)
            #expect(try await region.records(of: "account.closed").isEmpty)
        }
    }

    @Test func `a reset password ends the sessions and must be changed`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let admin = try await region.client("beheer")
            let client = try await region.client("bureau")
            let id = try await account("bureau", region).id
            let password = try oneTimePassword(try await admin.post("/accounts/\(id)/wachtwoord"))
            #expect(try await client.get("/mensen").status == 303)
            #expect(try await client.signIn("bureau", region.passwords["bureau"] ?? "").status == 422)
            #expect(try await client.signIn("bureau", password).status == 303)
            #expect(try await client.get("/mensen").location == "/wachtwoord")
        }
    }

    @Test(arguments: ["staat", "wachtwoord"])
    func `an account that is not there cannot be changed, and the journal does not say it was`(what: String)
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let admin = try await region.client("beheer")
            let before = try await region.recordCount()
            let path = "/accounts/01a13951-0000-7000-8000-000000000000/\(what)"
            #expect(try await admin.post(path, ["staat": "gesloten"]).status == 404)
            #expect(try await region.recordCount() == before)
        }
    }

    @Test func `an account is tied to the functionary of that number`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await region.person { $0.municipality.text == "GM0606" }
            let admin = try await region.client("beheer")
            _ = try await admin.post(
                "/accounts",
                [
                    "naam": "iemand", "rol": "functionary", "gemeente": "GM0606",
                    "persoon": person.personnelNumber,
                ])
            let made = try await account("iemand", region)
            #expect(made.person == person.id)
            #expect(made.grants == [RoleGrant(role: .functionary, municipality: nil)])
        }
    }
}
