import Domain
import TestSupport
import Testing

@testable import App

@Suite struct RecordAttendanceTests {
    private static let present = Attendance(presence: .present, result: nil, minutes: 150)

    /// A session that was held yesterday.
    private func held(
        _ region: TestRegion, hasResult: Bool = false, _ people: [Functionary]
    ) async throws -> ActivitySession {
        let session = try await region.plannedSession(inDays: -1, hasResult: hasResult, isRecord: true)
        try await region.enrol(people, in: session)
        return session
    }

    private func faults(
        _ region: TestRegion, _ said: [ID<Functionary>: Attendance], at session: ActivitySession,
        isFinal: Bool = false
    ) async throws -> [AttendanceFault] {
        do {
            try await region.change(as: "bureau") {
                try $0.recordAttendance(said, at: session.id, isFinal: isFinal)
            }
            return []
        } catch let refusal as AttendanceRefusal {
            return refusal.faults.map(\.fault)
        }
    }

    private func performed(_ region: TestRegion, _ person: Functionary) async throws -> [PerformedActivity] {
        try await region.read { tx in
            try tx.performedActivities(of: person.id).filter { $0.title == "Oefening van de test" }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `being there counts towards competence, and no longer when it was a mistake`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let people = try await region.freePeople(2)
            let session = try await held(region, people)
            let absent = Attendance(presence: .absent, result: nil, minutes: 0)
            let said = [people[0].id: Self.present, people[1].id: absent]
            #expect(try await faults(region, said, at: session).isEmpty)
            let activity = try #require(try await performed(region, people[0]).first)
            #expect(activity.kind == .training)
            #expect(activity.minutes == 150)
            #expect(activity.day == Amsterdam.day(at: session.interval.start))
            #expect(activity.source == PerformedActivity.Source(.session, key: "\(session.id)"))
            #expect(try await performed(region, people[1]).isEmpty)
            #expect(try await faults(region, [people[0].id: absent], at: session).isEmpty)
            #expect(try await performed(region, people[0]).isEmpty)
        }
    }

    @Test func `at an activity with results only passing counts`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let people = try await region.freePeople(2)
            let session = try await held(region, hasResult: true, people)
            let said = [
                people[0].id: Attendance(presence: .present, result: .passed, minutes: 180),
                people[1].id: Attendance(presence: .present, result: .failed, minutes: 180),
            ]
            #expect(try await faults(region, said, at: session, isFinal: true).isEmpty)
            #expect(try await performed(region, people[0]).count == 1)
            #expect(try await performed(region, people[1]).isEmpty)
        }
    }

    @Test func `what cannot be so is refused as a whole, each with its own reason`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let people = try await region.freePeople(3)
            let session = try await held(region, hasResult: true, [people[0], people[1]])
            #expect(try await faults(region, [people[2].id: Self.present], at: session) == [.notEnrolled])
            #expect(try await faults(region, [:], at: session, isFinal: true) == [.unsaid, .unsaid])
            #expect(
                try await faults(
                    region, [people[0].id: Self.present, people[1].id: Self.present], at: session,
                    isFinal: true)
                    == [.resultMissing, .resultMissing])
            let ahead = try await region.plannedSession()
            try await region.enrol([people[2]], in: ahead)
            #expect(
                try await faults(region, [people[2].id: Self.present], at: ahead)
                    == [.notBegun(at: ahead.interval.start)])
            #expect(
                try await faults(region, [:], at: ahead, isFinal: true)
                    == [.notBegun(at: ahead.interval.start)])
            let before = try await region.records(of: "attendance.recorded").count
            _ = try await faults(
                region, [people[0].id: Self.present, people[2].id: Self.present], at: session)
            #expect(try await region.records(of: "attendance.recorded").count == before)
        }
    }

    @Test func `a finished list is closed until it is opened again`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let people = try await region.freePeople(2)
            let session = try await held(region, [people[0]])
            #expect(
                try await faults(region, [people[0].id: Self.present], at: session, isFinal: true).isEmpty)
            #expect(try await faults(region, [people[0].id: Self.present], at: session) == [.closed])
            await #expect(throws: EnrolmentRefusal.listClosed) {
                try await region.change(as: "bureau") { try $0.enrol(people[1].id, in: session.id) }
            }
            try await region.change(as: "bureau") { try $0.reopenAttendance(at: session.id) }
            #expect(try await faults(region, [people[0].id: Self.present], at: session).isEmpty)
        }
    }

    @Test func `whoever was there gives an opinion that has no name`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try #require(try await region.signedIn("functionaris").person)
            let person = try await region.person { $0.id == id }
            let session = try await held(region, [person])
            await #expect(throws: (any Error).self) {
                try await region.change(as: "functionaris") {
                    try $0.giveOpinion(
                        SessionOpinion(usefulness: 4, learned: "a", better: ""), of: session.id)
                }
            }
            _ = try await faults(region, [id: Self.present], at: session)
            let client = try await region.client("functionaris")
            let path = "/programma/sessies/\(session.id)"
            _ = try await client.get("\(path)/terugblik")
            let refused = try await client.post("\(path)/terugblik", ["nut": "9"])
            #expect(refused.status == 422)
            let given = try await client.post(
                "\(path)/terugblik", ["nut": "4", "geleerd": "Een zaal <openen>", "beter": "Meer tijd"])
            #expect(given.location == "/programma/mijn")
            let office = try await region.client("bureau")
            let page = try await office.get(path)
            #expect(page.body.contains("Een zaal &lt;openen&gt;"))
            #expect(page.body.contains("Gemiddeld 4,0 van 5"))
        }
    }
}
