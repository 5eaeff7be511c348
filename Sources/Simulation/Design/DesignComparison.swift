import Domain

/// Designs run on the same scenario with the same chance; the first is what the others are compared with.
package struct DesignComparison: Hashable, Codable, Sendable {
    package var scenario: StaffingScenario
    package var seed: UInt64
    package var designs: [DesignResult]
    /// Every design but the first, against the first.
    package var differences: [DesignDifference]

    package init(
        scenario: StaffingScenario, seed: UInt64, designs: [DesignResult],
        differences: [DesignDifference]
    ) {
        self.scenario = scenario
        self.seed = seed
        self.designs = designs
        self.differences = differences
    }
}

/// One design made ready to run.
package struct PreparedDesign: Sendable {
    package let design: StaffingDesign
    package let pool: StaffingPool
    package let model: StaffingModel
    private let postFunctions: [Int]

    package init(_ pool: StaffingPool, _ scenario: StaffingScenario, _ design: StaffingDesign) {
        let designed = DesignedPool(pool, design)
        self.design = design
        self.pool = designed.pool
        model = designed.staffing(scenario, design)
        let functions = pool.functions.enumerated().flatMap { index, function in
            Array(repeating: index, count: function.wanted)
        }
        let known = scenario.deployments.count { pool.municipalities.contains($0.municipality) }
        postFunctions = Array(repeating: functions, count: known).flatMap { $0 }
    }

    package func result(_ tally: ReplicationTally) -> DesignResult {
        DesignResult(design, pool, model, tally, postFunctions: postFunctions)
    }

    package static func difference(
        _ name: String, _ tally: ReplicationTally, against base: ReplicationTally
    ) -> DesignDifference {
        DesignDifference(name, tally, against: base)
    }
}
