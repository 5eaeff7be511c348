@testable import Domain

/// Makes coverage cases in which boundaries coincide often: every fact begins and ends at one of a handful of
/// moments, most of them read from the wall clock of Amsterdam around midnight or a change of the clock.
struct CoverageCaseGenerator {
    var randomness: Randomness
    let shape: RandomCoverageCase.Shape
    let anchor: Day
    let centre: Instant
    let horizon: Interval
    var pool: [Instant] = []
    /// The chance that any one fact of a person is in order.
    var soundness: Double

    /// Moments at which much may happen, with the day from which certificates are reckoned.
    private static let centres: [(day: Day, moment: Instant)] = [
        (.on("2026-03-29"), SummerTime.starts(in: 2026)), (.on("2026-03-29"), SummerTime.starts(in: 2026)),
        (.on("2026-03-29"), .wall("2026-03-29 00:00")), (.on("2026-03-30"), .wall("2026-03-30 00:00")),
        (.on("2026-10-25"), SummerTime.ends(in: 2026)), (.on("2026-10-25"), SummerTime.ends(in: 2026)),
        (.on("2026-10-25"), .wall("2026-10-25 00:00")), (.on("2026-10-26"), .wall("2026-10-26 00:00")),
        (.on("2026-06-06"), .wall("2026-06-06 00:00")), (.on("2026-06-06"), .wall("2026-06-06 08:00")),
        (.on("2026-11-23"), .wall("2026-11-23 12:00")), (.on("2027-01-01"), .wall("2027-01-01 00:00")),
    ]

    init(seed: UInt64, shape: RandomCoverageCase.Shape) {
        var randomness = Randomness(seed: seed)
        let centre = Self.centres[Int.random(in: Self.centres.indices, using: &randomness)]
        let minutes = Self.minutes(shape, using: &randomness)
        let start = centre.moment.adding(minutes: -Int.random(in: 0...minutes, using: &randomness))
        self.shape = shape
        self.centre = centre.moment
        anchor = centre.day
        horizon = Interval(start, start.adding(minutes: minutes))
        soundness =
            shape == .healthy ? 0.98 : [0.7, 0.9, 0.95, 0.98][Int.random(in: 0...3, using: &randomness)]
        self.randomness = randomness
        let poolSize = 4 + int(0...(shape == .long ? 12 : 5))
        pool = (0..<poolSize).map { _ in boundary() }.sorted()
    }

    private static func minutes(_ shape: RandomCoverageCase.Shape, using randomness: inout Randomness) -> Int
    {
        if shape == .long { return Int.random(in: 1440...(9 * 1440), using: &randomness) }
        let most = [20, 60, 60, 60, 120, 240][Int.random(in: 0...5, using: &randomness)]
        return Int.random(in: 1...most, using: &randomness)
    }

    private mutating func boundary() -> Instant {
        switch int(0...9) {
        case 0: return horizon.start
        case 1: return horizon.end
        case 2: return Amsterdam.startOfDay(anchor.adding(days: int(0...1)))
        case 3: return centre
        case 4: return horizon.start.adding(minutes: int(-20...(horizon.minutes + 20)))
        default:
            let clock = Amsterdam.wallClock(
                at: horizon.start.adding(minutes: int(-20...(horizon.minutes + 20))))
            return Amsterdam.instant(clock.day, hour: clock.hour, minute: clock.minute / 10 * 10)
        }
    }

    mutating func next() -> RandomCoverageCase {
        let lines = lines()
        var people: [CoveragePerson] = []
        for _ in 0..<peopleCount() { people.append(person(lines)) }
        roster(&people, lines)
        return RandomCoverageCase(horizon: horizon, lines: lines, people: people, boundaries: pool)
    }

    private mutating func peopleCount() -> Int {
        switch shape {
        case .mixed, .long, .dated: int(1...9)
        case .healthy: int(3...6)
        case .crowded: int(60...150)
        }
    }

    private mutating func lines() -> [DutyLine] {
        let most = shape == .healthy ? [1, 1, 2, 2, 3][int(0...4)] : int(1...3)
        return (0..<most).map { number in
            let function = Code<CrisisFunction>(chance(0.6) ? "OVDBZ" : "HTO")
            let district = Code<District>(["NOORD", "ZUID", "WEST"][number])
            if shape == .dated {
                return DutyLine(
                    code: DutyLine.code(function, in: district), function: function, district: district,
                    norms: norms(of: function), wantedOtherwise: 1)
            }
            return DutyLine(
                code: DutyLine.code(function, in: district), function: function, district: district,
                wanted: chance(0.8) ? 1 : 2, responseMinutesMax: chance(0.3) ? nil : [30, 60][int(0...1)])
        }
    }

    /// Up to four rows that begin and end around the days of this case.
    private mutating func norms(of function: Code<CrisisFunction>) -> NormSet {
        NormSet(
            (0..<int(1...4)).map { sequence in
                let code: NormCode = chance(0.5) ? .response : .staffing
                let from = anchor.adding(days: int(-1...1))
                return Norm(
                    code: code, subject: .function(function),
                    value: chance(0.2) ? nil : code == .staffing ? int(1...2) : [30, 60][int(0...1)],
                    status: .assumption, source: "", validFrom: chance(0.3) ? nil : from,
                    validTo: chance(0.5) ? nil : from.adding(days: int(1...2)), sequence: sequence,
                    recordedAt: .distantPast)
            })
    }

    // MARK: - Chances

    mutating func int(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &randomness)
    }

    mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &randomness) < probability
    }

    /// True as often as this case's people have something the matter.
    mutating func isUnsound() -> Bool { !chance(soundness) }

    /// Between two moments of the pool; now and then without length or the wrong way round.
    mutating func interval() -> Interval {
        let one = pool[int(0...(pool.count - 1))]
        let other = pool[int(0...(pool.count - 1))]
        return chance(0.2) ? Interval(one, other) : Interval(min(one, other), max(one, other))
    }

    /// One or two intervals that may overlap, touch, or take the whole day.
    mutating func intervals() -> [Interval] {
        let first = interval()
        switch int(0...5) {
        case 0: return [Interval(from: anchor, through: anchor)]
        case 1: return [first, Interval(first.end, pool[pool.count - 1])]
        case 2: return [interval(), first]
        default: return [first]
        }
    }
}
