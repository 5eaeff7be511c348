import Domain
import Storage

extension Transaction {
    func insertAftermath(_ file: AftermathFile, of deployment: ID<Deployment>) throws {
        try execute(
            """
            INSERT INTO aftermath_file (id, deployment, municipality, opened_at, decision)
            VALUES (\(file.id), \(deployment), \(file.municipality), \(file.openedAt), \(file.decision))
            """)
    }

    /// - Returns: false when somebody else took a step meanwhile.
    func saveAftermath(_ file: AftermathFile, from before: AftermathFile) throws -> Bool {
        try execute(
            """
            UPDATE aftermath_file SET offered_at = \(file.offered?.at), offered_by = \(file.offered?.account),
                offered_name = \(file.offered?.name), accepted_at = \(file.accepted?.at),
                accepted_by = \(file.accepted?.account), accepted_name = \(file.accepted?.name),
                ended_at = \(file.ended?.at), ended_by = \(file.ended?.account), ended_name = \(file.ended?.name),
                decision = \(file.decision)
            WHERE id = \(file.id)
                AND (CASE WHEN offered_at IS NULL THEN 0 ELSE 1 END) = \(before.offered != nil)
                AND (CASE WHEN accepted_at IS NULL THEN 0 ELSE 1 END) = \(before.accepted != nil)
                AND (CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END) = \(before.ended != nil)
            """) == 1
    }

    func insertAftermathPoint(_ point: AftermathPoint, of file: ID<AftermathFile>, at now: Instant) throws {
        try execute(
            """
            INSERT INTO aftermath_point (id, file, topic, what, owner, due_on, is_done, cents, source, recorded_at)
            VALUES (\(point.id), \(file), \(point.topic), \(point.what), \(point.owner), \(point.dueOn),
                \(point.isDone), \(point.amount.map { Int($0.cents) }), \(point.source), \(now))
            ON CONFLICT (file, source) DO NOTHING
            """)
    }

    func saveAftermathPoint(_ point: AftermathPoint) throws {
        try execute(
            """
            UPDATE aftermath_point SET what = \(point.what), owner = \(point.owner), due_on = \(point.dueOn),
                is_done = \(point.isDone), cents = \(point.amount.map { Int($0.cents) })
            WHERE id = \(point.id)
            """)
    }
}
