/// One time that an activity takes place (*sessie*).
package struct ActivitySession: Hashable, Sendable {
    package let id: ID<ActivitySession>
    package let activity: ID<Activity>
    package let interval: Interval
    package let place: String
    /// Who leads it, as people know them; may be an office.
    package let leader: String
    /// Nil: whoever wants can come.
    package let capacity: Int?
    /// What it costs altogether, apart from the hours of those who come.
    package let cost: Money
    /// The last day on which people enrol by themselves; nil until it begins.
    package let enrolThrough: Day?
    package let cancellation: Cancellation?
    /// When the attendance list was finished.
    package let closedAt: Instant?
    /// What went well, what did not, what is to be done: written by whoever led it.
    package let evaluation: String
    /// Rises with every change that calendars must take over (RFC 5545 §3.8.7.4).
    package let sequence: Int
    package let version: Int

    package struct Cancellation: Hashable, Sendable {
        package let at: Instant
        package let reason: String

        package init(at: Instant, reason: String) {
            self.at = at
            self.reason = reason
        }
    }

    package init(
        id: ID<ActivitySession>, activity: ID<Activity>, interval: Interval, place: String, leader: String,
        capacity: Int?, cost: Money, enrolThrough: Day?, cancellation: Cancellation? = nil,
        closedAt: Instant? = nil,
        evaluation: String = "", sequence: Int = 0, version: Int = 1
    ) {
        self.id = id
        self.activity = activity
        self.interval = interval
        self.place = place
        self.leader = leader
        self.capacity = capacity
        self.cost = cost
        self.enrolThrough = enrolThrough
        self.cancellation = cancellation
        self.closedAt = closedAt
        self.evaluation = evaluation
        self.sequence = sequence
        self.version = version
    }

    package var isCancelled: Bool { cancellation != nil }

    package func hasBegun(at now: Instant) -> Bool { interval.start <= now }
    package func hasEnded(at now: Instant) -> Bool { interval.end <= now }

    /// Whether somebody may still put themself on the list.
    package func isOpen(at now: Instant) -> Bool {
        !isCancelled && !hasBegun(at: now)
            && enrolThrough.map { Amsterdam.day(at: now) <= $0 } ?? true
    }
}
