/// Until when each post can be kept filled by the own people (*voortzettingsvermogen*), and by when a neighbour
/// must be asked (spec L2).
///
/// Shift after shift, and in a shift in the order of the posts, a post counts as filled when there is some way to
/// fill it and everything before it, with every rest kept; who can do two things is used for one. The first shift
/// for which there is no way is where its people are used up; it asks for nobody from then on, and the others go on.
package struct StayingPower: Hashable, Sendable {
    package struct Function: Hashable, Sendable {
        package let function: Code<CrisisFunction>
        /// The first shift that cannot be filled; nil when there is none on the grid.
        package let shift: Int?
        package let exhaustedAt: Instant?
        /// Nil when it is not used up, or nobody established how long a neighbour needs. What should have been done
        /// already is to be done at once: never before `askedAt`.
        package let askBy: Instant?
        /// False when there was too much to search: it may last longer than this.
        package let isExact: Bool
        /// How many people can do this at some time of the grid.
        package let people: Int
    }

    package let functions: [Function]
    /// When the question was put.
    package let askedAt: Instant
    /// Until where was looked.
    package let horizon: Instant

    /// Work for all questions about posts that share people which filling and bound leave open, in people and
    /// kinds of people looked at.
    package static let effortMax = 200_000

    package init(
        _ model: ReliefModel, askMinutes: Int?, at now: Instant = .distantPast, effort: Int = effortMax
    ) {
        askedAt = now
        horizon = model.grid.end
        var found = [Function?](repeating: nil, count: model.posts.count)
        for part in Self.parts(model) {
            var crew = CrewForecast(model, posts: part.posts, members: part.members, effort: effort)
            crew.run()
            for (place, post) in part.posts.enumerated() {
                let shift = crew.usedUp[place]
                let exhaustedAt = shift.map(model.grid.start(of:))
                found[post] = Function(
                    function: model.posts[post].function, shift: shift, exhaustedAt: exhaustedAt,
                    askBy: exhaustedAt.flatMap { at in askMinutes.map { max(now, at.adding(minutes: -$0)) } },
                    isExact: shift == nil || crew.isExact[place],
                    people: model.members.count { $0.able.contains { $0.contains(post) } })
            }
        }
        functions = found.compactMap(\.self)
    }

    /// Posts that share nobody are looked at apart.
    private static func parts(_ model: ReliefModel) -> [(posts: [Int], members: [Int])] {
        var root = Array(model.posts.indices)
        func find(_ post: Int) -> Int { root[post] == post ? post : find(root[post]) }
        let sets = model.members.map { Set($0.able.joined()).sorted() }
        for set in sets {
            for post in set.dropFirst() { root[find(post)] = find(set[0]) }
        }
        let roots = model.posts.indices.map(find)
        return Set(roots).sorted().map { part in
            (
                model.posts.indices.filter { roots[$0] == part },
                model.members.indices.filter { index in sets[index].first.map { roots[$0] == part } ?? false }
            )
        }
    }
}
