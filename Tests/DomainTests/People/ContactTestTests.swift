import Domain
import Testing

@Suite struct ContactTestTests {
    private static let closes = Instant(milliseconds: 3_600_000)
    private let anna: ID<Functionary>
    private let bas: ID<Functionary>

    init() {
        var random = Randomness(seed: 1)
        anna = random.id(at: Self.closes)
        bas = random.id(at: Self.closes)
    }

    private func line(
        _ person: ID<Functionary>, _ address: String, _ state: ContactTest.State = .sent, answered: Int? = nil
    ) -> ContactTest.Line {
        ContactTest.Line(
            person: person, kind: .mobile, address: address, state: state,
            answeredAt: answered.map { Self.closes.adding(minutes: $0) })
    }

    @Test func `an answer counts until the window closes, and after it as late`() {
        #expect(line(anna, "a", answered: 0).result(closesAt: Self.closes) == .inTime)
        #expect(line(anna, "a", answered: 1).result(closesAt: Self.closes) == .late)
        #expect(line(anna, "a").result(closesAt: Self.closes) == .silent)
        #expect(line(anna, "a", .refused).result(closesAt: Self.closes) == .refused)
        #expect(line(anna, "a", .failed).result(closesAt: Self.closes) == .unsent)
    }

    @Test func `fewer than two working channels is too few, also for who has none at all`() {
        let lines = [
            line(anna, "a", answered: -5), line(anna, "b", answered: 9), line(bas, "c", answered: -5),
            line(bas, "d"),
        ]
        var random = Randomness(seed: 2)
        let nobody: ID<Functionary> = random.id(at: Self.closes)
        let thin = ContactTest.thin(lines, audience: [anna, bas, nobody], closesAt: Self.closes)
        #expect(thin.map(\.person) == [bas, nobody])
        #expect(thin.map(\.working) == [1, 0])
    }

    @Test func `only who has no channel but such as failed is unreachable`() {
        let silent = [line(anna, "a"), line(anna, "b", .refused)]
        func isUnreachable(_ addresses: [String], _ lines: [ContactTest.Line]) -> Bool {
            ContactTest.isUnreachable(addresses: addresses, lines: lines, closesAt: Self.closes)
        }
        #expect(isUnreachable(["a", "b"], silent))
        #expect(isUnreachable(["a"], silent))
        #expect(!isUnreachable(["a", "b", "new"], silent))
        #expect(!isUnreachable(["a", "b"], [line(anna, "a"), line(anna, "b", .failed)]))
        #expect(!isUnreachable(["a", "b"], [line(anna, "a"), line(anna, "b", answered: 5)]))
        #expect(!isUnreachable([], silent))
    }

    @Test func `a test is due on the first workday after so many months`() throws {
        let last = try #require(Day(iso: "2026-08-31"))
        func isDue(_ iso: String, _ last: Day?) throws -> Bool {
            ContactTest.isDue(on: try #require(Day(iso: iso)), last: last, everyMonths: 3)
        }
        #expect(try !isDue("2026-11-27", last))
        #expect(try !isDue("2026-11-30", last))
        #expect(try isDue("2026-12-01", last))
        #expect(try !isDue("2026-12-05", last))
        #expect(try isDue("2026-12-07", last))
        #expect(try isDue("2026-11-27", nil))
        #expect(try !isDue("2026-11-28", nil))
    }
}
