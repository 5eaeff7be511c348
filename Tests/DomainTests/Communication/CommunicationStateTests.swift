import Foundation
import Testing

@testable import Domain

@Suite struct CommunicationStateTests {
    private static let start = Instant(milliseconds: 1_795_000_000_000)

    private func entry(
        _ number: Int, _ text: String, after minutes: Int, by speaker: Speaker = .region,
        subject: String = "Rook", released: Bool = true
    ) -> DeploymentEntry {
        let now = Self.start.adding(minutes: minutes)
        return DeploymentEntry(
            id: ID(uuid: UUID(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, UInt8(number)))),
            number: number, thing: nil,
            content: .message(
                PublicMessage(
                    kind: .confirmedFacts, goal: .information, audience: "", channel: "", speaker: speaker,
                    subject: subject, isReleased: released)),
            text: text, occurredAt: now, receivedAt: now, recordedAt: now,
            author: EntryAuthor(account: "a", name: "a", function: nil), source: "", isConfidential: false,
            supersededBy: nil, processedBy: nil)
    }

    private func state(_ entries: [DeploymentEntry]) -> CommunicationState {
        CommunicationState(standing: entries, openedAt: Self.start, firstMinutes: 30, repeatMinutes: 20)
    }

    @Test func `the first facts are due after the opening, the next after the last message`() {
        #expect(state([]).dueAt == Self.start.adding(minutes: 30))
        #expect(state([entry(2, "Ramen dicht", after: 5)]).dueAt == Self.start.adding(minutes: 25))
        #expect(
            state([entry(2, "Ramen dicht", after: 5, released: false)]).dueAt
                == Self.start.adding(minutes: 30))
    }

    @Test func `without a norm nothing is due`() {
        let none = CommunicationState(
            standing: [], openedAt: Self.start, firstMinutes: nil, repeatMinutes: nil)
        #expect(none.dueAt == nil)
    }

    @Test func `two speakers that say different things about one subject are a conflict`() {
        let first = entry(2, "Ramen dicht", after: 5)
        let second = entry(3, "Het is veilig buiten", after: 9, by: .municipality, subject: "rook")
        #expect(state([first, second]).conflicts == [[first, second]])
        #expect(state([first, entry(3, "Ramen dicht", after: 9, by: .municipality)]).conflicts.isEmpty)
        #expect(
            state([first, entry(3, "Anders", after: 9, by: .municipality, subject: "Opvang")]).conflicts
                .isEmpty)
        #expect(state([first, entry(3, "Ramen open", after: 9)]).conflicts.isEmpty)
    }

    @Test func `a conflict is over when the speakers say the same again`() {
        let entries = [
            entry(2, "Ramen dicht", after: 5), entry(3, "Veilig", after: 6, by: .municipality),
            entry(4, "Ramen dicht", after: 9, by: .municipality),
        ]
        #expect(state(entries).conflicts.isEmpty)
    }
}
