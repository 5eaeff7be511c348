@testable import Domain

/// Whether posts can be filled at once by different people, by trying. People are numbered; a set of them is
/// a number with their bits.
struct BruteForceMatching {
    /// Per post the people who may fill it.
    let posts: [UInt64]
    let peopleCount: Int

    /// - Parameter available: per line R ∪ Q; a line has as many posts as it wants people.
    init(lines: [DutyLine], available: [UInt64], peopleCount: Int) {
        posts = zip(lines, available).flatMap { line, people in Array(repeating: people, count: line.wanted) }
        self.peopleCount = peopleCount
    }

    /// Whichever two people fall out, all posts can still be filled.
    var survivesEveryPair: Bool {
        (0..<peopleCount).allSatisfy { one in
            (0..<one).allSatisfy { other in canFill(posts[...], without: 1 << one | 1 << other) }
        }
    }

    private func canFill(_ posts: ArraySlice<UInt64>, without taken: UInt64) -> Bool {
        guard let post = posts.first else { return true }
        return (0..<peopleCount).contains { person in
            let bit: UInt64 = 1 << person
            return post & bit != 0 && taken & bit == 0 && canFill(posts.dropFirst(), without: taken | bit)
        }
    }
}
