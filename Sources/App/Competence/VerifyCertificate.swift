import Domain
import Storage
import Web

extension Change {
    /// Puts the file that proves it beside a certificate: by the person, or by whoever keeps their papers.
    mutating func attachProof(
        _ file: StoredFile, to id: ID<Certificate>, of person: ID<Functionary>
    ) throws {
        let certificate = try certificate(id, of: person)
        if !isOwn(person) { try requireKeeping(person) }
        let before = try tx.certificateProofs(of: person)[id]?.file
        try tx.keepForGood(file.id)
        try tx.setProof(file.id, of: id, by: actor.journalText)
        try record(
            JournalEntry(
                "certificate.proven", "person", person,
                before: ["bewijs": before.map { .text("\($0)") } ?? .none],
                after: [
                    "functie": .code(certificate.function), "bewijs": .text("\(file.id)"),
                    "bestand": .secret(file.name, of: person),
                ]))
    }

    /// A second person has seen the proof.
    ///
    /// - Throws: `VerificationFault`.
    mutating func verifyCertificate(_ id: ID<Certificate>, of person: ID<Functionary>) throws {
        let certificate = try certificate(id, of: person)
        try requireKeeping(person)
        if isOwn(person) { throw VerificationFault.own }
        guard let proof = try tx.certificateProofs(of: person)[id], !proof.isVerified else { return }
        guard proof.recordedBy != actor.journalText else { throw VerificationFault.recordedBySame }
        try tx.setVerified(id, by: actor.journalText, at: now)
        try record(
            JournalEntry(
                "certificate.verified", "person", person,
                after: [
                    "functie": .code(certificate.function),
                    "bewijs": proof.file.map { .text("\($0)") } ?? .none,
                ]))
    }

    private func certificate(_ id: ID<Certificate>, of person: ID<Functionary>) throws -> Certificate {
        guard let found = try tx.certificates(of: person).first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        return found
    }

    private func isOwn(_ person: ID<Functionary>) -> Bool {
        guard case .account(let signedIn) = actor else { return false }
        return signedIn.person == person && signedIn.may(.seeOwn)
    }

    private func requireKeeping(_ id: ID<Functionary>) throws {
        guard let person = try tx.functionary(id) else { throw WebFailure.notFound }
        try actor.require(.editPeople, for: person.municipality)
    }
}
