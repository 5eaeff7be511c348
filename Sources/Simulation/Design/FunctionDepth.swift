package import Domain

/// How many people a function needs for a chosen certainty (spec M3), looked at on its own: as if nobody of
/// the function were away for another.
package struct FunctionDepth: Hashable, Codable, Sendable {
    package var function: Code<CrisisFunction>
    package var have: Int
    /// Nil: not even the most that was tried is enough.
    package var needed: Int?
    /// With the people there are.
    package var now: Estimate

    package init(function: Code<CrisisFunction>, have: Int, needed: Int?, now: Estimate) {
        self.function = function
        self.have = have
        self.needed = needed
        self.now = now
    }
}

/// Looks for the least number of people, with the same chance for every number.
package struct DepthSearch: Sendable {
    package static let peopleMax = 128

    private let pool: StaffingPool
    private let scenario: StaffingScenario
    private let design: StaffingDesign
    private let seed: UInt64
    private let replications: Int

    package init(
        _ pool: StaffingPool, _ scenario: StaffingScenario, _ design: StaffingDesign, seed: UInt64,
        replications: Int
    ) {
        self.pool = DesignedPool(pool, design).pool
        self.scenario = scenario
        // The pool holds what the design adds; only who may help whom, and how, is left of it.
        self.design = StaffingDesign(
            name: design.name, sharing: design.sharing, responseGain: design.responseGain,
            shiftHours: design.shiftHours)
        self.seed = seed
        self.replications = replications
    }

    /// - Parameter certainty: that every post of the function is filled through `hour`.
    package func depth(of function: Int, certainty: Double, through hour: Int) -> FunctionDepth {
        let have = pool.count(of: function)
        let now = held(function, people: have, through: hour)
        func isEnough(_ people: Int) -> Bool {
            let count = people == have ? now : held(function, people: people, through: hour)
            return Double(count) >= certainty * Double(replications)
        }
        var needed: Int?
        if isEnough(Self.peopleMax) {
            var low = 0
            var high = Self.peopleMax
            while high - low > 1 {
                let middle = (low + high) / 2
                if isEnough(middle) { high = middle } else { low = middle }
            }
            needed = high
        }
        return FunctionDepth(
            function: pool.functions[function].code, have: have, needed: needed,
            now: Estimate(count: now, of: replications))
    }

    /// With exactly so many people of the function: those on duty stay longest, newcomers come last.
    private func held(_ function: Int, people: Int, through hour: Int) -> Int {
        var alone = pool
        let able = pool.members.filter { $0.functions.contains(function) }.enumerated().sorted {
            ($0.element.duties.isEmpty ? 1 : 0, $0.offset) < ($1.element.duties.isEmpty ? 1 : 0, $1.offset)
        }.map(\.element)
        alone.functions = [pool.functions[function]]
        alone.members = able.prefix(people).map { member in
            var member = member
            member.functions = [0]
            member.lapsed = []
            member.acquaintances = []
            member.duties = member.duties.filter { $0.function == function }.map { duty in
                var duty = duty
                duty.function = 0
                return duty
            }
            return member
        }
        var design = design
        design.extraPeople = [pool.functions[function].code: max(0, people - able.count)]
        var model = DesignedPool(alone, design).staffing(scenario, design)
        model.measure = nil
        let tally = ReplicationTally(model, seed: seed, replications: 0..<replications)
        return tally.heldThrough[min(hour, scenario.hours)]
    }
}
