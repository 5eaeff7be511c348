import Testing

@testable import Domain

@Suite struct AcquaintancesTests {
    private let people = (1...4).map { CoverageScene.person(UInt64($0)).id }

    private func was(
        _ person: Int, at key: String, _ kind: PerformedActivity.Source.Kind = .session,
        on day: String = "2026-05-01"
    ) -> PerformedActivity {
        PerformedActivity(
            id: CompetenceScene.id(UInt64(person) * 100), person: people[person], kind: .exercise,
            function: nil,
            day: .on(day), minutes: 60, title: "Oefening", source: PerformedActivity.Source(kind, key: key))
    }

    @Test func `whoever was at one session knows each other, and a pair counts once`() {
        let met = Acquaintances(
            [
                was(0, at: "a"), was(1, at: "a"), was(0, at: "b", on: "2026-06-01"),
                was(1, at: "b", on: "2026-06-01"), was(2, at: "c"),
            ],
            optedOut: [])
        #expect(met.meetings(of: people[0]).map(\.person) == [people[1], people[1]])
        #expect(met.meetings(of: people[0]).first?.day == .on("2026-06-01"))
        #expect(met.share(of: Set(people)) == Acquaintances.Share(known: 1, pairs: 6))
        #expect(met.share(of: [people[0]]) == nil)
    }

    @Test func `whoever opted out is known to nobody`() {
        let met = Acquaintances([was(0, at: "a"), was(1, at: "a")], optedOut: [people[1]])
        #expect(met.meetings(of: people[0]).isEmpty)
        #expect(met.share(of: Set(people))?.known == 0)
    }

    @Test func `a list that was read in says nothing about who else was there`() {
        let met = Acquaintances([was(0, at: "a", .imported), was(1, at: "a", .imported)], optedOut: [])
        #expect(met.share(of: Set(people))?.known == 0)
    }
}
