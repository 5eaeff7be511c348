import Domain
import Testing

@Suite struct OfficialTests {
    private let officials = TestOfficials()

    @Test func `the first of the office answers`() {
        #expect(officials.standing(.mayor) == .present(officials.mayor))
        #expect(officials.standing(.secretary) == .present(officials.secretary))
        #expect(officials.standing(.spokesperson) == .unknown)
    }

    @Test func `for a mayor on leave the deputy answers, the first who is there`() {
        let leaves = [officials.leave(officials.mayor, days: 7), officials.leave(officials.deputy, days: 2)]
        #expect(
            officials.standing(.mayor, leaves)
                == .replaced(
                    by: officials.secondDeputy, insteadOf: officials.mayor, until: leaves[0].interval.end))
    }

    @Test func `a named replacement goes before the usual one, unless that one is away too`() {
        let named = officials.leave(officials.mayor, days: 7, replacement: officials.secondDeputy)
        #expect(
            officials.standing(.mayor, [named])
                == .replaced(
                    by: officials.secondDeputy, insteadOf: officials.mayor, until: named.interval.end))
        let both = [named, officials.leave(officials.secondDeputy, days: 1)]
        #expect(
            officials.standing(.mayor, both)
                == .replaced(by: officials.deputy, insteadOf: officials.mayor, until: named.interval.end))
    }

    @Test func `when everybody is away it says until when`() {
        let leave = officials.leave(officials.secretary, days: 3)
        #expect(officials.standing(.secretary, [leave]) == .nobody(until: leave.interval.end))
        let all = [
            officials.leave(officials.mayor, days: 7), officials.leave(officials.deputy, days: 2),
            officials.leave(officials.secondDeputy, days: 5),
        ]
        #expect(officials.standing(.mayor, all) == .nobody(until: all[1].interval.end))
    }

    @Test func `leave that has ended or not begun counts for nothing`() {
        let past = officials.leave(officials.mayor, days: 0)
        #expect(officials.standing(.mayor, [past]) == .present(officials.mayor))
    }
}

/// A mayor with two deputies, and a secretary alone.
private struct TestOfficials {
    static let now = Instant(milliseconds: 1_795_000_000_000)

    let mayor = official(1, .mayor)
    let deputy = official(2, .deputyMayor, position: 1)
    let secondDeputy = official(3, .deputyMayor, position: 2)
    let secretary = official(4, .secretary)

    func standing(_ office: Official.Office, _ leaves: [OfficialLeave] = []) -> OfficeStanding {
        OfficeStanding(office, [secondDeputy, secretary, deputy, mayor], leaves, at: Self.now)
    }

    func leave(_ official: Official, days: Int, replacement: Official? = nil) -> OfficialLeave {
        var randomness = Randomness(seed: 9)
        return OfficialLeave(
            id: randomness.id(at: Self.now), official: official.id,
            interval: Interval(
                Self.now.adding(minutes: -60), Self.now.adding(minutes: days * 24 * 60)),
            replacement: replacement?.id)
    }

    private static func official(_ seed: UInt64, _ office: Official.Office, position: Int = 1) -> Official {
        var randomness = Randomness(seed: seed)
        return Official(
            id: randomness.id(at: now), municipality: Code("GM0606"), office: office, position: position,
            name: "Naam \(seed)", phone: nil, isPrivate: true)
    }
}
