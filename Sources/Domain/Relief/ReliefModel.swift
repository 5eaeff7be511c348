/// Posts to be kept filled, shift after shift, and the people who can: what the plan and the staying power are
/// made from.
package struct ReliefModel: Sendable {
    /// A function with how many people it needs in each shift, besides those who are settled.
    package struct Post: Hashable, Sendable {
        package let function: Code<CrisisFunction>
        package let wanted: [Int]
        /// With those who are settled.
        package let people: Int

        package init(function: Code<CrisisFunction>, wanted: [Int], people: Int? = nil) {
            (self.function, self.wanted) = (function, wanted)
            self.people = people ?? wanted.max() ?? 0
        }
    }

    package struct Member: Hashable, Sendable {
        package let person: ID<Functionary>
        /// By shift, the posts that this person can take then, ascending; what would break a rest with what is
        /// settled is not among them.
        package let able: [[Int]]
        package let rest: ReliefRest
        /// Work before the grid, as shifts: negative, ascending.
        package let before: [Int]
        /// Shifts of the grid that this person works whatever is planned: pins, answers; ascending.
        package let settled: [Int]
        package let travelMinutes: Int
        /// Work so far, for a fair share.
        package let minutesBefore: Int
        /// The post that an earlier plan gave them, by shift.
        package let planned: [Int: Int]

        package init(
            person: ID<Functionary>, able: [[Int]], rest: ReliefRest, before: [Int] = [],
            settled: [Int] = [], travelMinutes: Int = 0, minutesBefore: Int = 0, planned: [Int: Int] = [:]
        ) {
            self.person = person
            self.rest = rest
            self.before = before
            self.settled = settled
            self.travelMinutes = travelMinutes
            self.minutesBefore = minutesBefore
            self.planned = planned
            self.able = able.enumerated().map { shift, posts in
                Self.isFree(shift, rest, before: before, settled: settled) ? posts : []
            }
        }

        private static func isFree(
            _ shift: Int, _ rest: ReliefRest, before: [Int], settled: [Int]
        ) -> Bool {
            guard settled.allSatisfy({ abs($0 - shift) >= rest.gap }) else { return false }
            return rest.allows(shift, after: before + settled.filter { $0 < shift })
        }
    }

    package let grid: ReliefGrid
    package let posts: [Post]
    package let members: [Member]

    package init(grid: ReliefGrid, posts: [Post], members: [Member]) {
        (self.grid, self.posts, self.members) = (grid, posts, members)
    }
}

/// Somebody as relief sees them: when they can do what, and what they did.
package struct ReliefPerson: Hashable, Sendable {
    package let person: ID<Functionary>
    /// When they are designated and competent, by function.
    package let fit: [Code<CrisisFunction>: IntervalSet]
    /// Absent, on other work, or said no.
    package let unavailable: IntervalSet
    package let travelMinutes: Int
    /// What they worked or are working, in this deployment and others.
    package let worked: [Interval]
    package let stays: [Stay]
    /// What an earlier plan gave them and may change.
    package let planned: [Stay]

    /// Somebody on a post for a time.
    package struct Stay: Hashable, Sendable {
        package let function: Code<CrisisFunction>
        package let interval: Interval

        package init(function: Code<CrisisFunction>, interval: Interval) {
            (self.function, self.interval) = (function, interval)
        }
    }

    package init(
        person: ID<Functionary>, fit: [Code<CrisisFunction>: IntervalSet],
        unavailable: IntervalSet = IntervalSet([]), travelMinutes: Int = 0, worked: [Interval] = [],
        stays: [Stay] = [], planned: [Stay] = []
    ) {
        self.person = person
        self.fit = fit
        self.unavailable = unavailable
        self.travelMinutes = travelMinutes
        self.worked = worked
        self.stays = stays
        self.planned = planned
    }
}

extension ReliefModel {
    /// - Parameters:
    ///   - wanted: how many of each function, in the order in which functions are looked after.
    ///   - people: in any order; the model keeps it.
    package init(
        grid: ReliefGrid, wanted: [(function: Code<CrisisFunction>, count: Int)], people: [ReliefPerson],
        norms: ReliefNorms
    ) {
        let place = Dictionary(
            wanted.enumerated().map { ($1.function, $0) }, uniquingKeysWith: { first, _ in first })
        var left = wanted.map { post in (0..<grid.count).map { _ in post.count } }
        let members = people.compactMap { person -> Member? in
            for stay in person.stays {
                for shift in grid.shifts(filledBy: stay.interval) {
                    if let post = place[stay.function] { left[post][shift] = max(0, left[post][shift] - 1) }
                }
            }
            let member = Self.member(person, grid, place, norms)
            return member.able.contains { !$0.isEmpty } ? member : nil
        }
        self.init(
            grid: grid,
            posts: zip(wanted, left).map {
                Post(function: $0.function, wanted: $1, people: $0.count)
            },
            members: members)
    }

    private static func member(
        _ person: ReliefPerson, _ grid: ReliefGrid, _ place: [Code<CrisisFunction>: Int],
        _ norms: ReliefNorms
    ) -> Member {
        let rest = ReliefRest(norms, travelMinutes: person.travelMinutes)
        let able = (0..<grid.count).map { shift -> [Int] in
            let interval = grid.interval(of: shift)
            guard !person.unavailable.overlaps(interval) else { return [] }
            return place.compactMap { function, post in
                person.fit[function]?.contains(interval) == true ? post : nil
            }.sorted()
        }
        let done = person.worked + person.stays.map(\.interval)
        // Long work counts from its first shift to its last.
        let shifts = Set(
            done.filter { !$0.isEmpty }.flatMap { work -> [Int] in
                let last = grid.shift(endingWith: work)
                return [min(grid.shift(beginningWith: work), last), last]
            }
        ).sorted()
        let planned = person.planned.compactMap { stay in
            grid.shifts(filledBy: stay.interval).first.flatMap { shift in
                place[stay.function].map { (shift, $0) }
            }
        }
        return Member(
            person: person.person, able: able, rest: rest, before: shifts.filter { $0 < 0 },
            settled: shifts.filter { $0 >= 0 && $0 < grid.count }, travelMinutes: person.travelMinutes,
            minutesBefore: person.worked.reduce(0) { $0 + $1.minutes },
            planned: Dictionary(planned, uniquingKeysWith: { first, _ in first }))
    }
}

extension ReliefGrid {
    /// The shifts whose own part, without the overlap, lies for at least half in `interval`.
    package func shifts(filledBy interval: Interval) -> [Int] {
        (0..<count).filter { 2 * core(of: $0).clamped(to: interval).minutes >= shiftMinutes }
    }
}
