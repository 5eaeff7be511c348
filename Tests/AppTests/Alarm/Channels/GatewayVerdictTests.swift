import Delivery
import Testing

@testable import App

@Suite struct GatewayVerdictTests {
    private func outcome(
        _ status: Int, _ body: String = "", after: Int? = nil,
        _ fill: (inout GatewaySetting) -> Void = { _ in }
    ) throws -> DeliveryOutcome {
        var setting = GatewaySetting()
        fill(&setting)
        let verdict = try GatewayVerdict(setting, secrets: ["sleutel": "zeer-geheim"])
        return verdict.outcome(HTTPReply(status: status, body: Array(body.utf8), retryAfter: after))
    }

    @Test func `without patterns the status decides`() throws {
        #expect(try outcome(200) == .accepted(reference: ""))
        #expect(try outcome(202) == .accepted(reference: ""))
        #expect(try outcome(302) == .failedForNow(.redirected, retryAfter: nil))
        #expect(try outcome(401) == .failedForNow(.credentials, retryAfter: nil))
        #expect(try outcome(429, after: 9) == .failedForNow(.serverBusy(code: 429), retryAfter: 9))
        #expect(try outcome(503) == .failedForNow(.serverBusy(code: 503), retryAfter: nil))
        #expect(try outcome(404) == .failedForNow(.serverBusy(code: 404), retryAfter: nil))
        #expect(try outcome(400, "nummer fout") == .failedForGood(.messageRefused("nummer fout")))
        #expect(try outcome(100) == .unknown(.notUnderstood))
    }

    @Test func `an error behind status 200 is seen by its text`() throws {
        let fill: (inout GatewaySetting) -> Void = {
            $0.acceptedPattern = "^OK"
            $0.refusedPattern = "ERROR 10[0-9]"
            $0.laterPattern = "no credit"
        }
        #expect(try outcome(200, "OK 17", fill) == .accepted(reference: ""))
        #expect(try outcome(200, "ERROR 102", fill) == .failedForGood(.messageRefused("ERROR 102")))
        #expect(try outcome(200, "no credit", fill) == .failedForNow(.serverBusy(code: 200), retryAfter: nil))
        #expect(try outcome(200, "<html>Welkom</html>", fill) == .unknown(.notUnderstood))
        #expect(try outcome(500, "ERROR 102", fill) == .failedForGood(.messageRefused("ERROR 102")))
    }

    @Test func `the provider's own number is found`() throws {
        let found = try outcome(200, "{\"id\": \"abc-17\"}") {
            $0.referencePattern = "\"id\"\\s*:\\s*\"([^\"]+)\""
        }
        #expect(found == .accepted(reference: "abc-17"))
        #expect(try outcome(200, "{}") { $0.referencePattern = "id=(.*)" } == .accepted(reference: ""))
    }

    @Test func `a secret that comes back in an answer is not kept`() throws {
        let refused = try outcome(400, "bad key zeer-geheim\u{7}\nregel twee")
        #expect(refused == .failedForGood(.messageRefused("bad key ••• regel twee")))
    }
}
