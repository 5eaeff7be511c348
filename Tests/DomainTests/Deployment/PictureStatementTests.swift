import Foundation
import Testing

@testable import Domain

@Suite struct PictureStatementTests {
    private func entry(
        _ number: Int, _ text: String, topic: String = "Geëvacueerd", by author: String = "a",
        theme: PictureTheme = .victims
    ) -> DeploymentEntry {
        let now = Instant(milliseconds: Int64(number) * 60_000)
        return DeploymentEntry(
            id: ID(uuid: UUID(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, UInt8(number)))),
            number: number, thing: nil,
            content: .statement(PictureStatement(theme: theme, topic: topic)), text: text, occurredAt: now,
            receivedAt: now, recordedAt: now,
            author: EntryAuthor(account: author, name: author, function: nil),
            source: "", isConfidential: false, supersededBy: nil, processedBy: nil)
    }

    private let statement = PictureStatement(theme: .victims, topic: "geevacueerd")
    private func author(_ name: String) -> EntryAuthor {
        EntryAuthor(account: name, name: name, function: nil)
    }

    @Test func `one topic written in two ways is one topic`() {
        let picture = OwnPicture(standing: [entry(1, "40"), entry(2, "40", topic: "geevacueerd ".tidied)])
        #expect(picture.topics.count == 1)
        #expect(picture.contradictions.isEmpty)
    }

    @Test func `different statements on one topic contradict each other, on two topics they do not`() {
        #expect(OwnPicture(standing: [entry(1, "40"), entry(2, "60")]).contradictions.count == 1)
        #expect(
            OwnPicture(standing: [entry(1, "40"), entry(2, "60", topic: "Gewond")]).contradictions.isEmpty)
    }

    @Test func `topics stand in the order of the themes`() {
        let picture = OwnPicture(standing: [entry(1, "x", theme: .capacity), entry(2, "y", theme: .incident)])
        #expect(picture.topics.map(\.theme) == [.incident, .capacity])
    }

    @Test func `a single statement gives way to whoever had it before them`() {
        let picture = OwnPicture(standing: [entry(1, "40")])
        #expect(picture.givingWay([1], to: statement, by: author("b"), isCoordinator: false) == [1])
        #expect(picture.givingWay([], to: statement, by: author("b"), isCoordinator: false) == [])
    }

    @Test func `between contradicting statements only the own one gives way, until the coordinator decides`()
    {
        let picture = OwnPicture(standing: [entry(1, "40", by: "a"), entry(2, "60", by: "b")])
        #expect(picture.givingWay([1, 2], to: statement, by: author("a"), isCoordinator: false) == [1])
        let settled = PictureStatement(theme: .victims, topic: "Geëvacueerd", isSettlement: true)
        #expect(picture.givingWay([], to: settled, by: author("a"), isCoordinator: false) == [])
        #expect(picture.givingWay([], to: settled, by: author("c"), isCoordinator: true) == [1, 2])
    }
}
