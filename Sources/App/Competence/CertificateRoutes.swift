import Domain
import Storage
import Web

extension Routes {
    static let certificates: [Route] = [
        .get("/mensen/:id/certificaat/:paper/bewijs", needs: .signedIn) { visit, tx in
            .page(CertificatePages.proof(try CertificatePage(visit, tx), FormState()))
        },
        .upload("/mensen/:id/certificaat/:paper/bewijs", needs: .signedIn, proofLimits, handInProof),
        .file("/mensen/:id/certificaat/:paper/bewijs/bestand", needs: .signedIn) { visit, tx in
            let page = try CertificatePage(visit, tx)
            guard let file = page.proof.file else { throw WebFailure.notFound }
            return try tx.storedFile(file, for: .certificateProof)
        },
        .post("/mensen/:id/certificaat/:paper/controle", needs: .permission(.editPeople)) {
            visit, fields, change in
            let page = try CertificatePage(visit, change.tx)
            do {
                try change.verifyCertificate(page.certificate.id, of: page.person.id)
                return .redirect(page.path, notice: "Het certificaat is gecontroleerd.")
            } catch let fault as VerificationFault {
                let state = FormState(fields, errors: [FieldError("controle", fault.sentence)])
                return .refused(CertificatePages.proof(page, state))
            }
        },
    ]

    private static let proofBytesMax = 10_000_000
    private static let proofLimits = UploadLimits(bytesMax: proofBytesMax + 100_000, fieldBytesMax: 10_000)

    @Sendable private static func handInProof(
        _ application: Application, _ visit: Visit, _ form: UploadForm
    ) async throws -> Answer {
        let page = try await application.storage.read { tx in try CertificatePage(visit, tx) }
        func refuse(_ sentence: String) -> Answer {
            let state = FormState(form.fields, errors: [FieldError("bestand", sentence)])
            return .refused(CertificatePages.proof(page, state))
        }
        guard let upload = form.files["bestand"] else { return refuse("Kies het bestand met het bewijs.") }
        guard upload.byteCount <= proofBytesMax else {
            return refuse("Het bestand is groter dan \(proofBytesMax / 1_000_000) MB. Maak het kleiner.")
        }
        switch try await upload.kind(among: [.pdf, .png, .jpeg]) {
        case .failure(let refusal): return refuse(refusal.sentence)
        case .success(let kind):
            let file = try await application.keep(upload, as: kind, for: .certificateProof, visit)
            let (person, certificate) = (page.person.id, page.certificate.id)
            try await application.storage.change(
                by: visit.actor, at: visit.now, randomness: visit.randomness
            ) { change in
                try change.attachProof(file, to: certificate, of: person)
            }
            return .redirect(page.path, notice: "Het bewijs is bewaard. Iemand anders controleert het nog.")
        }
    }
}
