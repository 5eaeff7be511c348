/// A base certificate (*certificaat*) for one function.
package struct Certificate: Hashable, Sendable {
    package let id: ID<Certificate>
    package let person: ID<Functionary>
    package let function: Code<CrisisFunction>
    /// NIPV (formerly IFV) or another; empty when it is not known.
    package let issuer: String
    package let issued: Day?
    /// Nil: valid until someone sets an end (domain.md §5).
    package let validThrough: Day?
    package let state: State

    package init(
        id: ID<Certificate>, person: ID<Functionary>, function: Code<CrisisFunction>, issuer: String,
        issued: Day?,
        validThrough: Day?, state: State
    ) {
        self.id = id
        self.person = person
        self.function = function
        self.issuer = issuer
        self.issued = issued
        self.validThrough = validThrough
        self.state = state
    }

    package enum State: String, CaseIterable, Sendable {
        case requested, held, withdrawn, exempt
    }

    /// When it counts; nil while it is only requested or was withdrawn.
    package var interval: Interval? {
        switch state {
        case .held, .exempt: Interval(from: issued, through: validThrough)
        case .requested, .withdrawn: nil
        }
    }
}
