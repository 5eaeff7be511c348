/// A running alarm as the engine decides about it: how far each post is, and how each person stands.
package struct AlarmProgress: Hashable, Sendable {
    package var state: AlarmState
    package let norms: AlarmNorms
    package var posts: [Post]
    package var callees: [ID<Functionary>: Callee]

    package struct Post: Hashable, Sendable {
        package let wanted: Int
        package let withinMinutes: Int?
        /// For work that begins at a known moment: whoever comes is expected then, whatever they say; nil for an
        /// alarm.
        package let startsAt: Instant?
        /// People per wave, in rank order.
        package let waves: [Wave]
        /// How many waves were called.
        package var openedCount: Int
        /// When the next wave is called if places are still empty; nil before the first.
        package var waveDueAt: Instant?

        package init(
            wanted: Int, withinMinutes: Int? = nil, startsAt: Instant? = nil, waves: [Wave],
            openedCount: Int = 0, waveDueAt: Instant? = nil
        ) {
            self.wanted = wanted
            self.withinMinutes = withinMinutes
            self.startsAt = startsAt
            self.waves = waves
            self.openedCount = openedCount
            self.waveDueAt = waveDueAt
        }

        /// Everybody of the waves that were called.
        package var called: ArraySlice<Wave> { waves.prefix(openedCount) }
        package var isUsedUp: Bool { openedCount == waves.count }
    }

    package struct Wave: Hashable, Sendable {
        package let kind: WaveKind
        package let people: [ID<Functionary>]

        package init(kind: WaveKind, people: [ID<Functionary>]) {
            self.kind = kind
            self.people = people
        }
    }

    /// When somebody who says at `now` that they come is expected.
    ///
    /// - Parameter minutes: as they said.
    func arrival(on post: Int, minutes: Int?, at now: Instant) -> Instant {
        if let startsAt = posts[post].startsAt { return max(startsAt, now) }
        return now.adding(minutes: minutes ?? posts[post].withinMinutes ?? norms.arrivalMinutes)
    }

    package init(
        state: AlarmState, norms: AlarmNorms, posts: [Post], callees: [ID<Functionary>: Callee]
    ) {
        self.state = state
        self.norms = norms
        self.posts = posts
        self.callees = callees
    }

    package func atWork(on post: Int) -> Int {
        callees.values.count { $0.state == .atWork && $0.post == post }
    }

    /// On their way, those who are lost sight of included: nobody is un-accepted.
    package func promised(to post: Int) -> Int {
        callees.values.count { $0.state == .promised && $0.post == post }
    }

    /// Places for which nobody is at work or on the way.
    package func openPlaces(of post: Int) -> Int {
        max(0, posts[post].wanted - callees.values.count { $0.post == post && $0.holdsPlace })
    }

    package func isFilled(_ post: Int) -> Bool {
        atWork(on: post) >= posts[post].wanted
    }

    package var isFilled: Bool {
        posts.indices.allSatisfy(isFilled)
    }

    /// The posts for which this person was called, in the order of the request.
    package func posts(calledFor person: ID<Functionary>) -> [Int] {
        posts.indices.filter { post in posts[post].called.contains { $0.people.contains(person) } }
    }

    /// Per post, the open places that those still to answer can no longer fill, even when all of them come
    /// and each takes the place where they are needed most.
    package func unmetPlaces() -> [Int] {
        let answering = callees.values.filter(\.mayStillAnswer).map(\.person)
        return Matching.unmet(
            places: posts.indices.map(openPlaces), eligible: answering.sorted().map(posts(calledFor:)))
    }

    package func mayStillFill(_ post: Int) -> Bool {
        unmetPlaces()[post] == 0
    }

    /// The first post with an open place for which the person was called.
    package func openPost(for person: ID<Functionary>) -> Int? {
        posts(calledFor: person).first { openPlaces(of: $0) > 0 }
    }
}
