/// What many replications came to. All whole numbers, so that it does not matter in which order, or on how
/// many threads, they ran.
package struct ReplicationTally: Hashable, Sendable {
    package private(set) var count = 0
    package private(set) var checksum: UInt64 = 0
    package private(set) var firstGapMinutes = 0
    /// Per hour: replications whose first gap fell in it; the last is those without a gap.
    package private(set) var firstGapsByHour: [Int]
    package private(set) var counts = ReplicationCounts()
    package private(set) var gapMinutesByPost: [Int]
    /// Per post: replications in which it was the first to break.
    package private(set) var firstBreaks: [Int]
    /// Per person; empty without a `Measure`.
    package private(set) var hoursByPerson: [Int]
    package private(set) var nightsByPerson: [Int]
    /// The hour of the first gap per replication, by number; for comparing two designs replication by
    /// replication.
    package private(set) var firstGapHours: [Int: [Int32]] = [:]

    package init(_ model: StaffingModel) {
        firstGapsByHour = Array(repeating: 0, count: model.hours + 1)
        gapMinutesByPost = Array(repeating: 0, count: model.posts.count)
        firstBreaks = Array(repeating: 0, count: model.posts.count)
        let people = model.measure == nil ? 0 : model.people.count
        hoursByPerson = Array(repeating: 0, count: people)
        nightsByPerson = Array(repeating: 0, count: people)
    }

    /// Runs a stretch of replications, one after another.
    package init(_ model: StaffingModel, seed: UInt64, replications: Range<Int>) {
        self.init(model)
        var run = ReplicationRun(model, seed: seed)
        var hours: [Int32] = []
        hours.reserveCapacity(replications.count)
        for replication in replications {
            let outcome = run.run(replication)
            add(outcome, replication)
            hours.append(Int32(outcome.firstGap / 60))
        }
        firstGapHours[replications.lowerBound] = hours
        for post in gapMinutesByPost.indices { gapMinutesByPost[post] = run.gapMinutes(ofPost: post) }
        if model.measure != nil {
            run.addPeople(hours: &hoursByPerson, nights: &nightsByPerson)
        }
    }

    private mutating func add(_ outcome: ReplicationOutcome, _ replication: Int) {
        count += 1
        checksum ^= ChanceDraw.mix(outcome.checksum &+ UInt64(truncatingIfNeeded: replication))
        firstGapMinutes += outcome.firstGap
        firstGapsByHour[outcome.firstGap / 60] += 1
        if let post = outcome.firstGapPost { firstBreaks[post] += 1 }
        counts += outcome.counts
    }

    /// Of the same model and seed, and other replications.
    package mutating func add(_ other: ReplicationTally) {
        count += other.count
        checksum ^= other.checksum
        firstGapMinutes += other.firstGapMinutes
        Self.add(other.firstGapsByHour, to: &firstGapsByHour)
        counts += other.counts
        Self.add(other.gapMinutesByPost, to: &gapMinutesByPost)
        Self.add(other.firstBreaks, to: &firstBreaks)
        Self.add(other.hoursByPerson, to: &hoursByPerson)
        Self.add(other.nightsByPerson, to: &nightsByPerson)
        firstGapHours.merge(other.firstGapHours) { mine, _ in mine }
    }

    private static func add(_ counts: [Int], to sums: inout [Int]) {
        for index in sums.indices { sums[index] += counts[index] }
    }

    /// By hour *t* from 0 through the horizon: replications in which every post was filled through hour *t*.
    package var heldThrough: [Int] {
        var held = count
        return firstGapsByHour.map { gaps in
            defer { held -= gaps }
            return held
        }
    }

    /// The same as shares.
    package var survival: [Double] {
        heldThrough.map { count == 0 ? 0 : Double($0) / Double(count) }
    }

    /// Hours until the first gap, at most the horizon, on average.
    package var meanFirstGapHours: Double {
        count == 0 ? 0 : Double(firstGapMinutes) / 60 / Double(count)
    }

    /// Of the replications in their order.
    package var firstGapHoursInOrder: [Int32] {
        firstGapHours.sorted { $0.key < $1.key }.flatMap(\.value)
    }
}
