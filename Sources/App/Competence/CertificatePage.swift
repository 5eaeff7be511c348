import Domain
import Storage
import Web

/// One certificate with its proof, for the person and whoever keeps their papers.
struct CertificatePage: Sendable {
    let person: Functionary
    let certificate: Certificate
    let functionName: String
    let proof: CertificateProof
    let mayVerify: Bool
    let csrf: String

    var path: String { "/mensen/\(person.id)/certificaat/\(certificate.id)/bewijs" }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let person = try visit.ownOrEditablePerson(tx)
        let id: ID<Certificate> = try visit.id("paper")
        guard let certificate = try tx.certificates(of: person.id).first(where: { $0.id == id }),
            let proof = try tx.certificateProofs(of: person.id)[id]
        else { throw WebFailure.notFound }
        self.person = person
        self.certificate = certificate
        self.proof = proof
        functionName =
            try tx.functions().first { $0.code == certificate.function }?.name ?? certificate.function.text
        mayVerify =
            visit.signedIn.may(.editPeople)
            && visit.signedIn.reach(of: .editPeople).includes(person.municipality)
            && visit.signedIn.person != person.id && proof.recordedBy != visit.actor.journalText
        csrf = visit.signedIn.csrf
    }
}
