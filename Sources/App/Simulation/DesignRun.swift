package import Simulation

/// Runs a request, step by step; each step is a design, a depth or a change of one thing.
package struct DesignRun: Sendable {
    private let request: SimulationRequest
    private let pool: StaffingPool
    private let threads: ReplicationThreads

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
        request.designs.count + pool.functions.count + 2 * gainFunctionsMax + 1 + request.activities.count
    }

    /// - Parameter progress: called after every step with how many are done; what it throws stops the run.
    package func report(
        _ progress: @escaping @Sendable (Int) async throws -> Void
    ) async throws -> SimulationReport {
        let (comparison, tallies) = try await designs(progress)
        let focus = min(max(0, request.focus), request.designs.count - 1)
        var done = request.designs.count
        let depth = try await self.depth(request.designs[focus], after: done, progress)
        done += depth.count
        var gains: [SimulationReport.Gain] = []
        for change in changes(comparison.designs[focus]) {
            gains.append(
                SimulationReport.Gain(
                    kind: change.kind, function: change.function,
                    difference: try await effect(of: change, on: focus, against: tallies[focus])))
            done += 1
            try await progress(done)
        }
        var activities: [SimulationReport.ActivityEffect] = []
        for activity in request.activities {
            activities.append(
                SimulationReport.ActivityEffect(
                    activity: activity,
                    difference: try await effect(of: activity, on: focus, against: tallies[focus])))
            done += 1
            try await progress(done)
        }
        return SimulationReport(
            version: SimulationReport.version, comparison: comparison, depth: depth, gains: gains,
            activities: activities)
    }

    /// Only the designs, for a command that wants those.
    package func comparison() async throws -> DesignComparison {
        try await designs { _ in }.comparison
    }

    private func designs(
        _ progress: @escaping @Sendable (Int) async throws -> Void
    ) async throws -> (comparison: DesignComparison, tallies: [ReplicationTally]) {
        var results: [DesignResult] = []
        var tallies: [ReplicationTally] = []
        for design in request.designs {
            let prepared = PreparedDesign(pool, request.scenario, design)
            let tally = try await self.tally(prepared.model)
            tallies.append(tally)
            results.append(prepared.result(tally))
            try await progress(results.count)
        }
        let comparison = DesignComparison(
            scenario: request.scenario, seed: request.seed, designs: results,
            differences: zip(results, tallies).dropFirst().map {
                PreparedDesign.difference($0.name, $1, against: tallies[0])
            })
        return (comparison, tallies)
    }

    private func tally(_ model: StaffingModel) async throws -> ReplicationTally {
        try await threads.tally(model, seed: request.seed, replications: request.replications)
    }

    private func depth(
        _ design: StaffingDesign, after done: Int,
        _ progress: @escaping @Sendable (Int) async throws -> Void
    ) async throws -> [FunctionDepth] {
        let search = DepthSearch(
            pool, request.scenario, design, seed: request.seed, replications: Self.depthReplications)
        let certainty = Double(request.certainty) / Double(StaffingScenario.sharesWhole)
        let hours = request.scenario.hours
        var depth: [FunctionDepth] = []
        for function in pool.functions.indices {
            depth.append(
                try await threads.run { search.depth(of: function, certainty: certainty, through: hours) })
            try await progress(done + depth.count)
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
            + [change(.response, nil, 5)]
    }

    private func effect(
        of activity: SimulationRequest.Activity, on focus: Int, against base: ReplicationTally
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
        let tally = try await tally(PreparedDesign(pool, request.scenario, design).model)
        return PreparedDesign.difference(activity.name, tally, against: base)
    }
}
