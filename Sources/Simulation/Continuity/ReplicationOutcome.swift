/// What happened in one replication.
package struct ReplicationOutcome: Hashable, Sendable {
    /// The first minute in which a post was empty after its norm; the whole horizon when there was none.
    package var firstGap: Int
    /// The post of that minute, the lowest index when there were more; nil when there was none.
    package var firstGapPost: Int?
    package var counts = ReplicationCounts()

    package init(horizonMinutes: Int) {
        firstGap = horizonMinutes
    }

    /// Over the six counts of version 1, docs/continuity-model.md §5.
    package var checksum: UInt64 {
        var sum = ChanceDraw.mix(UInt64(truncatingIfNeeded: counts.noShows))
        let inOrder = [
            counts.dropouts, counts.extensionHours, counts.assigned, counts.gapMinutes, firstGap,
        ]
        for count in inOrder {
            sum = ChanceDraw.mix(UInt64(truncatingIfNeeded: count) ^ sum)
        }
        return sum
    }
}
