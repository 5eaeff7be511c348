/// What happened in one replication.
package struct ReplicationOutcome: Hashable, Sendable {
    /// The first minute in which a post was empty after its norm; the whole horizon when there was none.
    package var firstGap: Int
    /// The post of that minute, the lowest index when there were more; nil when there was none.
    package var firstGapPost: Int?
    package var gapMinutes = 0
    package var assigned = 0
    package var extensionHours = 0
    package var dropouts = 0
    package var noShows = 0
    /// Different people who worked; counted only with a `Measure`, like what follows.
    package var peopleUsed = 0
    package var nightShifts = 0
    /// Pairs of people who were at work together, and how many of those knew each other.
    package var pairs = 0
    package var acquaintedPairs = 0

    package init(horizonMinutes: Int) {
        firstGap = horizonMinutes
    }

    /// Over the six counts of version 1, docs/continuity-model.md §5.
    package var checksum: UInt64 {
        var sum = ChanceDraw.mix(UInt64(truncatingIfNeeded: noShows))
        for count in [dropouts, extensionHours, assigned, gapMinutes, firstGap] {
            sum = ChanceDraw.mix(UInt64(truncatingIfNeeded: count) ^ sum)
        }
        return sum
    }
}
