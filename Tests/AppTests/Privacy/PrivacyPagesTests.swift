import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct PrivacyPagesTests {
    @Test func `every role reads what is kept and why, with the terms as they hold`() async throws {
        try await TestRegion.with(.sqlite) { region in
            for role in [Role.functionary, .board, .auditor, .functionalAdministrator] {
                let client = try await region.client(role.sampleName)
                for path in ["/privacy", "/privacy/dpia", "/privacy/ondernemingsraad"] {
                    let page = try await client.get(path)
                    #expect(page.status == 200, "\(role) \(path)")
                    #expect(page.body.contains("1 jaar na het einde van de functie"), "\(role) \(path)")
                }
            }
        }
    }

    @Test func `a term that nobody established is not invented`() async throws {
        try await TestRegion.with(.sqlite) { region in
            try await region.storage.write { tx in
                try tx.execute("DELETE FROM norm WHERE code = 'contact.retention'")
            }
            let page = try await region.client("bestuur").get("/privacy")
            #expect(page.body.contains("niet vastgesteld na het einde van de functie"))
        }
    }
}
