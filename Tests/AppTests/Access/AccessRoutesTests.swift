import Domain
import HTTPTypes
import Logging
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct AccessRoutesTests {
    private func sessionCount(_ region: TestRegion) async throws -> Int? {
        try await region.read { tx in
            try tx.row("SELECT COUNT(*) AS number FROM session")?.integer("number")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `signing in leads to the page one asked for`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = TestClient(region.application)
            #expect(try await client.get("/mensen").location == "/aanmelden?naar=%2Fmensen")
            let page = try await client.get("/aanmelden?naar=%2Fmensen")
            #expect(page.body.contains("name=\"naar\" value=\"/mensen\""))
            let answer = try await client.post(
                "/aanmelden",
                ["naam": "bureau", "wachtwoord": region.passwords["bureau"] ?? "", "naar": "/mensen"])
            #expect(answer.status == 303)
            #expect(answer.location == "/mensen")
            #expect(try await client.get("/mensen").status == 200)
        }
    }

    @Test func `a wrong password keeps the name and not the password`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = TestClient(region.application)
            let answer = try await client.signIn("bureau\"<b>", "geheim-van-mij")
            #expect(answer.status == 422)
            #expect(answer.body.contains("value=\"bureau&quot;&lt;b&gt;\""))
            #expect(!answer.body.contains("geheim-van-mij"))
            #expect(answer.body.contains("<title>Fout: Aanmelden"))
            #expect(answer.body.contains("aria-invalid=\"true\""))
            #expect(answer.headers[.setCookie] == nil)
            #expect(try await client.get("/").status == 303)
        }
    }

    @Test(arguments: [
        "https://kwaad.example", "//kwaad.example", "/\\kwaad.example", "\\\\kwaad.example",
        "javascript:alert(1)",
        // Browsers drop tabs and line breaks from an address before they read it.
        "/\t/kwaad.example", "/\n/kwaad.example", "/\r/kwaad.example", "kwaad.example",
    ])
    func `after signing in nobody is sent to another site`(target: String) async throws {
        try await TestRegion.with(.sqlite) { region in
            let answer = try await TestClient(region.application).post(
                "/aanmelden",
                ["naam": "bureau", "wachtwoord": region.passwords["bureau"] ?? "", "naar": target])
            #expect(answer.status == 303)
            #expect(answer.location == "/")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `signing out ends the session in the database, not only in the browser`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            #expect(try await sessionCount(region) == 1)
            #expect(try await client.post("/afmelden", token: "nagemaakt").status == 403)
            #expect(try await sessionCount(region) == 1)
            let answer = try await client.post("/afmelden")
            #expect(answer.location == "/aanmelden")
            #expect(answer.headers[.setCookie]?.contains("Max-Age=0") == true)
            #expect(try await sessionCount(region) == 0)
            #expect(try await client.get("/").location == "/aanmelden")
        }
    }

    @Test func `a session ends after half a day`() async throws {
        try await TestRegion.with(.sqlite) { sample in
            let clock = TestClock()
            let client = try await sample.with(clock).client("bureau")
            clock.advance(minutes: SignIn.sessionMinutes - 1)
            #expect(try await client.get("/").status == 200)
            clock.advance(minutes: 1)
            #expect(try await client.get("/").status == 303)
            #expect(try await client.post("/wachtwoord").status == 303)
        }
    }

    @Test func `the cookie cannot be read by a script, and travels over HTTPS only where there is HTTPS`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let answer = try await TestClient(region.application).signIn(
                "bureau", region.passwords["bureau"] ?? "")
            let cookie = try #require(answer.headers[.setCookie])
            #expect(cookie.hasPrefix("oranje_sessie="))
            #expect(cookie.contains("; HttpOnly; SameSite=Lax"))
            #expect(!cookie.contains("Secure"))
            let behindProxy = Application(
                storage: region.storage, logger: Logger(label: "test"), now: { TestRegion.now },
                randomness: { .system }, passwordCost: .cheapest, isBehindProxy: true)
            let secure = try await TestClient(behindProxy).signIn("bureau", region.passwords["bureau"] ?? "")
            #expect(secure.headers[.setCookie]?.contains("; Secure") == true)
        }
    }

    @Test func `who tries too often hears how long to wait`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = TestClient(region.application)
            for _ in 0..<5 { #expect(try await client.signIn("bureau", "x").status == 422) }
            let answer = try await client.signIn("bureau", region.passwords["bureau"] ?? "")
            #expect(answer.status == 429)
            #expect(answer.headers[.retryAfter] == "900")
            #expect(answer.body.contains("Wacht 15 minuten"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a changed password replaces the old one and ends every other session of the account`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let phone = try await region.client("bureau")
            let old = region.passwords["bureau"] ?? ""
            let new = "vier nieuwe lange woorden"
            let answer = try await client.post("/wachtwoord", ["huidig": old, "nieuw": new])
            #expect(answer.location == "/")
            #expect(try await client.get("/").status == 200)
            #expect(try await phone.get("/").status == 303)
            #expect(try await client.signIn("bureau", old).status == 422)
            #expect(try await client.signIn("bureau", new).status == 303)
            #expect(try await region.records(of: "account.password-changed").count == 1)
        }
    }

    @Test func `a wrong or short password is refused by field and changes nothing`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let answer = try await client.post(
                "/wachtwoord", ["huidig": "verkeerd-oud", "nieuw": "kort-nieuw"])
            #expect(answer.status == 422)
            for field in ["huidig", "nieuw"] { #expect(answer.body.contains("id=\"\(field)-fout\"")) }
            #expect(!answer.body.contains("verkeerd-oud"))
            #expect(!answer.body.contains("kort-nieuw"))
            #expect(try await region.records(of: "account.password-changed").isEmpty)
            #expect(try await client.signIn("bureau", region.passwords["bureau"] ?? "").status == 303)
        }
    }
}
