/// Chance as a function of a counter: no state, so the order of drawing does not matter and two designs that
/// ask the same question about the same person at the same moment get the same answer.
///
/// The finaliser of splitmix64 (Steele, Lea and Flood), as version 1 of the continuity model prescribes it.
package enum ChanceDraw {
    /// What is drawn; the raw values are part of the model's definition.
    package enum Kind: UInt64, CaseIterable, Sendable {
        case availability = 1
        case noShow = 2
        case travel = 3
        case dropout = 4
        /// Not in version 1: whether somebody is ill during the whole incident.
        case illness = 5
    }

    /// Persons and moments have 24 bits each in the counter.
    package static let indexMax = 1 << 24 - 1

    static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15
    static let factor: UInt64 = 0xD134_2543_DE82_EF95

    package static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The root of all chance of one replication.
    package static func root(seed: UInt64, replication: Int) -> UInt64 {
        mix(seed &+ increment &* (UInt64(truncatingIfNeeded: replication) &+ 1))
    }

    /// The part of the counter that belongs to a person, already multiplied: kind, person and moment share no
    /// bits, so their products may be added.
    static func personPart(_ person: Int) -> UInt64 {
        (UInt64(truncatingIfNeeded: person) << 24) &* factor
    }

    static func momentPart(_ kind: Kind, _ moment: Int) -> UInt64 {
        (kind.rawValue << 48 | UInt64(truncatingIfNeeded: moment)) &* factor
    }

    static func draw(root: UInt64, _ personPart: UInt64, _ momentPart: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: mix(root ^ (personPart &+ momentPart)) >> 32)
    }
}
