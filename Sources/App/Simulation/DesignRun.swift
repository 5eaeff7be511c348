package import Simulation

/// Runs a request in steps of about half a second, so that a reader sees how far it is and a stop is felt at once.
package struct DesignRun: Sendable {
    private let request: SimulationRequest
    private let pool: StaffingPool
    private let threads: ReplicationThreads

    /// Replications in one step of a design.
    private static let stepReplications = 5000
    /// For the depth and for the effect of one thing, fewer replications than for the designs: they are read
    /// roughly.
    private static let depthReplications = 2000
    private static let gainFunctionsMax = 4

    package init(_ request: SimulationRequest, _ pool: StaffingPool, _ threads: ReplicationThreads) {
        self.request = request
        self.pool = pool
        self.threads = threads
    }

    /// At most so many steps: a design without gaps has fewer functions to look at.
    package static func stepCount(_ request: SimulationRequest, _ pool: StaffingPool) -> Int {
        let models = request.designs.count + 2 * gainFunctionsMax + 1 + request.activities.count
        let stepsPerModel = (request.replications + stepReplications - 1) / stepReplications
        return models * stepsPerModel + pool.functions.count
    }

    private struct Steps {
        var done = 0
        let report: @Sendable (Int) async throws -> Void

        mutating func advance() async throws {
            done += 1
            try await report(done)
        }
    }

    /// - Parameter progress: called after every step with how many are done; what it throws stops the run.
    package func report(
        _ progress: @escaping @Sendable (Int) async throws -> Void
    ) async throws -> SimulationReport {
        var steps = Steps(report: progress)
        let (comparison, tallies) = try await designs(&steps)
        let focus = min(max(0, request.focus), request.designs.count - 1)
        let depth = try await depth(request.designs[focus], &steps)
        var gains: [SimulationReport.Gain] = []
        for change in changes(comparison.designs[focus]) {
            gains.append(
                SimulationReport.Gain(
                    kind: change.kind, function: change.function,
                    difference: try await effect(of: change, on: focus, against: tallies[focus], &steps)))
        }
        var activities: [SimulationReport.ActivityEffect] = []
        for activity in request.activities {
            activities.append(
                SimulationReport.ActivityEffect(
                    activity: activity,
                    difference: try await effect(of: activity, on: focus, against: tallies[focus], &steps)))
        }
        return SimulationReport(
            version: SimulationReport.version, comparison: comparison, depth: depth, gains: gains,
            activities: activities)
    }

    /// Only the designs, for a command that wants those.
    package func comparison() async throws -> DesignComparison {
        var steps = Steps { _ in }
        return try await designs(&steps).comparison
    }

    private func designs(
        _ steps: inout Steps
    ) async throws -> (comparison: DesignComparison, tallies: [ReplicationTally]) {
        var results: [DesignResult] = []
        var tallies: [ReplicationTally] = []
        for design in request.designs {
            let prepared = PreparedDesign(pool, request.scenario, design)
            let tally = try await tally(prepared.model, &steps)
            tallies.append(tally)
            results.append(prepared.result(tally))
        }
        let comparison = DesignComparison(
            scenario: request.scenario, seed: request.seed, designs: results,
            differences: zip(results, tallies).dropFirst().map {
                PreparedDesign.difference($0.name, $1, against: tallies[0])
            })
        return (comparison, tallies)
    }

    private func tally(_ model: StaffingModel, _ steps: inout Steps) async throws -> ReplicationTally {
        var tally = ReplicationTally(model)
        for start in stride(from: 0, to: request.replications, by: Self.stepReplications) {
            let end = min(start + Self.stepReplications, request.replications)
            tally.add(try await threads.tally(model, seed: request.seed, replications: start..<end))
            try await steps.advance()
        }
        return tally
    }

    private func depth(_ design: StaffingDesign, _ steps: inout Steps) async throws -> [FunctionDepth] {
        let search = DepthSearch(
            pool, request.scenario, design, seed: request.seed, replications: Self.depthReplications)
        let certainty = Double(request.certainty) / Double(StaffingScenario.sharesWhole)
        let hours = request.scenario.hours
        var depth: [FunctionDepth] = []
        for function in pool.functions.indices {
            depth.append(
                try await threads.run { search.depth(of: function, certainty: certainty, through: hours) })
            try await steps.advance()
        }
        return depth
    }

    /// One more of each, for the functions that break first most often.
    private func changes(_ result: DesignResult) -> [SimulationRequest.Activity] {
        func change(
            _ kind: SimulationRequest.Activity.Kind, _ share: DesignResult.FunctionShare?, _ count: Int
        )
            -> SimulationRequest.Activity
        {
            SimulationRequest.Activity(
                name: "", function: share?.function, kind: kind, count: count, hours: nil, euros: nil)
        }
        let weakest = result.firstBreaks.prefix(Self.gainFunctionsMax)
        return weakest.flatMap { [change(.people, $0, 1), change(.certificates, $0, 1)] }
            + [change(.response, nil, SimulationRequest.responseGainPoints)]
    }

    private func effect(
        of activity: SimulationRequest.Activity, on focus: Int, against base: ReplicationTally,
        _ steps: inout Steps
    ) async throws -> DesignDifference {
        var design = request.designs[focus]
        switch (activity.kind, activity.function) {
        case (.people, let function?): design.extraPeople[function, default: 0] += activity.count
        case (.certificates, let function?):
            design.extraCertificates[function, default: 0] += activity.count
        case (.people, nil), (.certificates, nil): break
        case (.response, _):
            design.responseGain += activity.count * StaffingScenario.sharesWhole / 100
        }
        let tally = try await tally(PreparedDesign(pool, request.scenario, design).model, &steps)
        return PreparedDesign.difference(activity.name, tally, against: base)
    }
}
