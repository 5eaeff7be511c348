import Domain
import Storage

/// How somebody who was in the plan of an alarm stood when it was over.
struct PastCallee: Sendable {
    let person: ID<Functionary>
    /// The place of the post that they filled or would fill; nil for who filled none.
    let post: Int?
    let state: CalleeState
    let atWorkAt: Instant?
    /// By when they said that they would be there.
    let arrivesAt: Instant?
}

/// What other features may read of alarms that are over.
extension Transaction {
    /// Real ones, newest first.
    func pastAlarms(since start: Instant, limit: Int) throws -> [Alarm] {
        try endedAlarms(limit: limit).filter { !$0.isExercise && $0.raisedAt >= start }
    }

    func pastCallees(of alarm: ID<Alarm>) throws -> [PastCallee] {
        try rows(
            """
            SELECT person, post, state, at_work_at, arrives_at FROM alarm_callee WHERE alarm = \(alarm)
            ORDER BY person
            """
        ).map { row in
            PastCallee(
                person: try row.id("person"), post: try row.optionalInteger("post"),
                state: try row.kind("state"), atWorkAt: try row.optionalInstant("at_work_at"),
                arrivesAt: try row.optionalInstant("arrives_at"))
        }
    }
}
