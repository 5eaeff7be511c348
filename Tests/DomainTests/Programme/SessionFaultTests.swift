import Domain
import Testing

@Suite struct SessionFaultTests {
    private func faults(
        _ session: ActivitySession, before: ActivitySession? = nil, placed: Int = 0, isRecord: Bool = false
    ) -> [SessionFault] {
        session.faults(before: before, placed: placed, isRecord: isRecord, at: ProgrammeScene().now)
    }

    @Test func `a session in the past is planned by nobody, and may be written down afterwards`() {
        var scene = ProgrammeScene()
        let past = scene.session(of: scene.activity(), inDays: -3)
        #expect(faults(past) == [.past])
        #expect(faults(past, isRecord: true).isEmpty)
        // What is over may still be mended, but for its time.
        #expect(faults(past, before: past).isEmpty)
    }

    @Test func `no more people have a place than there are places`() {
        var scene = ProgrammeScene()
        let activity = scene.activity()
        let session = scene.session(of: activity, capacity: 5)
        #expect(faults(session, before: session, placed: 6) == [.capacityBelowEnrolment(placed: 6)])
        #expect(faults(session, before: session, placed: 5).isEmpty)
        #expect(faults(scene.session(of: activity, capacity: 0)) == [.capacityNotPositive])
    }

    @Test func `everything that is wrong is told at once`() {
        var scene = ProgrammeScene()
        let start = scene.now.adding(minutes: -60)
        let session = ActivitySession(
            id: scene.id(), activity: scene.id(), interval: Interval(start, start), place: "", leader: "",
            capacity: 0, cost: Money(cents: -1), enrolThrough: Amsterdam.day(at: start).adding(days: 1))
        #expect(
            faults(session) == [
                .endNotAfterStart, .past, .enrolmentEndsAfterStart, .capacityNotPositive, .negativeCost,
            ])
    }

    @Test func `what was called off or finished changes no more`() {
        var scene = ProgrammeScene()
        let activity = scene.activity()
        let off = scene.session(of: activity, isCancelled: true)
        #expect(faults(off, before: off) == [.alreadyCancelled])
        let finished = scene.session(of: activity, inDays: -1, closedAt: scene.now)
        #expect(faults(finished, before: finished) == [.alreadyClosed])
    }

    @Test func `every week means the same time on the clock, also over the change of the clock`() throws {
        var scene = ProgrammeScene()
        let first = try #require(Day(iso: "2027-03-18"))
        let session = ActivitySession(
            id: scene.id(), activity: scene.id(),
            interval: Interval(Amsterdam.instant(first, hour: 9), Amsterdam.instant(first, hour: 16)),
            place: "",
            leader: "", capacity: nil, cost: Money(cents: 0), enrolThrough: nil)
        let repeats = session.weekly(through: first.adding(days: 21))
        #expect(repeats.map { Amsterdam.wallClock(at: $0.start).hour } == [9, 9, 9])
        #expect(repeats.map { Amsterdam.wallClock(at: $0.end).hour } == [16, 16, 16])
        #expect(repeats.map { Amsterdam.day(at: $0.start) } == [7, 14, 21].map { first.adding(days: $0) })
        #expect(repeats[1].start.minutes(since: repeats[0].start) == 7 * 24 * 60 - 60)
        #expect(session.weekly(through: first).isEmpty)
        #expect(session.weekly(through: first.adding(days: -1)).isEmpty)
    }
}
