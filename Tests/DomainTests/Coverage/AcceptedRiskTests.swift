import Testing

@testable import Domain

@Suite struct AcceptedRiskTests {
    private static let start = Instant(milliseconds: 1_790_000_000_000)
    private static let gap = Interval(start, start.adding(minutes: 7 * 1_440))

    private func risk(
        _ answers: [AcceptedRisk.Answer], lapsesAfterDays days: Int = 7, isWithdrawn: Bool = false
    ) throws -> AcceptedRisk {
        AcceptedRisk(
            id: try #require(ID("00000000-0000-7000-8000-000000000001")), line: Code("OVDBZ-NOORD"),
            interval: Self.gap, reason: "Vakantie",
            askedAt: Self.start, lapsesAt: Self.start.adding(minutes: days * 1_440),
            withdrawnAt: isWithdrawn ? Self.start : nil,
            answers: Dictionary(uniqueKeysWithValues: answers.enumerated().map { (Code("GM\($0)"), $1) }))
    }

    @Test func `it is accepted when every municipality concerned accepted it, and not before`() throws {
        #expect(try risk([.accepted, .waiting, .waiting]).standing(at: Self.start) == .asked(waiting: 2))
        #expect(try risk([.accepted, .accepted]).standing(at: Self.start) == .accepted)
        #expect(try risk([.accepted, .declined, .waiting]).standing(at: Self.start) == .declined)
    }

    @Test func `it lapses on its day, also when the gap goes on`() throws {
        let risk = try self.risk([.accepted], lapsesAfterDays: 2)
        #expect(risk.standing(at: Self.start.adding(minutes: 2 * 1_440 - 1)) == .accepted)
        #expect(risk.standing(at: Self.start.adding(minutes: 2 * 1_440)) == .lapsed)
    }

    @Test func `withdrawing goes before every answer`() throws {
        #expect(try risk([.accepted], isWithdrawn: true).standing(at: Self.start) == .withdrawn)
    }
}
