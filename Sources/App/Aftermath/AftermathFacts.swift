import Domain
import Storage

/// An aftermath file with the deployment that it follows.
struct DeploymentAftermath: Sendable {
    let deployment: ID<Deployment>
    let file: AftermathFile
    /// By topic, then as they were written.
    let points: [AftermathPoint]
}

/// What other features may read of aftermath files.
extension Transaction {
    func aftermaths(of deployment: ID<Deployment>) throws -> [DeploymentAftermath] {
        try aftermaths("WHERE deployment = \(deployment) ORDER BY municipality")
    }

    func aftermath(_ id: ID<AftermathFile>) throws -> DeploymentAftermath? {
        try aftermaths("WHERE id = \(id)").first
    }

    /// Those whose end is not decided, the oldest first.
    func runningAftermaths() throws -> [DeploymentAftermath] {
        try aftermaths("WHERE ended_at IS NULL ORDER BY opened_at, id")
    }

    private func aftermaths(_ aftermathCondition: SQL) throws -> [DeploymentAftermath] {
        try rows(
            """
            SELECT id, deployment, municipality, opened_at, offered_at, offered_by, offered_name, accepted_at,
                accepted_by, accepted_name, ended_at, ended_by, ended_name, decision
            FROM aftermath_file \(sql: aftermathCondition)
            """
        ).map { row in
            let id: ID<AftermathFile> = try row.id("id")
            let file = AftermathFile(
                id: id, municipality: Code(try row.text("municipality")),
                openedAt: try row.instant("opened_at"), offered: try row.signature("offered"),
                accepted: try row.signature("accepted"), ended: try row.signature("ended"),
                decision: try row.text("decision"))
            return DeploymentAftermath(
                deployment: try row.id("deployment"), file: file, points: try aftermathPoints(of: id))
        }
    }

    private func aftermathPoints(of id: ID<AftermathFile>) throws -> [AftermathPoint] {
        try rows(
            """
            SELECT id, topic, what, owner, due_on, is_done, cents, source FROM aftermath_point
            WHERE file = \(id) ORDER BY topic, recorded_at, id
            """
        ).map { row in
            AftermathPoint(
                id: try row.id("id"), topic: try row.kind("topic"), what: try row.text("what"),
                owner: try row.text("owner"), dueOn: try row.optionalDay("due_on"),
                isDone: try row.flag("is_done"),
                amount: try row.optionalInteger("cents").map { Money(cents: Int64($0)) },
                source: try row.optionalID("source"))
        }
    }
}

extension Row {
    fileprivate func signature(_ step: String) throws -> AftermathSignature? {
        guard let at = try optionalInstant("\(step)_at"), let account = try optionalText("\(step)_by") else {
            return nil
        }
        return AftermathSignature(account: account, name: try optionalText("\(step)_name") ?? "", at: at)
    }
}
