import Domain
import Storage

extension Transaction {
    func saveEvaluation(
        of deployment: ID<Deployment>, summary: String, by account: String, at now: Instant
    ) throws {
        try execute(
            """
            INSERT INTO evaluation (deployment, summary, prepared_by, prepared_at)
            VALUES (\(deployment), \(summary), \(account), \(now))
            ON CONFLICT (deployment) DO UPDATE SET summary = excluded.summary, prepared_by = excluded.prepared_by,
                prepared_at = excluded.prepared_at
            """)
    }

    func insertFinding(_ finding: Finding, of deployment: ID<Deployment>, at now: Instant) throws {
        try execute(
            """
            INSERT INTO evaluation_finding (id, deployment, heading, body, is_strength, recorded_at)
            VALUES (\(finding.id), \(deployment), \(finding.heading), \(finding.text), \(finding.isStrength), \(now))
            """)
    }

    func deleteFinding(_ id: ID<Finding>, of deployment: ID<Deployment>) throws -> Bool {
        try execute("DELETE FROM evaluation_finding WHERE id = \(id) AND deployment = \(deployment)") == 1
    }

    func saveLesson(_ lesson: Lesson, of deployment: ID<Deployment>, at now: Instant) throws {
        try execute(
            """
            INSERT INTO evaluation_lesson (id, deployment, body, action, owner, due_on, done_on, part, recorded_at)
            VALUES (\(lesson.id), \(deployment), \(lesson.text), \(lesson.action), \(lesson.owner), \(lesson.dueOn),
                \(lesson.doneOn), \(lesson.part), \(now))
            ON CONFLICT (id) DO UPDATE SET body = excluded.body, action = excluded.action, owner = excluded.owner,
                due_on = excluded.due_on, done_on = excluded.done_on, part = excluded.part
            """)
    }

    /// - Returns: false when somebody else approved it meanwhile.
    func approveEvaluation(
        of deployment: ID<Deployment>, by account: String, name: String, at now: Instant
    ) throws -> Bool {
        try execute(
            """
            UPDATE evaluation SET approved_at = \(now), approved_by = \(account), approved_name = \(name)
            WHERE deployment = \(deployment) AND approved_at IS NULL
            """) == 1
    }
}
