import Testing

@testable import Domain

@Suite struct HandoverCourseTests {
    private let start = SmallCrews.start
    private let given: Handover
    private let confirmed: Handover

    init() {
        given = Handover(
            function: Code("ACBZ"), from: SmallCrews.person(0).description,
            to: SmallCrews.person(1).description, since: start, givenAt: start.adding(minutes: 480))
        confirmed = given.taken(at: start.adding(minutes: 490))
    }

    private func entry(
        _ number: Int, _ handover: Handover, thing: UInt64 = 1, by account: String = "account:1",
        supersededBy: Int? = nil
    ) -> DeploymentEntry {
        var random = Randomness(seed: thing)
        let thing: ID<DeploymentThing> = random.id(at: start)
        let at = start.adding(minutes: 480 + number)
        return DeploymentEntry(
            id: random.id(at: at), number: number, thing: thing, content: .handover(handover),
            text: "", occurredAt: at, receivedAt: at, recordedAt: at,
            author: EntryAuthor(account: account, name: account, function: nil), source: "",
            isConfidential: false, supersededBy: supersededBy, processedBy: nil)
    }

    @Test func `a confirmed handover is still known by the number under which it was given`() {
        let courses = HandoverCourse.all([
            entry(7, confirmed), entry(3, given, supersededBy: 7), entry(5, given, thing: 2),
        ])
        #expect(courses.map(\.entry.number) == [5, 7])
        #expect(courses.map { $0.isKnown(as: 3) } == [false, true])
        #expect(courses.map { $0.isKnown(as: 7) } == [false, true])
        #expect(courses.map { $0.isKnown(as: 5) } == [true, false])
        #expect(courses[1].value.isConfirmed)
    }

    @Test func `it knows who wrote down which side`() {
        let course = HandoverCourse.all([
            entry(3, given, by: "account:1", supersededBy: 7), entry(7, confirmed, by: "account:2"),
        ])[0]
        #expect(course.gaveBy?.account == "account:1")
        #expect(course.tookBy?.account == "account:2")
        #expect(HandoverCourse.all([entry(3, given)])[0].tookBy == nil)
    }

    @Test(arguments: [
        ("account:1", false), ("account:1 namens account:2", false), ("account:2", true),
        ("account:2 namens account:1", true), ("account:11", true),
    ])
    func `whoever wrote down one side does not confirm the other, as a deputy neither`(
        account: String, mayConfirm: Bool
    ) {
        let course = HandoverCourse.all([entry(3, given, by: "account:1")])[0]
        #expect(course.mayConfirm(account) == mayConfirm)
        let done = HandoverCourse.all([entry(3, confirmed, by: "account:1")])[0]
        #expect(!done.mayConfirm(account))
    }
}
