/// A communication test (*communicatietest*): everybody gets a message over each of their channels and confirms it
/// (spec P5).
package enum ContactTest {
    /// Fewer working channels than this is too few: one may fail in the night of an incident.
    package static let channelsMin = 2

    /// One channel of one person, as it was when the test began.
    package struct Line: Hashable, Sendable {
        package let person: ID<Functionary>
        package let kind: ContactChannel.Kind
        package let address: String
        package let state: State
        package let answeredAt: Instant?

        package init(
            person: ID<Functionary>, kind: ContactChannel.Kind, address: String, state: State,
            answeredAt: Instant?
        ) {
            self.person = person
            self.kind = kind
            self.address = address
            self.state = state
            self.answeredAt = answeredAt
        }

        /// - Parameter closesAt: the end of the window.
        package func result(closesAt: Instant) -> Result {
            if let answeredAt { return answeredAt <= closesAt ? .inTime : .late }
            switch state {
            case .waiting, .sending: return .unsent
            case .sent: return .silent
            case .refused: return .refused
            case .failed: return .unsent
            }
        }
    }

    /// How far the message got. The raw value is stored.
    package enum State: String, CaseIterable, Sendable {
        case waiting
        /// Handed to a channel, without its answer written down yet.
        case sending
        case sent
        /// The address takes no messages.
        case refused
        /// Could not be sent in time, through no fault of the person.
        case failed
    }

    package enum Result: Int, CaseIterable, Comparable, Sendable {
        case inTime, late, silent, refused
        /// The message never left: this tells nothing about the person.
        case unsent

        package static func < (left: Result, right: Result) -> Bool { left.rawValue < right.rawValue }

        /// The person got the message over this channel.
        package var works: Bool { self == .inTime || self == .late }
        /// The test shows that it does not work.
        package var fails: Bool { self == .silent || self == .refused }
    }

    /// Everybody of the audience with fewer than two working channels, with how many they have.
    package static func thin(
        _ lines: [Line], audience: [ID<Functionary>], closesAt: Instant
    ) -> [(person: ID<Functionary>, working: Int)] {
        let working = Dictionary(grouping: lines, by: \.person).mapValues { own in
            own.count { $0.result(closesAt: closesAt).works }
        }
        return audience.map { ($0, working[$0] ?? 0) }.filter { $0.1 < channelsMin }
    }

    /// Whether somebody counts as not reachable since a test: every channel that they have now was in it, and none
    /// works. A channel that is newer, or whose message never left, gives the benefit of the doubt.
    package static func isUnreachable(addresses: [String], lines: [Line], closesAt: Instant) -> Bool {
        guard !addresses.isEmpty else { return false }
        let results = Dictionary(
            lines.map { ($0.address, $0.result(closesAt: closesAt)) }, uniquingKeysWith: min)
        return addresses.allSatisfy { results[$0]?.fails ?? false }
    }

    /// The day on which the next one is due.
    ///
    /// - Parameter last: the day of the one before; nil when there was none.
    package static func isDue(on day: Day, last: Day?, everyMonths: Int) -> Bool {
        // Whoever must answer is at work then.
        guard day.weekday.rawValue < Weekday.saturday.rawValue else { return false }
        guard let last else { return true }
        let (from, to) = (last.parts, day.parts)
        let months = (to.year - from.year) * 12 + to.month - from.month
        return months - (to.day < from.day ? 1 : 0) >= everyMonths
    }
}
