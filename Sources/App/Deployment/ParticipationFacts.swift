import Domain
import Storage

/// Somebody who worked in a deployment, and from when to when.
struct Participation: Sendable {
    let person: ID<Functionary>
    /// Their employer.
    let municipality: Code<Municipality>
    let function: Code<CrisisFunction>
    let interval: Interval
}

extension Transaction {
    /// Everybody who was at work in a deployment, by start. Where nobody wrote down when somebody left, it is
    /// counted to the end of the deployment, and at most one longest shift (norm): an estimate, to be corrected by
    /// whoever knows. Of a small deployment its writer says how long it took.
    func participations(in id: ID<Deployment>, until now: Instant) throws -> [Participation] {
        guard let deployment = try deployment(id) else { return [] }
        let end = deployment.endedAt ?? now
        let most = try normSet().value(of: .shiftMost, at: deployment.openedAt).map { $0 * 60 }
        let small = try deploymentState(of: id).small.map { max(1, $0.minutes ?? 1) }
        func interval(_ time: CrewTime) -> Interval {
            if let small { return Interval(time.since, time.since.adding(minutes: small)) }
            let last = time.until ?? most.map { min(end, time.since.adding(minutes: $0)) } ?? end
            return Interval(time.since, max(time.since, last))
        }
        struct Place: Hashable {
            let person: ID<Functionary>
            let function: Code<CrisisFunction>
        }
        let times = try Dictionary(grouping: crewTimes(of: id).filter(\.isAtWork)) {
            Place(person: $0.person, function: $0.function)
        }
        return try times.flatMap { place, own -> [Participation] in
            guard let person = try functionary(place.person) else { return [] }
            // Called and written in besides is one time.
            return IntervalSet(own.map(interval)).intervals.map {
                Participation(
                    person: place.person, municipality: person.municipality, function: place.function,
                    interval: $0)
            }
        }.sorted {
            ($0.interval.start, $0.person, $0.function) < ($1.interval.start, $1.person, $1.function)
        }
    }

    /// Minutes of work by whose people they were.
    func workedMinutes(
        in id: ID<Deployment>, until now: Instant
    ) throws -> [Code<Municipality>: Int] {
        try participations(in: id, until: now).reduce(into: [:]) { sums, part in
            sums[part.municipality, default: 0] += part.interval.end.minutes(since: part.interval.start)
        }
    }
}
