/// The norms that the product cannot go on without: an alarm and the proof must have a number.
///
/// They ship with a value that holds for all time and cannot be emptied.
package enum VitalNorm: CaseIterable, Sendable {
    case alarmFollowUp, alarmWave, alarmAnswer, alarmOverdue, alarmOverdueReply, alarmTaken
    case coverageHorizon

    package init?(_ code: NormCode) {
        guard let vital = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = vital
    }

    package var code: NormCode {
        switch self {
        case .alarmFollowUp: .alarmFollowUp
        case .alarmWave: .alarmWave
        case .alarmAnswer: .alarmAnswer
        case .alarmOverdue: .alarmOverdue
        case .alarmOverdueReply: .alarmOverdueReply
        case .alarmTaken: .alarmTaken
        case .coverageHorizon: .coverageHorizon
        }
    }

    /// What the product goes on with when a database has no row, such as one that an older version made. The
    /// same as the value that ships, which a test guards.
    package var lastResort: Int {
        switch self {
        case .alarmFollowUp: 5
        case .alarmWave: 5
        case .alarmAnswer: 5
        case .alarmOverdue: 10
        case .alarmOverdueReply: 5
        case .alarmTaken: 5
        case .coverageHorizon: 52
        }
    }
}
