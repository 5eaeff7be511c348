/// How an alarm stands.
package enum AlarmState: String, CaseIterable, Sendable {
    /// People are called, or on their way.
    case open
    /// The plan is used up and posts are still empty: a named human is told until somebody takes it.
    case exhausted
    /// A named human has it; who still comes is still counted.
    case taken
    /// Enough people are at work on every post.
    case filled
    /// Ended by hand.
    case stopped

    /// Nobody is called any more.
    package var isOver: Bool { self == .filled || self == .stopped }
}

/// How somebody who is in the plan stands.
package enum CalleeState: String, CaseIterable, Sendable {
    /// In a wave that has not been called yet.
    case planned
    case called
    /// Comes, on site or remote; a place is kept for them.
    case promised
    /// Wants to come, and enough others promised before.
    case reserve
    case declined
    /// *Aan het werk*: only this fills a place.
    case atWork
    /// Told that they are no longer needed.
    case released
}

/// One person of a running alarm.
package struct Callee: Hashable, Sendable {
    package let person: ID<Functionary>
    package var state: CalleeState
    /// The post for which they come or are at work.
    package var post: Int?
    package var isRemote: Bool
    /// The minutes they said.
    package var minutes: Int?
    /// When they said to be at work.
    package var arrivesAt: Instant?
    /// They were asked where they are, because that time is past.
    package var askedAt: Instant?
    /// They did not answer that either: another is called, and they still may come.
    package var silentAt: Instant?
    /// Nobody waits for their answer (`AlarmPlan.Place.isExpected`).
    package let isExpected: Bool
    /// A message is on its way to them or arrived, as far as is known.
    package let isReachable: Bool

    package init(
        person: ID<Functionary>, state: CalleeState, post: Int? = nil, isRemote: Bool = false,
        minutes: Int? = nil, arrivesAt: Instant? = nil, askedAt: Instant? = nil, silentAt: Instant? = nil,
        isExpected: Bool = true, isReachable: Bool = true
    ) {
        self.person = person
        self.state = state
        self.post = post
        self.isRemote = isRemote
        self.minutes = minutes
        self.arrivesAt = arrivesAt
        self.askedAt = askedAt
        self.silentAt = silentAt
        self.isExpected = isExpected
        self.isReachable = isReachable
    }

    /// Holds a place: at work, or on the way and not lost sight of.
    package var holdsPlace: Bool {
        state == .atWork || (state == .promised && silentAt == nil)
    }

    /// May still say that they come.
    package var mayStillAnswer: Bool {
        state == .called && isExpected && isReachable
    }
}
