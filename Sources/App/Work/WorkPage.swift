import Domain
import Storage

/// What the page of background work shows.
struct WorkPage: Sendable {
    /// Rows of the table; the figures above are complete.
    static let rowsMax = 100

    let standing: WorkStanding
    let lines: [WorkLine]
    let now: Instant
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        now = visit.now
        csrf = visit.signedIn.csrf
        standing = try tx.workStanding(at: visit.now)
        lines = try tx.openWork(at: visit.now, limit: Self.rowsMax)
    }
}
