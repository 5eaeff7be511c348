import Domain
import Storage

/// What other features may read of the contact point.
extension Transaction {
    /// The one that holds on `day`; nil before the first began.
    func contactPoint(on day: Day) throws -> ContactPoint? {
        try contactPoints().first { $0.validFrom <= day }
    }
}
