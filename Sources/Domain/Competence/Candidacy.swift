/// That somebody wants a function, in their own words (*aanmelding*, the K of *karakter*; spec P3): motivation
/// and an intake day, never a score.
package struct Candidacy: Hashable, Sendable {
    package let id: ID<Candidacy>
    package let person: ID<Functionary>
    package let function: Code<CrisisFunction>
    package let motivation: String
    package let intakeOn: Day?
    package let state: State
    /// What whoever consented or declined wrote to the person.
    package let answer: String
    package let appliedAt: Instant
    package let version: Int

    package init(
        id: ID<Candidacy>, person: ID<Functionary>, function: Code<CrisisFunction>, motivation: String,
        intakeOn: Day? = nil, state: State = .applied, answer: String = "", appliedAt: Instant,
        version: Int = 1
    ) {
        self.id = id
        self.person = person
        self.function = function
        self.motivation = motivation
        self.intakeOn = intakeOn
        self.state = state
        self.answer = answer
        self.appliedAt = appliedAt
        self.version = version
    }

    /// The raw value is stored.
    package enum State: String, CaseIterable, Sendable {
        case applied
        /// The employer agrees.
        case consented
        case declined
        /// Designated by the college.
        case designated
        /// Taken back by the person.
        case withdrawn

        package var isOpen: Bool { self == .applied || self == .consented }
    }

    /// Which state may follow: apply, consent, designation.
    package func may(become next: State) -> Bool {
        switch (state, next) {
        case (.applied, .consented), (.applied, .declined), (.applied, .withdrawn), (.consented, .designated),
            (.consented, .declined), (.consented, .withdrawn):
            true
        default: false
        }
    }

    package func becoming(_ state: State, answer: String? = nil, intakeOn: Day? = nil) -> Candidacy {
        Candidacy(
            id: id, person: person, function: function, motivation: motivation,
            intakeOn: intakeOn ?? self.intakeOn, state: state, answer: answer ?? self.answer,
            appliedAt: appliedAt, version: version + 1)
    }
}
