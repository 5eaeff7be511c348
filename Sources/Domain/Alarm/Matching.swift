/// How many places can be filled at once when nobody stands in two (a bipartite matching).
package enum Matching {
    /// Per post, the places that stay empty in a largest matching; earlier posts are served first.
    ///
    /// Augmenting paths over people and posts (Kuhn): O(places × pairs), with at most some hundred of each.
    ///
    /// - Parameters:
    ///   - places: open places per post.
    ///   - eligible: per person, the posts they may fill.
    package static func unmet(places: [Int], eligible: [[Int]]) -> [Int] {
        var peopleOf: [[Int]] = Array(repeating: [], count: places.count)
        for (person, posts) in eligible.enumerated() {
            for post in posts { peopleOf[post].append(person) }
        }
        var postOf = [Int?](repeating: nil, count: eligible.count)
        var unmet = places
        for post in places.indices {
            while unmet[post] > 0 {
                var seen = Set<Int>()
                guard place(post, peopleOf, &postOf, &seen) else { break }
                unmet[post] -= 1
            }
        }
        return unmet
    }

    /// Finds somebody for one more place of `post`, moving others between posts when that helps.
    private static func place(
        _ post: Int, _ peopleOf: [[Int]], _ postOf: inout [Int?], _ seen: inout Set<Int>
    ) -> Bool {
        for person in peopleOf[post] where postOf[person] != post && seen.insert(person).inserted {
            if let taken = postOf[person] {
                guard place(taken, peopleOf, &postOf, &seen) else { continue }
            }
            postOf[person] = post
            return true
        }
        return false
    }
}
