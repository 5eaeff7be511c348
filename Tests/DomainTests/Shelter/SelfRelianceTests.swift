import Foundation
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
        let need = ID<DeploymentThing>(
            uuid: UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)))
        let matched = told(.offer).moved(to: .matched, match: need)
        #expect(matched.match == need)
        #expect(matched.moved(to: .done).match == need)
        #expect(told(.offer).moved(to: .declined, match: need).match == nil)
    }
}
