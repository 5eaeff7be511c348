import Testing

@testable import Domain

@Suite struct SelfRelianceTests {
    private func told(_ kind: SelfReliance.Kind, _ state: SelfReliance.State = .open) -> SelfReliance {
        SelfReliance(kind: kind, what: "Bedden", state: state)
    }

    @Test func `an offer answers a need, once`() {
        #expect(told(.offer).mayMatch(told(.need)))
        #expect(told(.need).mayMatch(told(.offer)))
        #expect(!told(.offer).mayMatch(told(.offer)))
        #expect(!told(.initiative).mayMatch(told(.need)))
        #expect(!told(.offer, .matched).mayMatch(told(.need)))
        #expect(!told(.offer).mayMatch(told(.need, .done)))
    }

    @Test func `with what it was matched stays when it is done`() {
        let matched = told(.offer).moved(to: .matched, match: 7)
        #expect(matched.match == 7)
        #expect(matched.moved(to: .done).match == 7)
        #expect(told(.offer).moved(to: .declined, match: 7).match == nil)
    }
}
