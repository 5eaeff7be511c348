/// What is counted in a replication, and added up over many.
package struct ReplicationCounts: Hashable, Sendable {
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

    package init() {}

    static func += (sum: inout ReplicationCounts, more: ReplicationCounts) {
        sum.gapMinutes += more.gapMinutes
        sum.assigned += more.assigned
        sum.extensionHours += more.extensionHours
        sum.dropouts += more.dropouts
        sum.noShows += more.noShows
        sum.peopleUsed += more.peopleUsed
        sum.nightShifts += more.nightShifts
        sum.pairs += more.pairs
        sum.acquaintedPairs += more.acquaintedPairs
    }
}
