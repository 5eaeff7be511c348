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
    case morningMail = "morning-mail"

    /// 03:30 on the clock of Amsterdam exists once in every night: the clock jumps from 02:00 to 03:00, or
    /// back from 03:00.
    private static let minutesOfDay = 3 * 60 + 30

    static func dueAt(_ day: Day) -> Instant {
        Amsterdam.instant(day, hour: minutesOfDay / 60, minute: minutesOfDay % 60)
    }

    /// When people begin to read: what was small in the night is told then.
    private static let morningMinutesOfDay = 7 * 60

    /// When this kind is due on `day`.
    func dueAt(_ day: Day) -> Instant {
        switch self {
        case .morningMail: Amsterdam.instant(day, hour: Self.morningMinutesOfDay / 60, minute: 0)
        case .proof, .forgettingSessions, .forgettingFiles, .forgettingMail, .forgettingPeople,
            .confirmingContact, .callList, .contactTest, .gapDigest:
            Self.dueAt(day)
        }
    }

    /// - Parameter key: the day, in ISO form.
    func run(_ key: String, in change: inout Change) throws {
        switch self {
        case .proof:
            try change.recordNightlyProof(for: key)
            try change.takeEndedQuarter(for: key)
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
        case .morningMail:
            try change.tellMunicipalities()
            try change.tellCommitments(for: key)
        }
    }
}
