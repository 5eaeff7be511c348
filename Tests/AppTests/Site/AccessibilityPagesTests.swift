import TestSupport
import Testing

@testable import App

@Suite struct AccessibilityPagesTests {
    @Test(arguments: TestEngine.allCases)
    func `the statement can be read without signing in, and says that it is a draft`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let answer = try await TestClient(region.application).get("/toegankelijkheid")
            #expect(answer.status == 200)
            #expect(answer.body.contains("Toegankelijkheids\u{AD}verklaring (concept)"))
            for part in ["Nalevingsstatus", "EN 301 549", "Laat het weten", "Nationale"] {
                #expect(answer.body.contains(part), "\(part)")
            }
        }
    }

    @Test func `every page leads to the statement, and whoever is signed in keeps their menu on it`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            for path in ["/", "/mensen", "/bestaat-niet"] {
                #expect(try await client.get(path).body.contains("href=\"/toegankelijkheid\""), "\(path)")
            }
            #expect(try await client.get("/toegankelijkheid").body.contains("href=\"/rooster\""))
        }
    }
}
