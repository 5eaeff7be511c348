import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct DeploymentPageTests {
    @Test(arguments: TestEngine.allCases)
    func `a municipality that merged cannot be chosen for a level, its successor can`(
        engine: TestEngine
    ) async throws {
        let (form, merged) = try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let form = try await region.client("bureau").get("/inzetten/\(id)/opschaling").body
            let merged = try await region.read { tx in
                try tx.municipalities().filter { $0.successor != nil }
            }
            return (form, merged)
        }
        #expect(!merged.isEmpty)
        for municipality in merged {
            #expect(!form.contains("value=\"\(municipality.code)\""), "\(municipality.name)")
            let successor = municipality.successor?.text ?? ""
            #expect(form.contains("value=\"\(successor)\""), "\(municipality.name)")
        }
    }
}
