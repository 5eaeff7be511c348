import Foundation
import Testing

@testable import Domain

@Suite struct RandomnessTests {
    private let now = Instant.wall("2026-06-01 12:00")

    private func bytes(_ id: ID<Functionary>) -> [UInt8] {
        withUnsafeBytes(of: id.uuid.uuid) { Array($0) }
    }

    private func ids(_ randomness: Randomness, count: Int = 100) -> [ID<Functionary>] {
        var randomness = randomness
        return (0..<count).map { randomness.id(at: now.adding(seconds: $0)) }
    }

    @Test func `the seeded generator gives the published numbers of SplitMix64`() {
        var generator = SplitMix64(state: 1_234_567)
        let published: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ]
        #expect(published.map { _ in generator.next() } == published)
    }

    @Test(arguments: [Randomness.system, Randomness(seed: 7)])
    func `an id is a UUID of version 7 and the variant of RFC 9562`(randomness: Randomness) {
        for id in ids(randomness) {
            let bytes = bytes(id)
            #expect(bytes[6] >> 4 == 7)
            #expect(bytes[8] >> 6 == 0b10)
        }
    }

    @Test func `the first 48 bits of an id are the milliseconds at which it was made`() {
        var randomness = Randomness(seed: 7)
        for milliseconds in [0, 1, 255, 256, 1_795_431_600_123, 253_402_214_400_000] as [Int64] {
            let bytes = bytes(randomness.id(at: Instant(milliseconds: milliseconds)))
            #expect(bytes.prefix(6).reduce(Int64(0)) { $0 << 8 | Int64($1) } == milliseconds)
        }
    }

    @Test(arguments: [Randomness.system, Randomness(seed: 7)])
    func `ids sort by the moment at which they were made`(randomness: Randomness) {
        let ids = ids(randomness)
        #expect(ids.reversed().sorted() == ids)
    }

    @Test func `the same seed gives the same ids, another seed others`() {
        #expect(ids(Randomness(seed: 7)) == ids(Randomness(seed: 7)))
        #expect(Set(ids(Randomness(seed: 7))).isDisjoint(with: ids(Randomness(seed: 8))))
        #expect(Set(ids(Randomness.system)).isDisjoint(with: ids(Randomness.system)))
    }

    @Test func `ids made in one millisecond differ`() {
        var randomness = Randomness(seed: 7)
        let ids: [ID<Functionary>] = (0..<10_000).map { _ in randomness.id(at: now) }
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: [0, 1, 7, 8, 9, 16, 33])
    func `as many bytes come as are asked for`(count: Int) {
        var randomness = Randomness(seed: 7)
        #expect(randomness.bytes(count).count == count)
    }

    @Test func `every value of a byte comes about equally often`() {
        var randomness = Randomness(seed: 7)
        let counts = randomness.bytes(256_000).reduce(into: [UInt8: Int]()) { $0[$1, default: 0] += 1 }
        #expect(counts.count == 256)
        #expect(counts.values.allSatisfy { (800...1200).contains($0) })
    }
}
