import TestSupport
import Testing

@testable import App

@Suite struct SiteAddressTests {
    @Test(arguments: [
        ("https://oranje.regio.example", "https://oranje.regio.example"),
        (" https://oranje.regio.example/bz/ ", "https://oranje.regio.example/bz"),
        ("http://127.0.0.1:8017", "http://127.0.0.1:8017"),
    ])
    func `an address is kept without the slash at its end`(text: String, expected: String) {
        #expect(SiteAddress(text)?.text == expected)
    }

    @Test(arguments: [
        "", "oranje.regio.example", "http://oranje.regio.example", "https://", "https://a.example/?x=1",
        "https://a.example/#x", "https://naam:geheim@a.example", "javascript:alert(1)", "https://a b.example",
        "https://" + String(repeating: "a", count: 100) + ".example",
    ])
    func `what could lead people elsewhere or be read on the way is refused`(text: String) {
        #expect(SiteAddress(text) == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `the beheerder sets the address on the page of the channels`(engine: TestEngine) async throws {
        let (refused, saved, page, cleared) = try await TestRegion.with(engine) { region in
            let client = try await region.client("beheer")
            _ = try await client.get("/kanalen")
            let refused = try await client.post("/kanalen/adres", ["site": "oranje.regio"])
            let saved = try await client.post("/kanalen/adres", ["site": "https://oranje.regio.example/"])
            let page = try await client.get("/kanalen").body
            _ = try await client.post("/kanalen/adres", ["site": ""])
            return (refused, saved, page, try await region.read { tx in try tx.siteAddress() })
        }
        #expect(refused.status == 422)
        #expect(refused.body.contains("geen adres waarop anderen Oranje bereiken"))
        #expect(refused.body.contains("oranje.regio"))
        #expect(saved.status == 303)
        #expect(page.contains("https://oranje.regio.example"))
        #expect(cleared == nil)
    }
}
