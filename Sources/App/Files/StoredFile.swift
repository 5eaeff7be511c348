import Domain

/// A file that somebody handed in, with what it is for; its content is a blob.
struct StoredFile: Sendable {
    let id: ID<StoredFile>
    /// Hash of the content.
    let blob: String
    /// As the sender named it.
    let name: String
    let purpose: Purpose
    let account: ID<Account>
    let storedAt: Instant
    /// When it is cleared away; nil for a file that stays.
    let expiresAt: Instant?

    enum Purpose: String, Sendable {
        /// A list of people that is looked at before it is read into the register.
        case peopleImport = "people-import"
        /// A table of inhabitants or travel times, likewise.
        case populationImport = "population-import"
        case travelImport = "travel-import"
        /// The proof of a certificate; it stays with it.
        case certificateProof = "certificate-proof"
        /// A version of a document of the region; it stays with it.
        case regionalDocument = "regional-document"
        /// Certificates or attendance that are looked at before they are read in.
        case competenceImport = "competence-import"
        /// Totals of the ledger, likewise.
        case ledgerImport = "ledger-import"
    }
}
