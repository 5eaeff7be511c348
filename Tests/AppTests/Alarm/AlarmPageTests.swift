import Domain
import TestSupport
import Testing

@testable import App

@Suite struct AlarmPageTests {
    private static func isSilent(
        _ region: TestRegion, _ alarm: ID<Alarm>, seconds: Int
    ) async throws -> Bool {
        let visit = try await region.visit("meldkamer", at: TestRegion.now.adding(seconds: seconds))
        return try await region.read { tx in try AlarmPage(alarm, visit, tx).isSilent }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever leads is told to ring when no message can leave, or none has left in time`(
        engine: TestEngine
    ) async throws {
        let (silent, body, after) = try await TestRegion.with(engine) { region in
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 1)]))
            var silent = [try await Self.isSilent(region, raised.id, seconds: 1)]
            let body = try await region.client("meldkamer").get("/alarmen/\(raised.id)").body
            try await region.openLink(.sms, success: nil, failure: nil)
            for seconds in [59, 60] {
                silent.append(try await Self.isSilent(region, raised.id, seconds: seconds))
            }
            try await region.deliverAll(at: TestRegion.now.adding(seconds: 2))
            silent.append(try await Self.isSilent(region, raised.id, seconds: 60))
            return (silent, body, try await region.client("meldkamer").get("/alarmen/\(raised.id)").body)
        }
        #expect(silent == [true, false, true, false])
        #expect(body.contains("Er is nog geen bericht verstuurd"))
        #expect(!after.contains("Er is nog geen bericht verstuurd"))
    }
}
