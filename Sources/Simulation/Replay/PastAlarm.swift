package import Domain

/// A real alarm that is over, as it went: what was asked, and what everybody did who can do it.
package struct PastAlarm: Hashable, Sendable {
    package let municipality: Code<Municipality>
    package let posts: [Post]

    package struct Post: Hashable, Sendable {
        package let function: Code<CrisisFunction>
        package let wanted: Int
        /// Nil: no norm; then every moment is in time.
        package let withinMinutes: Int?
        package let people: [Person]

        package init(
            function: Code<CrisisFunction>, wanted: Int, withinMinutes: Int?, people: [Person]
        ) {
            self.function = function
            self.wanted = wanted
            self.withinMinutes = withinMinutes
            self.people = people
        }
    }

    package struct Person: Hashable, Sendable {
        package let id: ID<Functionary>
        package let municipality: Code<Municipality>
        package let course: Course

        package init(id: ID<Functionary>, municipality: Code<Municipality>, course: Course) {
            self.id = id
            self.municipality = municipality
            self.course = course
        }
    }

    /// What somebody did, or could have done.
    package enum Course: Hashable, Sendable {
        /// At work so many minutes after the alarm.
        case came(minutes: Int)
        /// Was asked and did not come.
        case stayed
        /// Would have come and was not needed, or was never asked: at work after so many minutes if they come. Nil: the
        /// way is unknown.
        case available(minutes: Int?)
    }

    package init(municipality: Code<Municipality>, posts: [Post]) {
        self.municipality = municipality
        self.posts = posts
    }
}
