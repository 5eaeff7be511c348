/// Who relieves whom: a person on a post in a shift, and the places for which there is nobody.
package struct ReliefPlan: Hashable, Sendable {
    package struct Place: Hashable, Sendable {
        package let post: Int
        package let shift: Int
        /// Which of the members.
        package let member: Int

        package init(post: Int, shift: Int, member: Int) {
            (self.post, self.shift, self.member) = (post, shift, member)
        }
    }

    package struct Gap: Hashable, Sendable {
        package let post: Int
        package let shift: Int
        package let missing: Int

        package init(post: Int, shift: Int, missing: Int) {
            (self.post, self.shift, self.missing) = (post, shift, missing)
        }
    }

    /// By shift, then post, then member.
    package let places: [Place]
    /// By shift, then post.
    package let gaps: [Gap]
    /// In points (`ReliefWeights`).
    package let cost: Int
    /// No plan costs less; nil when there was no time to find out.
    package let bound: Int?

    /// - Parameter places: in any order.
    package init(_ places: [Place], of model: ReliefModel, cost: Int, bound: Int?) {
        self.places = places.sorted { ($0.shift, $0.post, $0.member) < ($1.shift, $1.post, $1.member) }
        (self.cost, self.bound) = (cost, bound)
        var filled: [[Int]] = model.posts.map { post in post.wanted.map { _ in 0 } }
        for place in places { filled[place.post][place.shift] += 1 }
        gaps = (0..<model.grid.count).flatMap { shift in
            model.posts.indices.compactMap { post in
                let missing = model.posts[post].wanted[shift] - filled[post][shift]
                return missing > 0 ? Gap(post: post, shift: shift, missing: missing) : nil
            }
        }
    }
}

/// What a relief plan weighs, in points.
package struct ReliefWeights: Hashable, Sendable {
    /// A place for which there is nobody: more than everything else together can cost one person.
    package var vacancy = 10_000
    /// Times the square of how far somebody's shifts are from an equal share.
    package var share = 6
    /// The second night shift of one person, and each after it.
    package var nightAgain = 8
    /// Ten minutes on the road, one way.
    package var tenMinutesTravel = 1
    /// Somebody else than the plan before had: people have been told, or have told others at home.
    package var change = 12

    package init() {}
}
