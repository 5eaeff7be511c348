package import Domain
package import Simulation

/// What is asked of a simulation: everything the result follows from, besides the people themselves.
package struct SimulationRequest: Hashable, Codable, Sendable {
    package var name: String
    package var scenario: StaffingScenario
    /// The first is what the others are compared with.
    package var designs: [StaffingDesign]
    /// The number of the design whose depth and activities are looked at.
    package var focus: Int
    package var seed: UInt64
    package var replications: Int
    /// For the depth, in hundredths of a per cent.
    package var certainty: Int
    package var activities: [Activity]

    /// What somebody thinks of doing, with what it asks: shown beside what it brings, in the order given.
    package struct Activity: Hashable, Codable, Sendable {
        package var name: String
        package var function: Code<CrisisFunction>?
        package var kind: Kind
        package var count: Int
        package var hours: Int?
        package var euros: Int?

        package enum Kind: String, CaseIterable, Codable, Sendable {
            case people, certificates
            /// `count` per cent points more people answer.
            case response
        }
    }

    package static let replicationsMax = 100_000

    /// How many per cent points more answers are tried beside one more person.
    static let responseGainPoints = 5

    /// Half a width of 1 per cent point at the most takes 9,604.
    package static let replicationsUsual = 10_000

    /// The three designs that the board asks about, for an incident in the municipality of the coordination
    /// centre, with what is usually assumed.
    package static func usual(at start: Instant, pool: StaffingPool, norms: NormSet) -> SimulationRequest {
        let hour = Instant(milliseconds: start.milliseconds / 3_600_000 * 3_600_000)
        let place = pool.municipalities[pool.coordinationCentre]
        return SimulationRequest(
            name: "Lokaal, intergemeentelijk en regionaal",
            scenario: StaffingScenario(
                startMilliseconds: hour.milliseconds, hours: 168,
                deployments: [StaffingScenario.Deployment(municipality: place, startHour: 0)],
                response: StaffingScenario.Response(day: 4500, night: 5500, weekend: 4500, holiday: 2500),
                noShow: 300, dropout: 100, illness: 0,
                restHours: norms.value(of: .restDaily, at: hour) ?? 11, weekHoursMax: 60,
                extensionHoursMax: 2, attemptsMax: 4, attemptMinutes: 0, travelSpreadMinutes: 1),
            designs: designs(pool, shiftHours: norms.value(of: .shiftTarget, at: hour) ?? 8),
            focus: 2, seed: 20_200_219, replications: replicationsUsual, certainty: 9500, activities: [])
    }

    private static func designs(_ pool: StaffingPool, shiftHours: Int) -> [StaffingDesign] {
        [
            StaffingDesign(
                name: "Lokaal, ieder voor zich", sharing: .local, shiftHours: shiftHours),
            StaffingDesign(
                name: "Intergemeentelijk, per piketregio", sharing: .intermunicipal(districts(pool)),
                shiftHours: shiftHours),
            StaffingDesign(name: "Regionaal, één groep", sharing: .regional, shiftHours: shiftHours),
        ]
    }

    /// Puts the way in which the region was organised in 2019 before the other designs, so that they are compared
    /// with it: the people of `pool`, but per function in the lines of then.
    ///
    /// - Returns: false when this region does not ship with that year.
    package mutating func addYear2019(of region: Code<SafetyRegion>, _ pool: StaffingPool) throws -> Bool {
        guard let file = try ShippedRegions.situation(.year2019, of: region.text) else { return false }
        var design = StaffingDesign(
            name: "Zoals in 2019", sharing: .byFunction(file.parts(pool)),
            shiftHours: designs.first?.shiftHours ?? 8)
        design.source = "\(file.source). \(file.status)."
        designs.insert(design, at: 0)
        focus += 1
        return true
    }

    /// The districts of the roster that do not cover the whole region.
    static func districts(_ pool: StaffingPool) -> [[Code<Municipality>]] {
        let served = Set(pool.members.flatMap { $0.duties.map(\.served) })
        let parts = served.filter { $0.count < pool.municipalities.count && !$0.isEmpty }
        guard !parts.isEmpty else {
            let half = (pool.municipalities.count + 1) / 2
            return [Array(pool.municipalities.prefix(half)), Array(pool.municipalities.dropFirst(half))]
        }
        return parts.map { part in part.sorted().map { pool.municipalities[$0] } }.sorted {
            ($0.first?.text ?? "") < ($1.first?.text ?? "")
        }
    }
}

extension SituationFile {
    /// Per function of the pool, the municipalities that each line of then served.
    fileprivate func parts(_ pool: StaffingPool) -> [StaffingDesign.FunctionParts] {
        let served = Dictionary(
            districts.map { ($0.code, $0.municipalities) }, uniquingKeysWith: { first, _ in first })
        return pool.functions.map { function in
            let parts = lines.filter { $0.function == function.code }.map { line in
                (served[line.district] ?? []).filter(pool.municipalities.contains)
            }
            return StaffingDesign.FunctionParts(
                function: function.code, parts: parts.filter { !$0.isEmpty })
        }
    }
}

/// What a simulation said, with everything a reader needs to repeat it.
package struct SimulationReport: Hashable, Codable, Sendable {
    /// Rises when the same inputs would give another result.
    package static let version = 1

    package var version: Int
    package var comparison: DesignComparison
    package var depth: [FunctionDepth]
    /// One more person, one more certificate, a better response: each against the design in focus.
    package var gains: [Gain]
    package var activities: [ActivityEffect]

    package struct Gain: Hashable, Codable, Sendable {
        package var kind: SimulationRequest.Activity.Kind
        package var function: Code<CrisisFunction>?
        package var difference: DesignDifference
    }

    package struct ActivityEffect: Hashable, Codable, Sendable {
        package var activity: SimulationRequest.Activity
        package var difference: DesignDifference
    }
}
