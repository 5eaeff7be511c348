import Domain
import Storage

extension Transaction {
    /// Of everybody's certificates, or of one person's.
    func certificateProofs(of person: ID<Functionary>? = nil) throws -> [ID<Certificate>: CertificateProof] {
        let condition: SQL = if let person { "WHERE c.person = \(person)" } else { "" }
        return try rows(
            """
            SELECT c.id, c.proof, f.name AS file_name, c.recorded_by, c.verified_by, c.verified_at
            FROM certificate c LEFT JOIN stored_file f ON f.id = c.proof \(sql: condition)
            """
        ).reduce(into: [:]) { proofs, row in
            proofs[try row.id("id")] = CertificateProof(
                file: try row.optionalID("proof"), fileName: try row.optionalText("file_name"),
                recordedBy: try row.optionalText("recorded_by"),
                verifiedBy: try row.optionalText("verified_by"),
                verifiedAt: try row.optionalInstant("verified_at"))
        }
    }

    /// A new proof is to be looked at anew.
    func setProof(_ file: ID<StoredFile>, of certificate: ID<Certificate>, by recorder: String) throws {
        try execute(
            """
            UPDATE certificate SET proof = \(file), recorded_by = \(recorder), verified_by = NULL, verified_at = NULL
            WHERE id = \(certificate)
            """)
    }

    func setVerified(_ certificate: ID<Certificate>, by verifier: String, at now: Instant) throws {
        try execute(
            """
            UPDATE certificate SET verified_by = \(verifier), verified_at = \(now) WHERE id = \(certificate)
            """)
    }
}
