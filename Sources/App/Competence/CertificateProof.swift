import Domain

/// What stands behind a certificate: the file that proves it, who recorded it and who verified it.
struct CertificateProof: Sendable {
    /// Nil: nothing was handed in.
    let file: ID<StoredFile>?
    let fileName: String?
    /// Who recorded it last, as the journal names them; nil for one from before the product kept it.
    let recordedBy: String?
    /// Nil: nobody verified it since it was last changed.
    let verifiedBy: String?
    let verifiedAt: Instant?

    var isVerified: Bool { verifiedAt != nil }
}

/// Why a certificate is not verified.
enum VerificationFault: Error, Equatable {
    /// Whoever recorded it cannot be the second person.
    case recordedBySame
    /// Nobody verifies their own.
    case own

    var sentence: String {
        switch self {
        case .recordedBySame:
            "Je hebt dit certificaat zelf vastgelegd. Iemand anders moet het controleren."
        case .own: "Je kunt je eigen certificaat niet controleren. Vraag het iemand anders."
        }
    }
}
