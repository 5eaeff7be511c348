/// That somebody is excused from one requirement of a function (*vrijstelling*), with who decided it.
package struct Exemption: Hashable, Sendable {
    package let id: ID<Exemption>
    package let person: ID<Functionary>
    package let function: Code<CrisisFunction>
    package let subject: Requirement.Subject
    package let from: Day
    /// Nil: until it is taken back.
    package let through: Day?
    /// Why, in the words of whoever decided.
    package let reason: String

    package init(
        id: ID<Exemption>, person: ID<Functionary>, function: Code<CrisisFunction>,
        subject: Requirement.Subject, from: Day, through: Day?, reason: String
    ) {
        self.id = id
        self.person = person
        self.function = function
        self.subject = subject
        self.from = from
        self.through = through
        self.reason = reason
    }
}
