import Domain
import Testing

@Suite struct MunicipalityCardTests {
    @Test func `a section is stale the minute after the norm`() {
        let checked = Instant(milliseconds: 1_795_000_000_000)
        let check = CardCheck(at: checked, by: "Anna")
        let quarter = 92 * 24 * 60
        #expect(!check.isStale(at: checked.adding(minutes: quarter), daysMax: 92))
        #expect(check.isStale(at: checked.adding(minutes: quarter + 1), daysMax: 92))
        #expect(!check.isStale(at: checked.adding(minutes: quarter + 1), daysMax: 93))
    }

    @Test func `where nobody established a norm no check grows old`() {
        let check = CardCheck(at: .distantPast, by: "Anna")
        #expect(!check.isStale(at: Instant(milliseconds: 1_795_000_000_000), daysMax: nil))
    }

    @Test func `every section of the specification is there, and has a form`() {
        #expect(CardSection.allCases.count == 10)
        #expect(
            CardSection.allCases.filter { $0.form == .entries } == [
                .shelters, .contractors, .vulnerableObjects,
            ])
        #expect(CardSection.allCases.filter { $0.form == .officials } == [.reachability])
    }
}
