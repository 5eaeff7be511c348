import Domain
import Storage

/// What the page of the auditor shows.
struct AuditPage: Sendable {
    private static let pastMax = 20
    /// An auditor that is silent for so long stands still; it runs every minute.
    static let silentMinutesMax = 5

    let status: AuditStatus
    let open: [StoredFinding]
    let past: [StoredFinding]
    let listeners: [AuditListener]
    /// Whether any channel is open: without one no alarm reaches anybody.
    let hasChannel: Bool
    let now: Instant
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        status = try tx.auditStatus()
        open = try tx.openFindings()
        past = try tx.pastFindings(limit: Self.pastMax)
        listeners = try tx.auditListeners()
        hasChannel = try tx.hasOpenChannel()
        now = visit.now
        csrf = visit.signedIn.csrf
    }

    var isSilent: Bool {
        status.ranAt.map { $0 <= now.adding(minutes: -Self.silentMinutesMax) } ?? true
    }
}
