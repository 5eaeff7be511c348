import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct TokenRoutesTests {
    private func secret(_ answer: TestClient.Answer) throws -> String {
        let match = try #require(answer.body.firstMatch(of: /<code>(oranje_[0-9a-f]{64})<\/code>/))
        return String(match.output.1)
    }

    @Test(arguments: TestEngine.allCases)
    func `a token is shown once, works within its scopes, and stops when it is revoked`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let browser = try await region.client("bureau")
            let made = try await browser.post(
                "/api-sleutels",
                ["naam": "koppeling", "tot": "31-12-2026", "scope-functionarissen:lezen": "ja"])
            #expect(made.status == 200)
            let token = try secret(made)
            let list = try await browser.get("/api-sleutels").body
            #expect(list.contains("koppeling"))
            #expect(list.contains("nooit"))
            #expect(!list.contains(token))
            let program = APIClient(client: TestClient(region.application), token: token)
            #expect(try await program.get("/functionarissen").status == 200)
            #expect(try await program.get("/regio").status == 403)
            let access = try await program.get("/toegang").decoded(AccessResource.schema)
            #expect(access.scopes == [.readPeople])
            #expect(access.roles == [.regionalOffice])
            #expect(try await !browser.get("/api-sleutels").body.contains("nooit"))
            let id = try #require(try await region.read { tx in try tx.apiTokens().first }).id
            #expect(try await browser.post("/api-sleutels/\(id)/intrekking").status == 303)
            #expect(try await program.get("/functionarissen").status == 401)
            #expect(try await browser.get("/api-sleutels").body.contains("ingetrokken"))
            #expect(try await region.records(of: "token.added").count == 1)
            #expect(try await region.records(of: "token.revoked").count == 1)
        }
    }

    @Test func `the database holds no token that could be used`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.api("bureau")
            let hashes = try await region.read { tx in
                try tx.rows("SELECT token_hash FROM api_token").map { try $0.text("token_hash") }
            }
            #expect(hashes.count == 1)
            #expect(!hashes.contains(client.token))
        }
    }

    @Test(
        arguments: [
            (["naam": "", "tot": "31-12-2026", "scope-regio:lezen": "ja"], "Vul in waarvoor"),
            (["naam": "x", "tot": "31-12-2026"], "Kies minstens"),
            (["naam": "x", "scope-regio:lezen": "ja"], "laatste dag"),
            (["naam": "x", "tot": "1-1-2026", "scope-regio:lezen": "ja"], "al voorbij"),
            (["naam": "x", "tot": "31-12-2030", "scope-regio:lezen": "ja"], "hoogstens een jaar"),
            (["naam": "x", "tot": "31-12-2026", "scope-journaal:lezen": "ja"], "mag zelf niet"),
        ] as [(KeyValuePairs<String, String>, String)])
    func `a form that is not right is shown again with what is wrong`(
        fields: KeyValuePairs<String, String>, sentence: String
    ) async throws {
        try await TestRegion.with(.sqlite) { region in
            let browser = try await region.client("bureau")
            let answer = try await browser.post("/api-sleutels", fields)
            #expect(answer.status == 422)
            #expect(answer.body.contains(sentence))
            #expect(try await region.read { tx in try tx.apiTokens() }.isEmpty)
        }
    }

    @Test func `an administrator makes and revokes tokens of others, others do not`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let admin = try await region.client("beheer")
            let holder = try await region.signedIn("auditor").account
            let made = try await admin.post(
                "/api-sleutels",
                [
                    "naam": "controle", "tot": "31-12-2026", "account": "\(holder)",
                    "scope-journaal:lezen": "ja",
                ])
            let program = APIClient(client: TestClient(region.application), token: try secret(made))
            #expect(try await program.get("/journaalregels").status == 200)
            let planner = try await region.client("bureau")
            let stolen = try await planner.post(
                "/api-sleutels",
                ["naam": "x", "tot": "31-12-2026", "account": "\(holder)", "scope-journaal:lezen": "ja"])
            #expect(stolen.status == 403)
            let id = try #require(try await region.read { tx in try tx.apiTokens().first }).id
            #expect(try await !planner.get("/api-sleutels").body.contains("controle"))
            #expect(try await planner.post("/api-sleutels/\(id)/intrekking").status == 404)
            #expect(try await program.get("/journaalregels").status == 200)
            #expect(try await admin.post("/api-sleutels/\(id)/intrekking").status == 303)
            #expect(try await program.get("/journaalregels").status == 401)
        }
    }

    @Test func `closing an account or resetting its password ends its tokens`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let admin = try await region.client("beheer")
            let program = try await region.api("bureau")
            let account = try await region.signedIn("bureau").account
            #expect(try await program.get("/regio").status == 200)
            _ = try await admin.post("/accounts/\(account)/wachtwoord")
            #expect(try await program.get("/regio").status == 401)
            let next = try await region.api("bureau")
            _ = try await admin.post("/accounts/\(account)/staat", ["staat": "gesloten"])
            #expect(try await next.get("/regio").status == 401)
            _ = try await admin.post("/accounts/\(account)/staat", ["staat": "open"])
            #expect(try await next.get("/regio").status == 401)
        }
    }

    @Test func `a role that is taken away counts at once`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let program = try await region.api("bureau")
            let account = try await region.signedIn("bureau").account
            #expect(try await program.get("/functionarissen").status == 200)
            try await region.storage.write { tx in
                try tx.execute("DELETE FROM account_role WHERE account = \(account)")
            }
            #expect(try await program.get("/functionarissen").status == 403)
        }
    }
}
