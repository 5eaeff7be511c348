import Domain
import Storage

/// Somebody at work in a deployment for a time: written in, or called by one of its alarms and there.
struct CrewTime: Hashable, Sendable {
    let person: ID<Functionary>
    let function: Code<CrisisFunction>
    let since: Instant
    /// Nil while they are there.
    let until: Instant?
}

extension Transaction {
    /// Who works or worked in a deployment, as far as its log and its alarms tell; by start.
    func crewTimes(of id: ID<Deployment>) throws -> [CrewTime] {
        (try memberTimes(of: id) + calledTimes(of: id)).sorted {
            ($0.since, $0.person, $0.function) < ($1.since, $1.person, $1.function)
        }
    }

    private struct Place: Hashable {
        let person: ID<Functionary>
        let function: Code<CrisisFunction>
    }

    private func memberTimes(of id: ID<Deployment>) throws -> [CrewTime] {
        let rows = try rows(
            """
            SELECT occurred_at, payload FROM deployment_entry
            WHERE deployment = \(id) AND kind = \(EntryContent.Kind.member) ORDER BY number
            """)
        var began: [Place: Instant] = [:]
        var times: [CrewTime] = []
        for row in rows {
            guard case .member(let member) = try EntryContent(.member, try row.text("payload")),
                let person = ID<Functionary>(member.person)
            else { continue }
            let place = Place(person: person, function: member.function)
            let at = try row.instant("occurred_at")
            if member.isActive {
                began[place] = began[place] ?? at
            } else if let since = began.removeValue(forKey: place) {
                times.append(
                    CrewTime(person: person, function: member.function, since: since, until: max(since, at)))
            }
        }
        return times
            + began.map {
                CrewTime(person: $0.key.person, function: $0.key.function, since: $0.value, until: nil)
            }
    }

    /// A request for relief is about a shift to come: who answers it is not at work by that.
    private func calledTimes(of id: ID<Deployment>) throws -> [CrewTime] {
        try rows(
            """
            SELECT c.person, p.function, c.at_work_at, c.arrives_at, a.ended_at FROM deployment_alarm l
            JOIN alarm a ON a.id = l.alarm AND a.is_calm = 0
            JOIN alarm_callee c ON c.alarm = l.alarm AND c.state IN ('promised', 'atWork')
            JOIN alarm_post p ON p.alarm = c.alarm AND p.position = c.post
            WHERE l.deployment = \(id) ORDER BY c.person
            """
        ).compactMap { row in
            guard
                let since = try row.optionalInstant("at_work_at") ?? row.optionalInstant("arrives_at")
            else { return nil }
            return CrewTime(
                person: try row.id("person"), function: Code(try row.text("function")), since: since,
                until: nil)
        }
    }

    /// How many of each function a deployment asks: those it has or is asking, and what its level, template or a
    /// mayor's request asks; the most of each.
    func wantedCrew(of id: ID<Deployment>) throws -> [Code<CrisisFunction>: Int] {
        let state = DeploymentState(standing: try standingEntries(of: id))
        let asked = DeploymentTemplate.wanted(
            template: state.opening?.template, level: state.declarations.level, flexible: state.flexible)
        return asked.functions.merging(try presentCounts(of: id), uniquingKeysWith: max)
    }

    /// When people are at work in other deployments that run.
    func crewTimes(besides id: ID<Deployment>) throws -> [CrewTime] {
        try runningDeployments().filter { $0.id != id }.flatMap { try crewTimes(of: $0.id) }
    }
}
