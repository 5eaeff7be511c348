import Domain
import Storage

extension Transaction {
    func insert(_ norm: Norm) throws {
        try execute(
            """
            INSERT INTO norm (sequence, code, subject_kind, subject, value, status, source, confirmed_by, valid_from, valid_to,
                recorded_at, withdrawn_at)
            VALUES (\(norm.sequence), \(norm.code), \(norm.subject.kind), \(norm.subject.key), \(norm.value), \(norm.status),
                \(norm.source), \(norm.confirmedBy), \(norm.validFrom), \(norm.validTo), \(norm.recordedAt),
                \(norm.withdrawnAt))
            """)
    }

    func withdrawNorm(_ sequence: Int, at now: Instant) throws {
        try execute("UPDATE norm SET withdrawn_at = \(now) WHERE sequence = \(sequence)")
    }
}
