import Foundation
import Testing

@testable import Domain

@Suite struct AftermathFileTests {
    private let opened = AftermathFile(
        id: ID(uuid: .init()), municipality: Code("GM0613"), openedAt: Instant(milliseconds: 0))

    private func sign(_ account: String) -> AftermathSignature {
        AftermathSignature(account: account, name: account, at: Instant(milliseconds: 1))
    }

    @Test func `it is handed over by one side and taken over by the other`() throws {
        let offered = try opened.offering(sign("account:a"))
        #expect(offered.state == .offered)
        let taken = try offered.accepting(sign("account:b"))
        #expect(taken.state == .transferred)
        #expect(taken.offered?.account == "account:a")
        #expect(taken.accepted?.account == "account:b")
    }

    @Test func `one person is never both sides, not as a deputy either`() throws {
        let offered = try opened.offering(sign("account:a"))
        #expect(throws: AftermathRefusal.samePerson) { try offered.accepting(sign("account:a")) }
        #expect(throws: AftermathRefusal.samePerson) {
            try offered.accepting(sign("account:a namens account:b"))
        }
    }

    @Test func `a step out of order is refused with the state that it found`() throws {
        #expect(throws: AftermathRefusal.wrongState(.prepared)) { try opened.accepting(sign("account:b")) }
        let offered = try opened.offering(sign("account:a"))
        #expect(throws: AftermathRefusal.wrongState(.offered)) { try offered.offering(sign("account:c")) }
        #expect(throws: AftermathRefusal.wrongState(.offered)) {
            try offered.ending(sign("account:b"), decision: "klaar", rest: "", open: 0)
        }
    }

    @Test func `the municipality gives it back with a reason, and it can be offered again`() throws {
        let offered = try opened.offering(sign("account:a"))
        #expect(throws: AftermathRefusal.noReason) { try offered.returning(because: "") }
        let returned = try offered.returning(because: "De schade ontbreekt")
        #expect(returned.state == .prepared)
        #expect(try returned.offering(sign("account:a")).state == .offered)
    }

    @Test func `its end is a decision, and what is open is not forgotten`() throws {
        let taken = try opened.offering(sign("account:a")).accepting(sign("account:b"))
        #expect(throws: AftermathRefusal.noDecision) {
            try taken.ending(sign("account:b"), decision: "", rest: "", open: 0)
        }
        #expect(throws: AftermathRefusal.openPoints(2)) {
            try taken.ending(sign("account:b"), decision: "College, 3 maart", rest: "", open: 2)
        }
        let ended = try taken.ending(
            sign("account:b"), decision: "College, 3 maart", rest: "Naar de wijk", open: 2)
        #expect(ended.state == .ended)
        #expect(ended.decision == "College, 3 maart\nWat nog openstaat: Naar de wijk")
    }
}
