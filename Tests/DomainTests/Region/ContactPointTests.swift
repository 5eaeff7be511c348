import Domain
import Testing

@Suite struct ContactPointTests {
    @Test func `the deputy answers on the days on which the holder is away, first and last included`() throws
    {
        var randomness = Randomness(seed: 1)
        let away = ContactPoint.Away(from: Day(daysSince1970: 20_780), through: Day(daysSince1970: 20_782))
        let point = ContactPoint(
            id: randomness.id(at: Instant(milliseconds: 0)), validFrom: Day(daysSince1970: 20_000),
            name: "Bureau",
            holder: "Anna", deputy: "Bo", phone: try #require(Phone("010 1234567")),
            mailbox: try EmailAddress.parse("bureau@regio.example").get(), hours: "altijd", away: away)
        let answers = (20_779...20_783).map { point.answering(on: Day(daysSince1970: $0)) }
        #expect(answers == ["Anna", "Bo", "Bo", "Bo", "Anna"])
    }
}
