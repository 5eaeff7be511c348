import Domain
import Simulation

/// What programs read; every named field is always present, and unknown is `null`.
struct DesignsJSON: Encodable {
    let start: String
    let hours: Int
    let seed: UInt64
    let replications: Int
    let threads: Int
    /// By the clock on the wall, reading the data excluded.
    let seconds: Double
    /// The widest half of an interval of `s`, over all designs and hours.
    let halfWidthMax: Double
    let designs: [DesignJSON]
    let differences: [DifferenceJSON]

    init(_ comparison: DesignComparison, seconds: Double, threads: Int) {
        start = comparison.scenario.start.iso8601
        hours = comparison.scenario.hours
        seed = comparison.seed
        replications = comparison.designs.first?.replications ?? 0
        self.threads = threads
        self.seconds = seconds
        halfWidthMax = comparison.designs.flatMap(\.survival).map(\.halfWidth).max() ?? 0
        designs = comparison.designs.map { DesignJSON($0) }
        differences = comparison.differences.map { DifferenceJSON($0) }
    }

    struct DesignJSON: Encodable {
        let name: String
        let people: Int
        let posts: Int
        let shift: Int
        let checksum: String
        /// By hour, from 0 through the horizon, with the interval of 95 %.
        let s: [Double]
        let sLow: [Double]
        let sHigh: [Double]
        let meanFirstGapHours: Double
        let medianFirstGapHours: Int?
        let gapMinutes: Double
        let firstBreaks: [BreakJSON]
        let peopleUsed: Double
        let calls: Double
        let shifts: Double
        let noShows: Double
        let hoursPerPersonUsed: Double
        let hoursMostLoaded: Double
        let hoursByMunicipality: [String: Double]
        let acquaintedShare: Double?
        let nightShare: Double?

        init(_ design: DesignResult) {
            name = design.name
            people = design.people
            posts = design.posts
            shift = design.design.shiftHours
            checksum = design.checksum
            s = design.survival.map(\.value)
            sLow = design.survival.map(\.low)
            sHigh = design.survival.map(\.high)
            meanFirstGapHours = design.meanFirstGapHours
            medianFirstGapHours = design.medianFirstGapHours
            gapMinutes = design.gapMinutes
            firstBreaks = design.firstBreaks.map {
                BreakJSON(
                    function: $0.function.text, share: $0.share.value, low: $0.share.low,
                    high: $0.share.high)
            }
            peopleUsed = design.peopleUsed
            calls = design.calls
            shifts = design.shifts
            noShows = design.noShows
            hoursPerPersonUsed = design.hoursPerPersonUsed
            hoursMostLoaded = design.hoursMostLoaded
            hoursByMunicipality = Dictionary(
                design.hoursByMunicipality.map { ($0.municipality.text, $0.hours) },
                uniquingKeysWith: { first, _ in first })
            acquaintedShare = design.acquaintedShare
            nightShare = design.nightShare
        }

        /// Written by hand, because an absent figure must be `null` and not left out.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try container.encode(people, forKey: .people)
            try container.encode(posts, forKey: .posts)
            try container.encode(shift, forKey: .shift)
            try container.encode(checksum, forKey: .checksum)
            try container.encode(s, forKey: .s)
            try container.encode(sLow, forKey: .sLow)
            try container.encode(sHigh, forKey: .sHigh)
            try container.encode(meanFirstGapHours, forKey: .meanFirstGapHours)
            try container.encode(medianFirstGapHours, forKey: .medianFirstGapHours)
            try container.encode(gapMinutes, forKey: .gapMinutes)
            try container.encode(firstBreaks, forKey: .firstBreaks)
            try container.encode(peopleUsed, forKey: .peopleUsed)
            try container.encode(calls, forKey: .calls)
            try container.encode(shifts, forKey: .shifts)
            try container.encode(noShows, forKey: .noShows)
            try container.encode(hoursPerPersonUsed, forKey: .hoursPerPersonUsed)
            try container.encode(hoursMostLoaded, forKey: .hoursMostLoaded)
            try container.encode(hoursByMunicipality, forKey: .hoursByMunicipality)
            try container.encode(acquaintedShare, forKey: .acquaintedShare)
            try container.encode(nightShare, forKey: .nightShare)
        }

        private enum CodingKeys: CodingKey {
            case name, people, posts, shift, checksum, s, sLow, sHigh, meanFirstGapHours, medianFirstGapHours
            case gapMinutes, firstBreaks, peopleUsed, calls, shifts, noShows, hoursPerPersonUsed
            case hoursMostLoaded, hoursByMunicipality, acquaintedShare, nightShare
        }
    }

    struct BreakJSON: Encodable {
        let function: String
        let share: Double
        let low: Double
        let high: Double
    }

    /// Against the first design, replication by replication with the same chance.
    struct DifferenceJSON: Encodable {
        let name: String
        let s: [Double]
        let sLow: [Double]
        let sHigh: [Double]
        let gapMinutesClosed: Double

        init(_ difference: DesignDifference) {
            name = difference.name
            s = difference.survival.map(\.value)
            sLow = difference.survival.map(\.low)
            sHigh = difference.survival.map(\.high)
            gapMinutesClosed = difference.gapMinutesClosed
        }
    }
}
