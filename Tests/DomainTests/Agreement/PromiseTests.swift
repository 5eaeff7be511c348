import Foundation
import Testing

@testable import Domain

@Suite struct PromiseTests {
    /// A day of these tests; a typing error becomes 1970 and fails the test that meets it.
    private static func date(_ iso: String) -> Day {
        Day(iso: iso) ?? Day(daysSince1970: 0)
    }

    private func promise(
        _ code: String, _ hours: PromiseHours = .always, people: Int = 2, callers: Int = 1,
        notice: Int = 0, from: String = "2026-01-01", through: String? = nil
    ) -> Promise {
        Promise(
            id: ID(uuid: UUID()), code: Code(code), agreement: nil, function: Code("CO"), people: people,
            callers: callers, responseMinutes: 60, noticeMinutes: notice, hours: hours,
            validFrom: Self.date(from), validThrough: through.flatMap(Day.init(iso:)),
            suppliers: [Code("GM0599")], receivers: [Code("GM0606"), Code("GM0622")])
    }

    private let nights = PromiseHours(weekdays: Set(Weekday.allCases), fromMinute: 22 * 60, toMinute: 6 * 60)
    private let offices = PromiseHours(
        weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday], fromMinute: 8 * 60, toMinute: 18 * 60)

    private func at(_ day: String, _ hour: Int) -> Instant {
        Amsterdam.instant(Self.date(day), hour: hour)
    }

    @Test func `hours pass midnight, Sunday night too`() {
        #expect(nights.contains(at("2026-11-23", 23)))
        #expect(nights.contains(at("2026-11-24", 5)))
        #expect(!nights.contains(at("2026-11-24", 6)))
        #expect(nights.contains(at("2026-11-30", 2)))
        let sunday = PromiseHours(weekdays: [.sunday], fromMinute: 20 * 60, toMinute: 4 * 60)
        #expect(sunday.contains(at("2026-11-30", 3)))
        #expect(!sunday.contains(at("2026-11-29", 3)))
        #expect(PromiseHours.always.contains(at("2026-10-25", 2)))
        #expect(offices.contains(at("2026-11-23", 8)))
        #expect(!offices.contains(at("2026-11-28", 8)))
    }

    @Test func `a promise is called by whom it is for, in its hours, and with the notice it asks`() {
        let now = at("2026-11-23", 10)
        let here = Code<Municipality>("GM0606")
        #expect(promise("T1").isCallable(for: here, withinMinutes: nil, at: now))
        #expect(!promise("T1").isCallable(for: Code("GM0599"), withinMinutes: nil, at: now))
        #expect(!promise("T1", nights).isCallable(for: here, withinMinutes: nil, at: now))
        #expect(!promise("T1", notice: 120).isCallable(for: here, withinMinutes: 60, at: now))
        #expect(!promise("T1", notice: 120).isCallable(for: here, withinMinutes: nil, at: now))
        #expect(promise("T1", notice: 120).isCallable(for: here, withinMinutes: 120, at: now))
        #expect(!promise("T1", from: "2026-11-24").isCallable(for: here, withinMinutes: nil, at: now))
        #expect(!promise("T1", through: "2026-11-22").isCallable(for: here, withinMinutes: nil, at: now))
        #expect(promise("T1", through: "2026-11-23").isCallable(for: here, withinMinutes: nil, at: now))
    }

    @Test func `as many are needed as may call at once, and no more than there are`() {
        #expect(promise("T1", people: 3, callers: 2).needed == 6)
        #expect(promise("T1", people: 3, callers: 9).needed == 6)
    }

    @Test func `promises of different hours are not called at once`() {
        let list = [promise("T1", nights), promise("T2", offices), promise("T3")]
        let groups = list.simultaneous.map { Set($0.map(\.code.text)) }
        #expect(Set(groups) == [["T1", "T3"], ["T2", "T3"]])
        #expect([Promise]().simultaneous.isEmpty)
        let apart = [promise("T1", nights), promise("T2", offices)]
        #expect(apart.simultaneous.map { $0.map(\.code.text) }.sorted { $0[0] < $1[0] } == [["T1"], ["T2"]])
    }
}
