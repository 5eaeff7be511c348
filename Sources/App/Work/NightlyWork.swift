import Domain
import Storage

/// What happens once a night. The raw value is the kind of the work in the queue.
enum NightlyWork: String, CaseIterable, Sendable {
    case proof = "nightly-proof"
    case forgettingSessions = "session-forgetting"
    case forgettingFiles = "file-forgetting"
    case forgettingMail = "mail-forgetting"
    case forgettingPeople = "people-forgetting"
    case confirmingContact = "contact-confirming"
    case callList = "call-list"
    case contactTest = "contact-test-planning"
    case gapDigest = "gap-digest"

    /// 03:30 on the clock of Amsterdam exists once in every night: the clock jumps from 02:00 to 03:00, or
    /// back from 03:00.
    private static let minutesOfDay = 3 * 60 + 30

    static func dueAt(_ day: Day) -> Instant {
        Amsterdam.instant(day, hour: minutesOfDay / 60, minute: minutesOfDay % 60)
    }

    /// - Parameter key: the day, in ISO form.
    func run(_ key: String, in change: inout Change) throws {
        switch self {
        case .proof: try change.recordNightlyProof(for: key)
        case .forgettingSessions:
            try change.forgetOldSessions()
            try change.forgetKeptAnswers()
        case .forgettingFiles: try change.forgetExpiredFiles()
        case .forgettingMail: try change.forgetOldMail()
        case .forgettingPeople: try change.forgetDeparted()
        case .confirmingContact: try change.askForConfirmation()
        case .callList: try change.makeCallList()
        case .contactTest: try change.planContactTest(for: key)
        case .gapDigest: try change.tellOpenGaps(for: key)
        }
    }
}
