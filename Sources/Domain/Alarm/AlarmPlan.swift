/// The groups in which people are called, in this order.
package enum WaveKind: String, CaseIterable, Sendable {
    /// Who is on duty, first and backup: always called, whatever their papers say.
    case duty
    /// In flexible mode: people of the municipality itself.
    case own
    /// Everybody else of the function who serves this municipality.
    case function
    /// The function's people of elsewhere, then open intake.
    case neighbours
    /// People with a warning (lapsed, resting, too late): called when the post would stay empty.
    case warned
}

/// Why somebody is in the plan.
package enum Inclusion: String, CaseIterable, Sendable {
    case onDuty, onDutyBackup, ofOwnOrganisation, ofFunction, ofNeighbour, ofOpenIntake
    /// Their municipality promised people of this function to the one of the alarm.
    case ofPromise
}

/// Whom an alarm calls, in which order and why, and whom not; frozen when it is raised.
package struct AlarmPlan: Hashable, Sendable {
    package let posts: [Post]
    /// Who leads until a team is at work, and is asked about people who are late: first to last.
    package let leaders: [ID<Functionary>]
    /// The named humans who are told when too few people were found, first to last.
    package let lastResorts: [ID<Functionary>]
    package let informed: [Informed]

    package struct Post: Hashable, Sendable {
        package let function: Code<CrisisFunction>
        package let wanted: Int
        /// The request's, else the function's norm; nil when there is none.
        package let withinMinutes: Int?
        package let waves: [Wave]
        package let exclusions: [Exclusion]
        /// What was promised for it, with whom the suppliers have in the plan.
        package let promises: [PromisedPeople]

        package init(
            function: Code<CrisisFunction>, wanted: Int, withinMinutes: Int?, waves: [Wave],
            exclusions: [Exclusion], promises: [PromisedPeople] = []
        ) {
            self.promises = promises
            self.function = function
            self.wanted = wanted
            self.withinMinutes = withinMinutes
            self.waves = waves
            self.exclusions = exclusions
        }
    }

    package struct Wave: Hashable, Sendable {
        package let kind: WaveKind
        /// In rank order.
        package let people: [Place]

        package init(kind: WaveKind, people: [Place]) {
            self.kind = kind
            self.people = people
        }
    }

    /// A promise that holds for a post, and people of its suppliers who are called under it.
    package struct PromisedPeople: Hashable, Sendable {
        package let promise: ID<Promise>
        /// What was promised, and never more than the post asks for.
        package let promised: Int
        package let people: [ID<Functionary>]

        package init(promise: ID<Promise>, promised: Int, people: [ID<Functionary>]) {
            self.promise = promise
            self.promised = promised
            self.people = people
        }
    }

    /// A person's place in the order of a post.
    package struct Place: Hashable, Sendable {
        package let person: ID<Functionary>
        package let inclusion: Inclusion
        package let travelMinutes: Int?
        /// What speaks against them; they are called all the same.
        package let warnings: [Refusal]

        package init(
            person: ID<Functionary>, inclusion: Inclusion, travelMinutes: Int?, warnings: [Refusal]
        ) {
            self.person = person
            self.inclusion = inclusion
            self.travelMinutes = travelMinutes
            self.warnings = warnings
        }

        /// On duty yet recorded absent or deployed elsewhere: called, because the duty is theirs, but nobody
        /// waits for their answer.
        package var isExpected: Bool {
            !warnings.contains(where: \.excludes)
        }
    }

    /// Somebody of the function who is not called.
    package struct Exclusion: Hashable, Sendable {
        package let person: ID<Functionary>
        package let reason: Refusal

        package init(person: ID<Functionary>, reason: Refusal) {
            self.person = person
            self.reason = reason
        }
    }

    /// Who is told about the alarm without being called for it (Bvr 2.2.3).
    package struct Informed: Hashable, Sendable {
        package let office: Office
        package let municipality: Code<Municipality>?
        /// Nil when the register does not know who holds the office: somebody must ring.
        package let person: ID<Functionary>?

        package init(office: Office, municipality: Code<Municipality>?, person: ID<Functionary>?) {
            self.office = office
            self.municipality = municipality
            self.person = person
        }
    }

    package enum Office: String, CaseIterable, Sendable {
        case mayor, chair
    }

    package init(
        posts: [Post], leaders: [ID<Functionary>], lastResorts: [ID<Functionary>], informed: [Informed]
    ) {
        self.posts = posts
        self.leaders = leaders
        self.lastResorts = lastResorts
        self.informed = informed
    }

    /// Per post, how many places stay empty even when everybody in the plan comes.
    package var shortfall: [Int] {
        var eligible: [ID<Functionary>: [Int]] = [:]
        for (index, post) in posts.enumerated() {
            for place in post.waves.flatMap(\.people) { eligible[place.person, default: []].append(index) }
        }
        return Matching.unmet(
            places: posts.map(\.wanted),
            eligible: eligible.sorted { $0.key < $1.key }.map(\.value))
    }

    /// The waves of all posts together: number from 1, kind, and how many different people.
    package var waves: [(number: Int, kind: WaveKind, people: Int)] {
        let count = posts.map(\.waves.count).max() ?? 0
        return (0..<count).compactMap { index in
            let waves = posts.compactMap { index < $0.waves.count ? $0.waves[index] : nil }
            guard let kind = waves.first?.kind else { return nil }
            return (index + 1, kind, Set(waves.flatMap { $0.people.map(\.person) }).count)
        }
    }
}

extension Refusal {
    /// The only reasons for which somebody of a function is not called (spec A2), besides having no channel.
    var excludes: Bool {
        switch self {
        case .absent, .deployed: true
        case .notDesignated, .competenceUnknown, .notCompetent, .unreachable, .resting, .doubleBooked,
            .travelUnknown, .tooFar, .onOtherLine, .notOnRoster:
            false
        }
    }

    /// Reasons for which somebody is called last.
    var ranksLast: Bool {
        switch self {
        case .competenceUnknown, .notCompetent, .resting, .tooFar: true
        case .notDesignated, .absent, .unreachable, .deployed, .doubleBooked, .travelUnknown, .onOtherLine,
            .notOnRoster:
            false
        }
    }
}
