/// A pool of people that must keep posts filled around the clock: what one replication runs on.
///
/// Version 1 of the continuity model (docs/continuity-model.md) is the special case with one tier per post,
/// one row of availability, one row of travel, one attempt and nobody ill (`ContinuityInstance.staffing`).
/// Everything beyond it stands still at its starting value, so both run on the same core.
package struct StaffingModel: Sendable {
    /// Horizon in whole hours; a tick is the start of an hour.
    package var hours: Int
    package var shiftHours: Int
    package var restHours: Int
    /// Most hours rostered to a person in one block of 168 hours from the start.
    package var weekHoursMax: Int
    package var extensionHoursMax: Int
    /// A draw below it means that somebody who was called does not come.
    package var noShow: UInt32
    /// A draw below it, at the end of a shift, means that somebody drops out for good.
    package var dropout: UInt32
    /// A draw below it means that somebody is ill from start to end.
    package var illness: UInt32 = 0
    /// How many people may be called for a post in one hour.
    package var attemptsMax = 1
    /// How much later the next one comes when the one before did not.
    package var attemptMinutes = 0
    package var people: [Person]
    package var posts: [Post]
    /// Ticks at which availability is drawn anew; the first is 0, ascending.
    package var periodStarts: [Int]
    /// Which row of `availability` holds in each period.
    package var periodRows: [Int]
    /// Per row and person: a draw below it means available for the whole period.
    package var availability: [[UInt32]]
    /// Per row and person: how long somebody who is called needs.
    package var travel: [[Travel]]
    /// What to count besides what version 1 counts; nil for nothing.
    package var measure: Measure?

    package init(
        hours: Int, shiftHours: Int, restHours: Int, weekHoursMax: Int, extensionHoursMax: Int,
        noShow: UInt32, dropout: UInt32, people: [Person], posts: [Post], periodStarts: [Int],
        periodRows: [Int], availability: [[UInt32]], travel: [[Travel]]
    ) {
        self.hours = hours
        self.shiftHours = shiftHours
        self.restHours = restHours
        self.weekHoursMax = weekHoursMax
        self.extensionHoursMax = extensionHoursMax
        self.noShow = noShow
        self.dropout = dropout
        self.people = people
        self.posts = posts
        self.periodStarts = periodStarts
        self.periodRows = periodRows
        self.availability = availability
        self.travel = travel
    }

    package struct Person: Hashable, Sendable {
        /// Part of the order in which people are called: who can do fewer things goes first.
        package var functionCount: Int
        /// Hours on the books at the start, for the order only.
        package var hoursBefore: Int

        package init(functionCount: Int, hoursBefore: Int = 0) {
            self.functionCount = functionCount
            self.hoursBefore = hoursBefore
        }
    }

    package struct Travel: Hashable, Sendable {
        package var baseMinutes: Int
        /// The time is `baseMinutes` and 0 to `spreadMinutes - 1` more.
        package var spreadMinutes: Int

        package init(baseMinutes: Int, spreadMinutes: Int) {
            self.baseMinutes = baseMinutes
            self.spreadMinutes = spreadMinutes
        }
    }

    package struct Post: Hashable, Sendable {
        /// The tick from which it has to be filled.
        package var start: Int
        /// The minute, from the start of the horizon, after which an empty post is a gap.
        package var normMinute: Int
        package var travelRow: Int
        /// Posts of one deployment work together.
        package var deployment: Int
        /// Who may be called when the post is empty, in waves: the first tier with somebody free counts. The
        /// last tier is everybody who may fill it, and relief is chosen from that.
        package var tiers: [[Int]]

        package init(
            start: Int = 0, normMinute: Int, travelRow: Int = 0, deployment: Int = 0, tiers: [[Int]]
        ) {
            self.start = start
            self.normMinute = normMinute
            self.travelRow = travelRow
            self.deployment = deployment
            self.tiers = tiers
        }
    }

    package struct Measure: Hashable, Sendable {
        /// Per tick: whether a shift that starts then is a night shift.
        package var nightStarts: [Bool]
        /// Per person, whom they know; both ways.
        package var acquaintances: [Set<Int>]

        package init(nightStarts: [Bool], acquaintances: [Set<Int>]) {
            self.nightStarts = nightStarts
            self.acquaintances = acquaintances
        }
    }

    /// Whether every index in the model points inside it; replications run without checks of their own.
    var isWellFormed: Bool {
        guard (1...ChanceDraw.indexMax).contains(hours), people.count <= ChanceDraw.indexMax else {
            return false
        }
        guard shiftHours >= 1, restHours >= 0, periodStarts.first == 0 else { return false }
        guard periodStarts.count == periodRows.count, isAscending(periodStarts) else { return false }
        guard periodRows.allSatisfy({ availability.indices.contains($0) }) else { return false }
        guard availability.allSatisfy({ $0.count == people.count }) else { return false }
        guard travel.allSatisfy({ isWellFormed($0) }) else { return false }
        guard posts.allSatisfy({ isWellFormed($0) }) else { return false }
        guard let measure else { return true }
        return measure.nightStarts.count >= hours && measure.acquaintances.count == people.count
    }

    private func isAscending(_ numbers: [Int]) -> Bool {
        zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    }

    private func isWellFormed(_ row: [Travel]) -> Bool {
        row.count == people.count && row.allSatisfy { $0.baseMinutes >= 0 && $0.spreadMinutes >= 0 }
    }

    private func isWellFormed(_ post: Post) -> Bool {
        guard travel.indices.contains(post.travelRow), post.start >= 0, !post.tiers.isEmpty else {
            return false
        }
        return post.tiers.allSatisfy { tier in tier.allSatisfy { people.indices.contains($0) } }
    }
}
