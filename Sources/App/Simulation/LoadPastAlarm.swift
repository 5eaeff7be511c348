import Domain
import Simulation
import Storage

extension Transaction {
    /// A past alarm with everybody who could do what it asked at the moment it was raised: who came, who did not, and
    /// who was never asked.
    func pastAlarm(_ alarm: Alarm) throws -> PastAlarm {
        let moment = Interval(alarm.raisedAt, alarm.raisedAt.adding(minutes: 1))
        let input = try coverageInput(during: moment)
        let callees = Dictionary(
            try pastCallees(of: alarm.id).map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        let workplaces = Dictionary(
            try functions().map { ($0.code, $0.workplace) }, uniquingKeysWith: { first, _ in first })
        let travel = try travelMinutes()
        let centre = try region()?.coordinationCentre
        let posts = try posts(of: alarm).enumerated().map { position, post in
            let people = input.candidates.compactMap { candidate -> PastAlarm.Person? in
                guard let person = input.people[candidate.person] else { return nil }
                let callee = callees[candidate.person]
                let road: Int? =
                    switch workplaces[post.function] ?? .coordinationCentre {
                    case .remote, .none: 0
                    case .scene: travel.minutes(from: person.workBase, to: alarm.municipality)
                    case .coordinationCentre:
                        centre.flatMap { travel.minutes(from: person.workBase, to: $0) }
                    }
                guard
                    let course = course(
                        of: callee, at: position, in: alarm,
                        isFit: candidate.isFit(post.function, at: alarm.raisedAt),
                        road: road)
                else { return nil }
                return PastAlarm.Person(
                    id: candidate.person, municipality: person.municipality, course: course)
            }
            return PastAlarm.Post(
                function: post.function, wanted: post.wanted,
                withinMinutes: post.by.map { $0.minutes(since: alarm.raisedAt) }, people: people)
        }
        return PastAlarm(municipality: alarm.municipality, posts: posts)
    }

    /// Nil for who plays no part in this post: not fit for it, or at work in another.
    private func course(
        of callee: PastCallee?, at position: Int, in alarm: Alarm, isFit: Bool, road: Int?
    ) -> PastAlarm.Course? {
        guard let callee else { return isFit ? .available(minutes: road) : nil }
        if let post = callee.post, post != position { return nil }
        guard callee.post == position || isFit else { return nil }
        func minutes(_ moment: Instant) -> Int {
            max(0, Int((moment.milliseconds - alarm.raisedAt.milliseconds + 59_999) / 60_000))
        }
        switch callee.state {
        case .atWork: return .came(minutes: callee.atWorkAt.map(minutes) ?? 0)
        case .called, .declined: return .stayed
        case .planned: return .available(minutes: road)
        case .promised, .reserve, .released:
            return .available(minutes: callee.arrivesAt.map(minutes) ?? road)
        }
    }
}

extension Candidate {
    /// Designated, competent, reachable and not absent at that moment.
    fileprivate func isFit(_ function: Code<CrisisFunction>, at moment: Instant) -> Bool {
        guard let fitness = fitness[function] else { return false }
        let designated = fitness.designated + fitness.designatedOn.values.joined()
        return designated.contains { $0.contains(moment) }
            && fitness.competence.competence(at: moment).isCompetent
            && reachable.contains { $0.contains(moment) } && !absent.contains { $0.contains(moment) }
    }
}
