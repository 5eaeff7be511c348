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
        package let designated: [Interval]
        package let competence: CompetenceHistory

        package init(designated: [Interval], competence: CompetenceHistory) {
            self.designated = designated
            self.competence = competence
        }
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
