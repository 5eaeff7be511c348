import Testing

@testable import Domain

@Suite struct MatchingTests {
    @Test func `people are moved between posts when that fills more`() {
        #expect(Matching.unmet(places: [1, 1], eligible: [[0, 1], [0]]) == [0, 0])
        #expect(Matching.unmet(places: [1, 1], eligible: [[0, 1]]) == [0, 1])
        #expect(Matching.unmet(places: [2, 0], eligible: []) == [2, 0])
    }

    /// Every assignment of people to posts is tried.
    private func bruteForce(_ places: [Int], _ eligible: [[Int]]) -> Int {
        func best(_ person: Int, _ left: [Int]) -> Int {
            guard person < eligible.count else { return 0 }
            var most = best(person + 1, left)
            for post in eligible[person] where left[post] > 0 {
                var next = left
                next[post] -= 1
                most = max(most, 1 + best(person + 1, next))
            }
            return most
        }
        return best(0, places)
    }

    @Test func `as many are placed as trying everything finds`() {
        var random = Randomness(seed: 5)
        for _ in 0..<2000 {
            let postCount = Int(random.next() % 4) + 1
            let places = (0..<postCount).map { _ in Int(random.next() % 3) }
            let eligible = (0..<Int(random.next() % 7)).map { _ in
                (0..<postCount).filter { _ in random.next() % 2 == 0 }
            }
            let unmet = Matching.unmet(places: places, eligible: eligible)
            #expect(places.reduce(0, +) - unmet.reduce(0, +) == bruteForce(places, eligible))
            #expect(zip(places, unmet).allSatisfy { $0 >= $1 && $1 >= 0 })
        }
    }
}
