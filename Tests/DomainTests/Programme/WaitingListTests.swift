import Domain
import Testing

@Suite struct WaitingListTests {
    @Test func `whoever comes while there is room gets a place, and then waits`() {
        var scene = ProgrammeScene()
        let activity = scene.activity()
        let session = scene.session(of: activity, capacity: 2)
        var enrolments: [Enrolment] = []
        var states: [Enrolment.State] = []
        for minute in 0..<4 {
            let state = WaitingList.stateOfNext(enrolments, capacity: session.capacity)
            states.append(state)
            enrolments.append(scene.enrolment(state, in: session, at: minute))
        }
        #expect(states == [.placed, .placed, .waiting, .waiting])
        #expect(WaitingList.position(of: enrolments[3].person, in: enrolments) == 2)
        #expect(WaitingList.position(of: enrolments[0].person, in: enrolments) == nil)
    }

    @Test func `a free place goes to who waits longest, also when they came back later`() {
        var scene = ProgrammeScene()
        let session = scene.session(of: scene.activity(), capacity: 2)
        let first = scene.enrolment(.waiting, in: session, at: 30)
        let second = scene.enrolment(.waiting, in: session, at: 20)
        let placed = scene.enrolment(.placed, in: session, at: 0)
        let gone = scene.enrolment(.withdrawn, in: session, at: 5)
        let moving = WaitingList.movingUp([first, second, placed, gone], capacity: 2)
        #expect(moving.map(\.id) == [second.id])
        #expect(WaitingList.movingUp([first, second, placed, gone], capacity: nil).count == 2)
    }

    /// Against a queue that is simply rebuilt: whoever is not gone, in order, and the first so many have a place.
    @Test(arguments: 0..<40)
    func `after any series of steps the first so many have a place and nobody waits beside a free one`(
        seed: Int
    ) {
        var random = Randomness(seed: UInt64(seed))
        var scene = ProgrammeScene()
        let capacity = Int(random.next() % 5) + 1
        let session = scene.session(of: scene.activity(), capacity: capacity)
        var enrolments: [Enrolment] = []
        var queue: [ID<Functionary>] = []
        for minute in 0..<30 {
            let isLeaving = random.next() % 3 == 0 && !queue.isEmpty
            if isLeaving {
                let leaver = queue.remove(at: Int(random.next() % UInt64(queue.count)))
                for index in enrolments.indices where enrolments[index].person == leaver {
                    enrolments[index].state = .withdrawn
                }
            } else {
                let state = WaitingList.stateOfNext(enrolments, capacity: capacity)
                let enrolment = scene.enrolment(state, in: session, at: minute)
                enrolments.append(enrolment)
                queue.append(enrolment.person)
            }
            let moving = Set(WaitingList.movingUp(enrolments, capacity: capacity).map(\.id))
            for index in enrolments.indices where moving.contains(enrolments[index].id) {
                enrolments[index].state = .placed
            }
            let placed = enrolments.filter { $0.state == .placed }.map(\.person)
            #expect(Set(placed) == Set(queue.prefix(capacity)))
        }
    }
}
