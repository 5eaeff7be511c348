package import Domain

/// What a design came to in a scenario: shares, not names. Every share has its interval.
package struct DesignResult: Hashable, Codable, Sendable {
    package var name: String
    package var design: StaffingDesign
    package var people: Int
    package var posts: Int
    package var replications: Int
    /// Of the core, so that a repetition can be compared to the bit.
    package var checksum: String
    /// By hour, from 0 through the horizon: every post filled through that hour.
    package var survival: [Estimate]
    package var meanFirstGapHours: Double
    /// The hour before which half of the replications had a gap; nil when more than half held.
    package var medianFirstGapHours: Int?
    /// Mean minutes without anybody, over all posts.
    package var gapMinutes: Double
    /// Which function was the first to break, as a share of all replications; the most often first.
    package var firstBreaks: [FunctionShare]
    /// Mean number of different people who worked.
    package var peopleUsed: Double
    /// Mean number of people who were called: shifts that were filled, and who did not come.
    package var calls: Double
    package var shifts: Double
    package var noShows: Double
    /// Mean hours of those who worked.
    package var hoursPerPersonUsed: Double
    /// Mean hours of the one who works most, on average over the replications.
    package var hoursMostLoaded: Double
    package var hoursByMunicipality: [MunicipalityHours]
    /// Of the pairs at work together, how many knew each other (*kennen*); nil when nobody worked together.
    package var acquaintedShare: Double?
    /// Of the shifts, how many were at night.
    package var nightShare: Double?

    package struct FunctionShare: Hashable, Codable, Sendable {
        package var function: Code<CrisisFunction>
        package var share: Estimate
    }

    package struct MunicipalityHours: Hashable, Codable, Sendable {
        package var municipality: Code<Municipality>
        package var hours: Double
    }

    init(
        _ design: StaffingDesign, _ pool: StaffingPool, _ model: StaffingModel, _ tally: ReplicationTally,
        postFunctions: [Int]
    ) {
        let count = max(1, tally.count)
        func mean(_ sum: Int) -> Double { Double(sum) / Double(count) }
        self.design = design
        name = design.name
        people = pool.members.count
        posts = model.posts.count
        replications = tally.count
        let digits = String(tally.checksum, radix: 16)
        checksum = String(repeating: "0", count: 16 - digits.count) + digits
        survival = tally.heldThrough.map { Estimate(count: $0, of: tally.count) }
        meanFirstGapHours = tally.meanFirstGapHours
        let half = tally.heldThrough.firstIndex { 2 * $0 < tally.count }
        medianFirstGapHours = half.map { max(0, $0 - 1) }
        gapMinutes = mean(tally.counts.gapMinutes)
        var breaks = [Int](repeating: 0, count: pool.functions.count)
        for (post, first) in tally.firstBreaks.enumerated() { breaks[postFunctions[post]] += first }
        firstBreaks = breaks.enumerated().filter { $0.element > 0 }.sorted {
            ($1.element, $0.offset) < ($0.element, $1.offset)
        }.map {
            FunctionShare(
                function: pool.functions[$0.offset].code,
                share: Estimate(count: $0.element, of: tally.count))
        }
        peopleUsed = mean(tally.counts.peopleUsed)
        shifts = mean(tally.counts.assigned)
        noShows = mean(tally.counts.noShows)
        calls = shifts + noShows
        let hours = tally.hoursByPerson.reduce(0, +)
        hoursPerPersonUsed =
            tally.counts.peopleUsed == 0 ? 0 : Double(hours) / Double(tally.counts.peopleUsed)
        hoursMostLoaded = mean(tally.hoursByPerson.max() ?? 0)
        var byPlace = [Int](repeating: 0, count: pool.municipalities.count)
        for (member, hours) in zip(pool.members, tally.hoursByPerson) {
            byPlace[member.municipality] += hours
        }
        hoursByMunicipality = zip(pool.municipalities, byPlace).map {
            MunicipalityHours(municipality: $0, hours: mean($1))
        }
        acquaintedShare =
            tally.counts.pairs == 0 ? nil : Double(tally.counts.acquaintedPairs) / Double(tally.counts.pairs)
        nightShare =
            tally.counts.assigned == 0
            ? nil : Double(tally.counts.nightShifts) / Double(tally.counts.assigned)
    }
}

/// A design beside the first of the comparison, replication by replication with the same chance.
package struct DesignDifference: Hashable, Codable, Sendable {
    package var name: String
    /// By hour: how much more often every post was filled through that hour.
    package var survival: [Estimate]
    /// Fewer minutes without anybody; negative is more.
    package var gapMinutesClosed: Double

    init(_ name: String, _ tally: ReplicationTally, against base: ReplicationTally) {
        self.name = name
        let mine = tally.firstGapHoursInOrder
        let other = base.firstGapHoursInOrder
        let hours = tally.firstGapsByHour.count
        // A pair counts where one held and the other did not.
        var gained = [Int](repeating: 0, count: hours + 1)
        var lost = [Int](repeating: 0, count: hours + 1)
        for (mine, other) in zip(mine, other) where mine != other {
            let low = Int(min(mine, other)) + 1
            let high = Int(max(mine, other)) + 1
            if mine > other {
                gained[low] += 1
                gained[min(high, hours)] -= 1
            } else {
                lost[low] += 1
                lost[min(high, hours)] -= 1
            }
        }
        var up = 0
        var down = 0
        let count = min(mine.count, other.count)
        survival = (0..<hours).map { hour in
            up += gained[hour]
            down += lost[hour]
            return Estimate(up: up, down: down, of: count)
        }
        let minutes = Double(base.counts.gapMinutes) / Double(max(1, base.count))
        gapMinutesClosed = minutes - Double(tally.counts.gapMinutes) / Double(max(1, tally.count))
    }
}

extension Estimate {
    /// The mean of differences of which `up` are +1, `down` are −1 and the rest 0.
    package init(up: Int, down: Int, of whole: Int) {
        let n = Double(max(1, whole))
        let mean = Double(up - down) / n
        let variance = max(0, Double(up + down) / n - mean * mean)
        let half = 1.959_963_985 * (variance / n).squareRoot()
        self.init(value: mean, low: max(-1, mean - half), high: min(1, mean + half))
    }
}
