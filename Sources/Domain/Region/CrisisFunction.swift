/// A function definition of the crisis organisation (*crisisfunctie*).
package struct CrisisFunction: Hashable, Sendable {
    package let code: Code<CrisisFunction>
    package let name: String
    package let abbreviation: String
    /// Team in which the work is done (CoPI, ROT, TBz …); nil for functions of the cold phase.
    package let team: String?
    package let taskOrganisation: String?
    package let level: Level
    package let rostering: RosteringKind
    package let workplace: Workplace
    /// What this person does, in plain Dutch.
    package let tasks: String

    package init(
        code: Code<CrisisFunction>, name: String, abbreviation: String, team: String?,
        taskOrganisation: String?,
        level: Level, rostering: RosteringKind, workplace: Workplace,
        tasks: String
    ) {
        self.code = code
        self.name = name
        self.abbreviation = abbreviation
        self.team = team
        self.taskOrganisation = taskOrganisation
        self.level = level
        self.rostering = rostering
        self.workplace = workplace
        self.tasks = tasks
    }

    /// Who organises the function.
    package enum Level: String, Codable, CaseIterable, Sendable {
        case local, cluster, region
    }

    /// How people come to stand on duty (domain.md §6.1).
    package enum RosteringKind: String, Codable, CaseIterable, Sendable {
        /// Obliged to be reachable, on a roster.
        case hard
        /// Asked during a crisis, not obliged.
        case soft
        /// No roster: whoever can, comes.
        case openIntake
        /// An office held, not rostered.
        case appointed
    }

    /// Where the work starts, which decides whose travel counts.
    package enum Workplace: String, Codable, CaseIterable, Sendable {
        /// At the incident or a shelter; travel is reckoned to the district's assembly point.
        case scene
        case coordinationCentre
        /// From wherever the person is; no travel.
        case remote
        case none
    }
}
