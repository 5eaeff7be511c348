import Domain
import Storage

/// Somebody at work in a deployment for a time: written in, or called by one of its alarms and there.
struct CrewTime: Hashable, Sendable {
    let person: ID<Functionary>
    let function: Code<CrisisFunction>
    let since: Instant
    /// Nil while they are there.
    let until: Instant?
    /// False for who was called and promised, and did not say yet that they are there.
    var isAtWork = true
}

extension Transaction {
    /// Who works or worked in a deployment, as far as its log and its alarms tell; by start.
    func crewTimes(of id: ID<Deployment>) throws -> [CrewTime] {
        let (times, left) = try memberTimes(of: id)
        let called = try calledTimes(of: id).map { time in
            let place = Place(person: time.person, function: time.function)
            return CrewTime(
                person: time.person, function: time.function, since: time.since,
                until: left[place]?.first { $0 >= time.since }, isAtWork: time.isAtWork)
        }
        return (times + called).sorted {
            ($0.since, $0.person, $0.function) < ($1.since, $1.person, $1.function)
        }
    }

    private struct Place: Hashable {
        let person: ID<Functionary>
        let function: Code<CrisisFunction>
    }

    /// - Returns: the times that were written in, and by place when somebody was written out, by moment.
    private func memberTimes(
        of id: ID<Deployment>
    ) throws -> (times: [CrewTime], left: [Place: [Instant]]) {
        let rows = try rows(
            """
            SELECT occurred_at, payload FROM deployment_entry
            WHERE deployment = \(id) AND kind = \(EntryContent.Kind.member) ORDER BY number
            """)
        var began: [Place: Instant] = [:]
        var times: [CrewTime] = []
        var left: [Place: [Instant]] = [:]
        for row in rows {
            guard case .member(let member) = try EntryContent(.member, try row.text("payload")),
                let person = ID<Functionary>(member.person)
            else { continue }
            let place = Place(person: person, function: member.function)
            let at = try row.instant("occurred_at")
            if member.isActive {
                began[place] = began[place] ?? at
            } else {
                left[place, default: []].append(at)
                guard let since = began.removeValue(forKey: place) else { continue }
                times.append(
                    CrewTime(person: person, function: member.function, since: since, until: max(since, at)))
            }
        }
        let present = began.map {
            CrewTime(person: $0.key.person, function: $0.key.function, since: $0.value, until: nil)
        }
        return (times + present, left)
    }

    private func calledTimes(of id: ID<Deployment>) throws -> [CrewTime] {
        try rows(
            """
            SELECT c.person, p.function, c.at_work_at, c.arrives_at FROM deployment_alarm l
            JOIN alarm_callee c ON c.alarm = l.alarm AND c.state IN ('promised', 'atWork')
            JOIN alarm_post p ON p.alarm = c.alarm AND p.position = c.post
            WHERE l.deployment = \(id) ORDER BY c.person
            """
        ).compactMap { row in
            let atWorkAt = try row.optionalInstant("at_work_at")
            guard let since = try atWorkAt ?? row.optionalInstant("arrives_at") else { return nil }
            return CrewTime(
                person: try row.id("person"), function: Code(try row.text("function")), since: since,
                until: nil, isAtWork: atWorkAt != nil)
        }
    }

    /// How many of each function a deployment asks: what its level, template or a mayor's request says.
    ///
    /// - Parameter counting: also those it has or is asking by an alarm, the most of each.
    func wantedCrew(
        of id: ID<Deployment>, counting: Bool
    ) throws -> [Code<CrisisFunction>: Int] {
        let state = DeploymentState(standing: try standingEntries(of: id))
        let asked = DeploymentTemplate.wanted(
            template: state.opening?.template, level: state.declarations.level, flexible: state.flexible)
        guard counting else { return asked.functions }
        return asked.functions.merging(try presentCounts(of: id), uniquingKeysWith: max)
    }

    /// When people work or will work in deployments that run, in whole minutes. Exercises are left out: from one,
    /// somebody can be called away.
    ///
    /// Of whoever is there nobody knows until when; they are reckoned to stay for the longest shift of the norms.
    func deployedTimes(norms: NormSet) throws -> [ID<Functionary>: [Interval]] {
        var times: [ID<Functionary>: [Interval]] = [:]
        for deployment in try runningDeployments() where !deployment.isExercise {
            for time in try crewTimes(of: deployment.id) {
                let hours =
                    norms.value(of: .shiftMost, at: time.since) ?? ReliefNorms.shiftHoursOtherwise
                let end = time.until ?? time.since.adding(minutes: 60 * hours)
                times[time.person, default: []].append(Interval(time.since, end).wholeMinutes)
            }
            for shift in try reliefShifts(of: deployment.id) where shift.state == .accepted {
                times[shift.person, default: []].append(shift.interval)
            }
        }
        return times
    }

    /// The deployment that an alarm calls people to.
    func deployment(callingBy alarm: ID<Alarm>) throws -> ID<Deployment>? {
        try row("SELECT deployment FROM deployment_alarm WHERE alarm = \(alarm) ORDER BY deployment LIMIT 1")?
            .id("deployment")
    }

    /// When people are at work in other deployments that run.
    func crewTimes(besides id: ID<Deployment>) throws -> [CrewTime] {
        try runningDeployments().filter { $0.id != id }.flatMap { try crewTimes(of: $0.id) }
    }
}

extension Interval {
    /// From the minute in which it begins to the minute in which it ends.
    fileprivate var wholeMinutes: Interval {
        func minute(_ instant: Instant) -> Instant {
            Instant(milliseconds: instant.milliseconds / 60_000 * 60_000)
        }
        return Interval(minute(start), max(minute(start), minute(end)))
    }
}
