import Domain
import Testing

@Suite struct MunicipalityCardTests {
    @Test func `a section is stale the minute after a quarter`() {
        let checked = Instant(milliseconds: 1_795_000_000_000)
        let check = CardCheck(at: checked, by: "Anna")
        let quarter = CardCheck.daysMax * 24 * 60
        #expect(!check.isStale(at: checked.adding(minutes: quarter)))
        #expect(check.isStale(at: checked.adding(minutes: quarter + 1)))
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
