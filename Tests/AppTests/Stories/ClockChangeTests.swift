import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// The nights in which the clock in Amsterdam jumps; a wait is a wait and a promise is kept on the right minute.
@Suite struct ClockChangeTests {
    /// Sunday 28 March 2027, 01:50: ten minutes later it is 03:00.
    private static let spring = Amsterdam.instant(day("2027-03-28"), hour: 1, minute: 50)
    /// Sunday 31 October 2027, the first 02:50: ten minutes later it is 02:00 again.
    private static let autumn = Amsterdam.instant(day("2027-10-31"), hour: 1, minute: 50).adding(minutes: 60)

    private static func day(_ text: String) -> Day {
        // A date in a test that does not exist is a fault of the test, and every test here would fail.
        Day(iso: text) ?? TestMoments.startDay
    }

    private static func night(
        _ engine: TestEngine, _ start: Instant
    ) async throws -> (waves: [Int], call: String, promised: String, overdueAfter: Int?) {
        try await TestRegion.with(engine, now: start) { region in
            let request = AlarmRequest(
                key: "klok", posts: [AlarmRequest.Post(function: Code("OVDBZ"), wanted: 2)],
                municipality: TestRegion.municipality, place: "Sporthal", description: "Storm.",
                withinMinutes: 45)
            let raised = try await region.raise(request, at: start)
            let night = AlarmNight(region: region, alarm: raised.id, raisedAt: start)
            let first = try await night.run(until: start.adding(seconds: 5))
            let person = try #require(try await night.wave(.duty).first)
            _ = try await region.answer(raised.id, person, "ja 30", at: start)
            let confirmed = try await region.deliverAll(at: start)
            let later = try await night.run(until: night.at(90))
            let waves = try await region.read { tx in
                try tx.events(of: raised.id).filter { $0.kind == .wave }.map { $0.at.minutes(since: start) }
            }
            let overdue = later.first { $0.message.text.contains("Waar ben je?") }
            return (
                waves, first.first { $0.message.text.contains("ALARM.") }?.message.text ?? "",
                confirmed.first { $0.text.contains("Genoteerd") }?.text ?? "",
                overdue.map { $0.at.minutes(since: start) }
            )
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an hour that does not exist shortens no wait`(engine: TestEngine) async throws {
        let night = try await Self.night(engine, Self.spring)
        #expect(night.call.contains("vóór 03.35 uur"))
        #expect(night.promised.contains("vóór 03.20 uur"))
        try Self.expectAbsolute(night.waves, night.overdueAfter)
    }

    @Test(arguments: TestEngine.allCases)
    func `an hour that comes twice lengthens none`(engine: TestEngine) async throws {
        let night = try await Self.night(engine, Self.autumn)
        #expect(night.call.contains("vóór 02.35 uur"))
        #expect(night.promised.contains("vóór 02.20 uur"))
        try Self.expectAbsolute(night.waves, night.overdueAfter)
    }

    /// Waves follow each other by the norm and the late one is asked when their own time and the norm are past, in
    /// minutes that are as long as any other night's.
    private static func expectAbsolute(_ waves: [Int], _ overdueAfter: Int?) throws {
        #expect(waves.first == 0)
        #expect(waves.allSatisfy { $0 < 60 })
        let asked = try #require(overdueAfter)
        #expect((31...50).contains(asked))
    }
}
