import Testing

@testable import Domain

@Suite struct CandidacyTests {
    private func candidacy(_ state: Candidacy.State) -> Candidacy {
        Candidacy(
            id: CompetenceScene.id(1), person: CompetenceScene.person, function: CompetenceScene.function,
            motivation: "Ik wil helpen", state: state, appliedAt: .wall("2026-06-01 12:00"))
    }

    @Test func `consent comes before designation, and what is settled stays so`() {
        #expect(candidacy(.applied).may(become: .consented))
        #expect(!candidacy(.applied).may(become: .designated))
        #expect(candidacy(.consented).may(become: .designated))
        for state in [Candidacy.State.declined, .designated, .withdrawn] {
            #expect(Candidacy.State.allCases.allSatisfy { !candidacy(state).may(become: $0) }, "\(state)")
        }
    }

    @Test func `each step is a version of its own and keeps the words of the person`() {
        let next = candidacy(.applied).becoming(.consented, answer: "Graag")
        #expect(next.version == 2)
        #expect(next.motivation == "Ik wil helpen")
        #expect(next.answer == "Graag")
    }
}
