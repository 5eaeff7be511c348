import Foundation
import Testing

@testable import Domain

@Suite struct PromiseCheckTests {
    private func person(_ number: Int) -> ID<Functionary> {
        var random = Randomness(seed: UInt64(number))
        return random.id(at: Instant(milliseconds: 0))
    }

    private func load(_ number: Int, _ needed: Int, _ people: [Int]) -> PromiseLoad {
        PromiseLoad(promise: Code("T\(number)"), needed: needed, eligible: Set(people.map(person)))
    }

    /// Every set by size, then in order: what the check must find, without any of its means.
    private func exhaustive(_ loads: [PromiseLoad]) -> (set: [Code<Promise>], needed: Int, available: Int)? {
        func sets(_ size: Int, _ from: Int) -> [[Int]] {
            guard size > 0 else { return [[]] }
            return (from..<max(from, loads.count)).flatMap { first in
                sets(size - 1, first + 1).map { [first] + $0 }
            }
        }
        for size in stride(from: 1, through: loads.count, by: 1) {
            for set in sets(size, 0) {
                let needed = set.map { loads[$0].needed }.reduce(0, +)
                let people = set.reduce(into: Set<ID<Functionary>>()) { $0.formUnion(loads[$1].eligible) }
                if needed > people.count { return (set.map { loads[$0].promise }, needed, people.count) }
            }
        }
        return nil
    }

    @Test func `two promises that share their people break together, and a third keeps out of it`() {
        let check = PromiseCheck([load(1, 2, [1, 2, 3]), load(2, 2, [1, 2, 3]), load(3, 1, [4, 5])])
        let found = check.overPromised()
        #expect(found.map(\.promises) == [[Code("T1"), Code("T2")]])
        #expect(found.map(\.needed) == [4])
        #expect(found.map(\.available) == [3])
        #expect(found.allSatisfy { $0.isSmallest })
    }

    @Test func `what can all be kept breaks nothing, and nothing promised breaks nothing`() {
        #expect(PromiseCheck([]).overPromised() == [])
        #expect(PromiseCheck([load(1, 1, [1, 2]), load(2, 1, [2])]).overPromised() == [])
    }

    @Test func `one promise alone can be too many, and comes before any pair`() {
        let check = PromiseCheck([
            load(1, 1, [1]), load(2, 1, [1]), load(3, 3, [5, 6]), load(4, 1, []),
        ])
        let found = check.overPromised()
        #expect(found.map(\.promises) == [[Code("T3")], [Code("T4")], [Code("T1"), Code("T2")]])
    }

    @Test func `the smallest set equals exhaustive search`() {
        var random = Randomness(seed: 11)
        var broken = 0
        for _ in 0..<3000 {
            let people = 1 + Int(random.next() % 10)
            let loads = (0..<(1 + Int(random.next() % 7))).map { number in
                load(
                    number, 1 + Int(random.next() % 3),
                    (0..<people).filter { _ in random.next() % 100 < 35 })
            }
            let expected = exhaustive(loads)
            let found = PromiseCheck(loads).overPromised().first
            guard found?.promises == expected?.set, found?.needed == expected?.needed,
                found?.available == expected?.available, found?.isSmallest ?? true
            else {
                Issue.record(
                    "\(loads): \(String(describing: found)) instead of \(String(describing: expected))")
                return
            }
            if expected != nil { broken += 1 }
        }
        // Both outcomes were met often.
        #expect((500...2500).contains(broken))
    }

    @Test func `without the listed sets the rest can be kept`() {
        var random = Randomness(seed: 12)
        for _ in 0..<500 {
            let loads = (0..<8).map { number in
                load(number, 1 + Int(random.next() % 3), (0..<9).filter { _ in random.next() % 3 == 0 })
            }
            let broken = Set(PromiseCheck(loads).overPromised().flatMap(\.promises))
            #expect(exhaustive(loads.filter { !broken.contains($0.promise) }) == nil)
        }
    }

    @Test func `a search that is broken off still gives promises that cannot be kept, and says so`() throws {
        let loads = (0..<12).map { number in load(number, 1, Array(0..<11)) }
        let broken = try #require(PromiseCheck(loads, stepsMax: 2).overPromised().first)
        #expect(broken.needed > broken.available)
        #expect(!broken.isSmallest)
        let whole = try #require(PromiseCheck(loads).overPromised().first)
        #expect(whole.promises.count == 12)
        #expect(whole.isSmallest)
    }

    @Test func `forty promises over a region are checked at once`() {
        var random = Randomness(seed: 13)
        let loads = (0..<40).map { number in
            load(number, 2 + Int(random.next() % 3), (0..<260).filter { _ in random.next() % 25 == 0 })
        }
        let found = PromiseCheck(loads).overPromised()
        #expect(found.allSatisfy { $0.needed > $0.available })
    }
}
