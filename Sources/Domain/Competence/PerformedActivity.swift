/// Something that somebody did and that counts towards their competence.
package struct PerformedActivity: Hashable, Sendable {
    package let id: ID<PerformedActivity>
    package let person: ID<Functionary>
    package let kind: ActivityKind
    /// Nil: it counts for every function of the person.
    package let function: Code<CrisisFunction>?
    /// It counts from the start of this day, as a certificate does from the day on which it was issued.
    package let day: Day
    package let minutes: Int
    /// What it was, for people to recognise.
    package let title: String
    package let source: Source

    /// Where the fact comes from. What a source says of a person replaces what it said before.
    package struct Source: Hashable, Sendable {
        package let kind: Kind
        /// Identifies the session, deployment or line of an import within its kind.
        package let key: String

        package init(_ kind: Kind, key: String) {
            self.kind = kind
            self.key = key
        }

        /// The raw value is stored.
        package enum Kind: String, CaseIterable, Sendable {
            /// A session of the programme.
            case session
            /// A deployment whose evaluation was approved.
            case deployment
            case imported
            case byHand
        }
    }

    package init(
        id: ID<PerformedActivity>, person: ID<Functionary>, kind: ActivityKind,
        function: Code<CrisisFunction>?, day: Day, minutes: Int, title: String, source: Source
    ) {
        self.id = id
        self.person = person
        self.kind = kind
        self.function = function
        self.day = day
        self.minutes = minutes
        self.title = title
        self.source = source
    }
}
