import Domain
import Testing

@Suite struct SessionShareTests {
    private static func present(_ minutes: Int) -> Attendance {
        Attendance(presence: .present, result: nil, minutes: minutes)
    }

    @Test func `the cost goes by the hours of who came, to the cent`() {
        var scene = ProgrammeScene()
        let session = scene.session(of: scene.activity(), inDays: -1, cost: 100_00, closedAt: scene.now)
        let enrolments = [
            scene.enrolment(in: session, from: "GM0599", attendance: Self.present(120)),
            scene.enrolment(in: session, from: "GM0599", attendance: Self.present(60)),
            scene.enrolment(in: session, from: "GM0606", attendance: Self.present(180)),
            scene.enrolment(in: session, from: "GM0622", attendance: Self.present(180)),
            scene.enrolment(
                in: session, from: "GM0622",
                attendance: Attendance(presence: .absent, result: nil, minutes: 0)),
        ]
        let shares = SessionShare.shares(of: session, enrolments)
        #expect(shares.map(\.municipality.text) == ["GM0599", "GM0606", "GM0622"])
        #expect(shares.map(\.people) == [2, 1, 1])
        #expect(shares.map(\.minutes) == [180, 180, 180])
        #expect(shares.map(\.cost.cents) == [3334, 3333, 3333])
    }

    @Test func `before the list is finished everybody with a place counts for as long as it lasts`() {
        var scene = ProgrammeScene()
        let session = scene.session(of: scene.activity(), cost: 50_00)
        let enrolments = [
            scene.enrolment(in: session), scene.enrolment(.waiting, in: session),
            scene.enrolment(.withdrawn, in: session),
        ]
        let shares = SessionShare.shares(of: session, enrolments)
        #expect(shares.map(\.minutes) == [180])
        #expect(shares.map(\.cost.cents) == [5000])
    }

    @Test func `a session that is off, or to which nobody came, is divided over nobody`() {
        var scene = ProgrammeScene()
        let off = scene.session(of: scene.activity(), cost: 50_00, isCancelled: true)
        #expect(SessionShare.shares(of: off, [scene.enrolment(in: off)]).isEmpty)
        let empty = scene.session(of: scene.activity(), inDays: -1, cost: 50_00, closedAt: scene.now)
        #expect(SessionShare.shares(of: empty, [scene.enrolment(in: empty)]).isEmpty)
    }
}
