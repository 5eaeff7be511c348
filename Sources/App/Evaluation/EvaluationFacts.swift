import Domain
import Storage

/// A lesson with the deployment that it comes from.
struct LearntLesson: Sendable {
    let deployment: ID<Deployment>
    let lesson: Lesson
    /// It counts as an action of the region from its approval on.
    let isApproved: Bool
}

/// What other features may read of evaluations.
extension Transaction {
    func evaluation(of deployment: ID<Deployment>) throws -> Evaluation? {
        guard
            let row = try row(
                """
                SELECT summary, prepared_by, approved_at, approved_name FROM evaluation
                WHERE deployment = \(deployment)
                """)
        else { return nil }
        let findings = try rows(
            """
            SELECT id, heading, body, is_strength FROM evaluation_finding WHERE deployment = \(deployment)
            ORDER BY recorded_at, id
            """
        ).map { row in
            Finding(
                id: try row.id("id"), heading: try row.kind("heading"), text: try row.text("body"),
                isStrength: try row.flag("is_strength"))
        }
        let name = try row.optionalText("approved_name") ?? ""
        return Evaluation(
            summary: try row.text("summary"), preparedBy: try row.text("prepared_by"), findings: findings,
            lessons: try lessons().filter { $0.deployment == deployment }.map(\.lesson),
            approved: try row.optionalInstant("approved_at").map { Evaluation.Approval(name: name, at: $0) })
    }

    /// Deployments whose evaluation somebody began and nobody approved, the oldest first.
    func unapprovedEvaluations() throws -> [ID<Deployment>] {
        try rows(
            """
            SELECT e.deployment FROM evaluation e JOIN deployment d ON d.id = e.deployment
            WHERE e.approved_at IS NULL ORDER BY d.opened_at, d.id
            """
        ).map { try $0.id("deployment") }
    }

    /// Of all evaluations, first due first; those without a day last.
    func lessons() throws -> [LearntLesson] {
        try rows(
            """
            SELECT l.id, l.deployment, l.body, l.action, l.owner, l.due_on, l.done_on, l.part,
                CASE WHEN e.approved_at IS NULL THEN 0 ELSE 1 END AS is_approved
            FROM evaluation_lesson l JOIN evaluation e ON e.deployment = l.deployment
            ORDER BY CASE WHEN l.due_on IS NULL THEN 1 ELSE 0 END, l.due_on, l.recorded_at, l.id
            """
        ).map { row in
            LearntLesson(
                deployment: try row.id("deployment"),
                lesson: Lesson(
                    id: try row.id("id"), text: try row.text("body"), action: try row.text("action"),
                    owner: try row.text("owner"), dueOn: try row.optionalDay("due_on"),
                    doneOn: try row.optionalDay("done_on"), part: try row.optionalID("part")),
                isApproved: try row.flag("is_approved"))
        }
    }
}
