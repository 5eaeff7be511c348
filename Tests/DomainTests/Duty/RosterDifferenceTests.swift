import Testing

@testable import Domain

@Suite struct RosterDifferenceTests {
    private typealias Place = RosterDifference.Place

    private static let monday = Day(daysSince1970: 20_780)

    private func people() throws -> (ID<Functionary>, ID<Functionary>) {
        (
            try #require(ID("00000000-0000-7000-8000-000000000001")),
            try #require(ID("00000000-0000-7000-8000-000000000002"))
        )
    }

    @Test func `only what differs is told, by week, line and place, with what it changes for whom`() throws {
        let (one, other) = try people()
        let first = Place(monday: Self.monday, line: Code("A"), slot: .first)
        let backup = Place(monday: Self.monday, line: Code("A"), slot: .backup)
        let later = Place(monday: Self.monday.adding(days: 7), line: Code("A"), slot: .first)
        let difference = RosterDifference(
            from: [first: one, backup: other, later: one], to: [first: other, backup: one, later: one])
        #expect(difference.entries.map(\.place) == [first, backup])
        #expect(difference.entries.map(\.after) == [other, one])
        #expect(difference.sameCount == 1)
        #expect(difference.counts.isEmpty)
    }

    @Test func `a place that comes or goes counts for whoever gets or loses it`() throws {
        let (one, other) = try people()
        let place = Place(monday: Self.monday, line: Code("B"), slot: .first)
        #expect(RosterDifference(from: [place: one], to: [:]).counts == [one: -1])
        #expect(RosterDifference(from: [place: one], to: [place: other]).counts == [one: -1, other: 1])
    }
}
