/// Something in the alarms that must not be so, as the auditor (*toezicht*) finds it.
package struct AuditFinding: Hashable, Sendable {
    package let kind: Kind
    /// The alarm, or the kind of channel; empty when it is about all of them.
    package let object: String
    /// How many of them.
    package let count: Int
    /// Since when, as far as is known.
    package let since: Instant

    package init(_ kind: Kind, _ object: String = "", count: Int = 1, since: Instant) {
        self.kind = kind
        self.object = object
        self.count = count
        self.since = since
    }

    /// The raw value is stored.
    package enum Kind: String, CaseIterable, Sendable {
        /// An alarm is neither filled nor told to a named human, and nothing will happen to it by itself.
        case forgotten
        /// An alarm was due and no engine looked at it.
        case overdue
        /// The next look at an alarm is further away than any wait of the engine.
        case postponed
        /// An alarm ended at a named human, and none of them got the message.
        case untold
        /// An alarm was raised and nobody was written a message.
        case uncalled
        /// Messages are due and no engine takes them up.
        case backlog
        /// Messages were taken up by an engine that never said what became of them, and no other took over.
        case stuck
        /// A provider reports on a message that stands nowhere.
        case unknownMessage
        /// Mail for reminders and invitations does not leave.
        case mailBacklog
        /// No channel of a kind takes messages any more.
        case laneDown
        /// One channel of a kind fails, another still takes messages.
        case channelDown
        /// An alarm runs and there is no channel at all.
        case noChannel
        /// The engine of this node stands still.
        case engineStill

        /// Whether an alarm may be at stake; the rest can wait for office hours.
        package var isGrave: Bool {
            switch self {
            case .forgotten, .overdue, .postponed, .untold, .uncalled, .backlog, .stuck, .unknownMessage,
                .laneDown, .noChannel, .engineStill:
                true
            case .mailBacklog, .channelDown: false
            }
        }
    }
}
