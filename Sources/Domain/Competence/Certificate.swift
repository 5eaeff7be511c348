/// A certificate (*certificaat*) for one function: its base level, or one specialisation of it.
package struct Certificate: Hashable, Sendable {
    package let id: ID<Certificate>
    package let person: ID<Functionary>
    package let function: Code<CrisisFunction>
    /// Empty for the base level.
    package let specialisation: String
    /// NIPV (formerly IFV) or another; empty when it is not known.
    package let issuer: String
    package let issued: Day?
    /// Nil: valid until someone sets an end (domain.md §5).
    package let validThrough: Day?
    package let state: State
    /// First day on which a withdrawn certificate no longer counts; nil: it never counted.
    package let withdrawnOn: Day?

    package init(
        id: ID<Certificate>, person: ID<Functionary>, function: Code<CrisisFunction>,
        specialisation: String = "", issuer: String, issued: Day?, validThrough: Day?, state: State,
        withdrawnOn: Day? = nil
    ) {
        self.id = id
        self.person = person
        self.function = function
        self.specialisation = specialisation
        self.issuer = issuer
        self.issued = issued
        self.validThrough = validThrough
        self.state = state
        self.withdrawnOn = withdrawnOn
    }

    package enum State: String, CaseIterable, Sendable {
        case requested, held, withdrawn, exempt
    }

    /// When it counts; nil while it is only requested or was withdrawn from the start.
    package var interval: Interval? {
        switch state {
        case .held, .exempt: Interval(from: issued, through: validThrough)
        case .requested: nil
        case .withdrawn:
            withdrawnOn.map { first in
                let last = first.adding(days: -1)
                return Interval(from: issued, through: validThrough.map { min($0, last) } ?? last)
            }
        }
    }

    /// Whether both are for the same and count at one moment.
    package func overlaps(_ other: Certificate) -> Bool {
        guard function == other.function, specialisation == other.specialisation, let interval,
            let theirs = other.interval
        else { return false }
        return interval.overlaps(theirs)
    }
}
