/// Who has a place and who waits: first come, first served.
package enum WaitingList {
    /// The state of whoever enrols now. A free place goes to nobody while others wait for it.
    package static func stateOfNext(_ enrolments: [Enrolment], capacity: Int?) -> Enrolment.State {
        guard let capacity else { return .placed }
        let placed = enrolments.count { $0.state == .placed }
        return placed < capacity && !enrolments.contains { $0.state == .waiting } ? .placed : .waiting
    }

    /// Who gets a place now that there are free ones, first those who wait longest.
    package static func movingUp(_ enrolments: [Enrolment], capacity: Int?) -> [Enrolment] {
        let waiting = enrolments.filter { $0.state == .waiting }
            .sorted { ($0.enrolledAt, $0.id) < ($1.enrolledAt, $1.id) }
        guard let capacity else { return waiting }
        let free = capacity - enrolments.count { $0.state == .placed }
        return Array(waiting.prefix(max(0, free)))
    }

    /// Somebody's place in the queue, from 1; nil when they do not wait.
    package static func position(of person: ID<Functionary>, in enrolments: [Enrolment]) -> Int? {
        let waiting = enrolments.filter { $0.state == .waiting }
            .sorted { ($0.enrolledAt, $0.id) < ($1.enrolledAt, $1.id) }
        return waiting.firstIndex { $0.person == person }.map { $0 + 1 }
    }
}
