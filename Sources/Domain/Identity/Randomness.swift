import Foundation

/// Where ids, keys and passwords get their random bits.
///
/// The sample uses a seed so that the same seed gives the same content; everything else uses the system's
/// generator.
package enum Randomness: RandomNumberGenerator, Sendable {
    case system
    case seeded(SplitMix64)

    package init(seed: UInt64) {
        self = .seeded(SplitMix64(state: seed))
    }

    package mutating func next() -> UInt64 {
        switch self {
        case .system:
            var generator = SystemRandomNumberGenerator()
            return generator.next()
        case .seeded(var generator):
            let value = generator.next()
            self = .seeded(generator)
            return value
        }
    }

    /// A source of its own for a part of the work: what the part draws does not change what follows.
    package mutating func branch() -> Randomness {
        switch self {
        case .system: .system
        case .seeded: Randomness(seed: next())
        }
    }

    package mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            withUnsafeBytes(of: next()) { bytes.append(contentsOf: $0.prefix(count - bytes.count)) }
        }
        return bytes
    }

    /// A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits.
    package mutating func id<Entity>(at now: Instant) -> ID<Entity> {
        var bytes = bytes(16)
        let milliseconds = UInt64(max(0, now.milliseconds))
        for index in 0..<6 {
            bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> UInt64(8 * (5 - index)))
        }
        bytes[6] = 0x70 | (bytes[6] & 0x0F)
        bytes[8] = 0x80 | (bytes[8] & 0x3F)
        return ID(uuid: bytes.withUnsafeBytes { UUID(uuid: $0.load(as: uuid_t.self)) })
    }
}

/// Steele, Lea and Flood's generator: small, and the same on every machine for a seed. Never for secrets of a
/// real region.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(state: UInt64) {
        self.state = state
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
