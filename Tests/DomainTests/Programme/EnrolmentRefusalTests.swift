import Domain
import Testing

@Suite struct EnrolmentRefusalTests {
    private var scene = ProgrammeScene()

    private func request(
        _ person: ID<Functionary>, functions: Set<String> = [], through: Day? = nil,
        elsewhere: [(title: String, interval: Interval)] = [], isByPlanner: Bool = false
    ) -> EnrolmentRequest {
        EnrolmentRequest(
            person: person, functions: Set(functions.map { Code($0) }), employedThrough: through,
            elsewhere: elsewhere, isByPlanner: isByPlanner)
    }

    @Test func `a session that is off, finished, begun or closed to enrolment says which of them`() {
        var scene = scene
        let activity = scene.activity()
        let person: ID<Functionary> = scene.id()
        let today = Amsterdam.day(at: scene.now)
        let cases: [(ActivitySession, EnrolmentRefusal?)] = [
            (scene.session(of: activity), nil),
            (scene.session(of: activity, isCancelled: true), .cancelled),
            (scene.session(of: activity, inDays: -1, closedAt: scene.now), .listClosed),
            (scene.session(of: activity, inDays: -1), .begun),
            (
                scene.session(of: activity, enrolThrough: today.adding(days: -1)),
                .closed(on: today.adding(days: -1))
            ),
            (scene.session(of: activity, enrolThrough: today), nil),
        ]
        for (session, refusal) in cases {
            #expect(request(person).refusal(for: session, of: activity, [], at: scene.now) == refusal)
        }
    }

    @Test func `nobody is twice on a list, and whoever left it may come back`() {
        var scene = scene
        let activity = scene.activity()
        let session = scene.session(of: activity)
        for (state, refusal) in [
            (Enrolment.State.placed, EnrolmentRefusal.alreadyPlaced), (.waiting, .alreadyWaiting),
        ] {
            let enrolment = scene.enrolment(state, in: session)
            #expect(
                request(enrolment.person).refusal(for: session, of: activity, [enrolment], at: scene.now)
                    == refusal)
        }
        let gone = scene.enrolment(.withdrawn, in: session)
        #expect(request(gone.person).refusal(for: session, of: activity, [gone], at: scene.now) == nil)
    }

    @Test func `a session for other functions takes in whom the planner puts there`() {
        var scene = scene
        let activity = scene.activity(functions: ["OVDBZ"])
        let session = scene.session(of: activity)
        let person: ID<Functionary> = scene.id()
        let own = request(person, functions: ["OGA"])
        #expect(
            own.refusal(for: session, of: activity, [], at: scene.now) == .otherFunctions([Code("OVDBZ")]))
        let planner = request(person, functions: ["OGA"], isByPlanner: true)
        #expect(planner.refusal(for: session, of: activity, [], at: scene.now) == nil)
        let suitable = request(person, functions: ["OVDBZ", "OGA"])
        #expect(suitable.refusal(for: session, of: activity, [], at: scene.now) == nil)
    }

    @Test func `the planner adds somebody who simply came, until the list is finished`() {
        var scene = scene
        let activity = scene.activity()
        let begun = scene.session(of: activity, inDays: -1)
        let person: ID<Functionary> = scene.id()
        #expect(
            request(person, isByPlanner: true).refusal(for: begun, of: activity, [], at: scene.now) == nil)
    }

    @Test func `who is elsewhere at that time or has left by then gets no place, not even from the planner`()
    {
        var scene = scene
        let activity = scene.activity()
        let session = scene.session(of: activity)
        let person: ID<Functionary> = scene.id()
        let overlap = Interval(session.interval.start.adding(minutes: 179), session.interval.end)
        let elsewhere = request(person, elsewhere: [("Tabletop", overlap)], isByPlanner: true)
        #expect(
            elsewhere.refusal(for: session, of: activity, [], at: scene.now)
                == .elsewhere(title: "Tabletop", overlap))
        let after = Interval(session.interval.end, session.interval.end.adding(minutes: 60))
        #expect(
            request(person, elsewhere: [("Tabletop", after)]).refusal(
                for: session, of: activity, [], at: scene.now) == nil)
        let day = Amsterdam.day(at: session.interval.start)
        #expect(
            request(person, through: day.adding(days: -1), isByPlanner: true).refusal(
                for: session, of: activity, [], at: scene.now) == .leftEmployment(on: day.adding(days: -1)))
        #expect(request(person, through: day).refusal(for: session, of: activity, [], at: scene.now) == nil)
    }
}
