import Domain
import Testing

@Suite struct AttendanceFaultTests {
    private static let present = Attendance(presence: .present, result: nil, minutes: 180)

    @Test func `only who has a place can have been there`() {
        var scene = ProgrammeScene()
        let activity = scene.activity()
        let session = scene.session(of: activity, inDays: -1)
        let cases: [(Enrolment?, AttendanceFault?)] = [
            (scene.enrolment(.placed, in: session), nil),
            (scene.enrolment(.waiting, in: session), .onlyWaiting),
            (scene.enrolment(.withdrawn, in: session), .notEnrolled),
            (nil, .notEnrolled),
        ]
        for (enrolment, fault) in cases {
            #expect(Self.present.fault(of: enrolment, at: session, of: activity, now: scene.now) == fault)
        }
    }

    @Test func `nobody was at a session that is off, has not begun or whose list is finished`() {
        var scene = ProgrammeScene()
        let activity = scene.activity()
        let ahead = scene.session(of: activity)
        let cases: [(ActivitySession, AttendanceFault)] = [
            (ahead, .notBegun(at: ahead.interval.start)),
            (scene.session(of: activity, inDays: -1, isCancelled: true), .cancelled),
            (scene.session(of: activity, inDays: -1, closedAt: scene.now), .closed),
        ]
        for (session, fault) in cases {
            let enrolment = scene.enrolment(in: session)
            #expect(Self.present.fault(of: enrolment, at: session, of: activity, now: scene.now) == fault)
        }
    }

    @Test func `a result belongs to somebody who was there, at an activity that has results`() {
        var scene = ProgrammeScene()
        let graded = scene.activity(hasResult: true)
        let plain = scene.activity()
        let passed = Attendance(presence: .present, result: .passed, minutes: 180)
        let ghost = Attendance(presence: .absent, result: .passed, minutes: 0)
        let session = scene.session(of: graded, inDays: -1)
        let enrolment = scene.enrolment(in: session)
        #expect(passed.fault(of: enrolment, at: session, of: graded, now: scene.now) == nil)
        #expect(ghost.fault(of: enrolment, at: session, of: graded, now: scene.now) == .resultWithoutPresence)
        #expect(passed.fault(of: enrolment, at: session, of: plain, now: scene.now) == .noResults)
    }

    @Test func `nobody was there for twice as long as it lasted`() {
        var scene = ProgrammeScene()
        let activity = scene.activity()
        let session = scene.session(of: activity, inDays: -1)
        let enrolment = scene.enrolment(in: session)
        for (minutes, isWrong) in [(0, false), (360, false), (361, true), (-1, true)] {
            let attendance = Attendance(presence: .present, result: nil, minutes: minutes)
            let fault = attendance.fault(of: enrolment, at: session, of: activity, now: scene.now)
            #expect((fault == .minutesOutOfRange(max: 360)) == isWrong, "\(minutes)")
        }
    }

    @Test func `being there counts, and at an activity with results only passing does`() {
        func counts(
            _ presence: Attendance.Presence, _ result: Attendance.Result?, hasResult: Bool
        ) -> Bool {
            Attendance(presence: presence, result: result, minutes: 60).counts(hasResult: hasResult)
        }
        #expect(counts(.present, nil, hasResult: false))
        #expect(!counts(.absent, nil, hasResult: false))
        #expect(!counts(.excused, nil, hasResult: false))
        #expect(counts(.present, .passed, hasResult: true))
        #expect(!counts(.present, .failed, hasResult: true))
        #expect(!counts(.present, nil, hasResult: true))
    }
}
