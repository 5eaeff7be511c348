/// A functionary as the coverage sweep sees them: facts over time, no name.
///
/// All intervals are half-open and may touch, overlap or be empty; the sweep takes their union.
package struct Candidate: Hashable, Sendable {
    package let person: ID<Functionary>
    /// Per function: when designated, and the history of competence.
    package let fitness: [Code<CrisisFunction>: Fitness]
    package let absent: [Interval]
    package let reachable: [Interval]
    package let duties: [Duty]
    package let deployed: [Interval]
    package let resting: [Interval]
    /// Minutes to be at work on a line; a line that is missing here has an unknown travel time.
    package let travelMinutes: [Code<DutyLine>: Int]

    package struct Fitness: Hashable, Sendable {
        /// For every line of the function.
        package let designated: [Interval]
        /// Only for one line, because the designation holds for the own municipality and the line serves it.
        package let designatedOn: [Code<DutyLine>: [Interval]]
        package let competence: CompetenceHistory

        package init(
            designated: [Interval], designatedOn: [Code<DutyLine>: [Interval]] = [:],
            competence: CompetenceHistory
        ) {
            self.designated = designated
            self.designatedOn = designatedOn
            self.competence = competence
        }

        /// When the person is designated for `line`.
        func designated(on line: DutyLine) -> [Interval] {
            designated + (designatedOn[line.code] ?? [])
        }

        /// Designated for other lines of the function and not for this one.
        func isElsewhere(than line: DutyLine) -> Bool {
            !designatedOn.isEmpty && designated(on: line).isEmpty
        }
    }

    /// Whether the person has anything to do with `line`: holds its function there, or stands on it.
    package func concerns(_ line: DutyLine) -> Bool {
        if let fitness = fitness[line.function], !fitness.isElsewhere(than: line) { return true }
        return duties.contains { $0.line == line.code }
    }

    package init(
        person: ID<Functionary>, fitness: [Code<CrisisFunction>: Fitness], absent: [Interval] = [],
        reachable: [Interval] = [.always], duties: [Duty] = [], deployed: [Interval] = [],
        resting: [Interval] = [],
        travelMinutes: [Code<DutyLine>: Int]
    ) {
        self.person = person
        self.fitness = fitness
        self.absent = absent
        self.reachable = reachable
        self.duties = duties
        self.deployed = deployed
        self.resting = resting
        self.travelMinutes = travelMinutes
    }
}
