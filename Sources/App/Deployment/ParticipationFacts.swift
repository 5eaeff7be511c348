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
    /// Everybody who was at work in a deployment. Where nobody wrote down when somebody left, it is counted to the
    /// end of the deployment, and at most one longest shift (norm): an estimate, to be corrected by whoever knows.
    func participations(in id: ID<Deployment>, until now: Instant) throws -> [Participation] {
        guard let deployment = try deployment(id) else { return [] }
        let end = deployment.endedAt ?? now
        let most = try normSet().value(of: .shiftMost, at: deployment.openedAt).map { $0 * 60 }
        func interval(_ start: Instant, _ left: Instant?) -> Interval {
            let last = left ?? most.map { min(end, start.adding(minutes: $0)) } ?? end
            return Interval(start, max(start, last))
        }
        let called = try rows(
            """
            SELECT c.person, p.function, f.municipality, c.at_work_at FROM deployment_alarm l
            JOIN alarm_callee c ON c.alarm = l.alarm AND c.at_work_at IS NOT NULL
            JOIN alarm_post p ON p.alarm = c.alarm AND p.position = c.post
            JOIN functionary f ON f.id = c.person
            WHERE l.deployment = \(id) ORDER BY c.at_work_at, c.person
            """
        ).map { row in
            Participation(
                person: try row.id("person"), municipality: Code(try row.text("municipality")),
                function: Code(try row.text("function")),
                interval: interval(try row.instant("at_work_at"), nil))
        }
        let written = try memberSpans(of: id).compactMap { span -> Participation? in
            guard let person = try functionary(span.person) else { return nil }
            return Participation(
                person: span.person, municipality: person.municipality, function: span.function,
                interval: interval(span.start, span.end))
        }
        let known = Set(called.map { "\($0.person) \($0.function)" })
        return called + written.filter { !known.contains("\($0.person) \($0.function)") }
    }

    /// Minutes of work by whose people they were.
    func workedMinutes(
        in id: ID<Deployment>, until now: Instant
    ) throws -> [Code<Municipality>: Int] {
        try participations(in: id, until: now).reduce(into: [:]) { sums, part in
            sums[part.municipality, default: 0] += part.interval.end.minutes(since: part.interval.start)
        }
    }

    private struct MemberSpan {
        let person: ID<Functionary>
        let function: Code<CrisisFunction>
        let start: Instant
        var end: Instant?
    }

    /// From being written in to being written out, in the order of the log.
    private func memberSpans(of id: ID<Deployment>) throws -> [MemberSpan] {
        try deploymentEntries(of: id).reduce(into: []) { spans, entry in
            guard case .member(let member) = entry.content, let person = ID<Functionary>(member.person) else {
                return
            }
            let open = spans.lastIndex {
                $0.person == person && $0.function == member.function && $0.end == nil
            }
            if member.isActive, open == nil {
                spans.append(MemberSpan(person: person, function: member.function, start: entry.occurredAt))
            } else if !member.isActive, let open {
                spans[open].end = max(spans[open].start, entry.occurredAt)
            }
        }
    }
}
