/// How somebody stands on one requirement on one day.
package enum RequirementStanding: Hashable, Sendable {
    case met(through: Day?)
    /// New in the function: the first full period has not passed.
    case settling(through: Day)
    case exempt(through: Day?)
    /// It lapsed, and the grace runs through this day.
    case grace(through: Day)
    case lacking(Competence.Lack)
    case unknown
}

/// One line of the answer to "why": a requirement, how the person stands on it, and the fact that decides.
package struct CompetenceReason: Hashable, Sendable {
    package let subject: Requirement.Subject
    /// Whose requirement it is; nil for the region's.
    package let municipality: Code<Municipality>?
    package let terms: Requirement.Terms
    package let standing: RequirementStanding
    /// What the standing rests on; nil where nothing is on record.
    package let ground: Ground?
    /// When this standing ends; nil when no end is known.
    package let until: Instant?

    package enum Ground: Hashable, Sendable {
        case certificate(ID<Certificate>)
        case activity(ID<PerformedActivity>)
        case exemption(ID<Exemption>)
        /// The day on which the base level was obtained.
        case baseLevel(Day)
    }
}

/// What a profile says of one person at one instant.
package struct CompetenceAssessment: Hashable, Sendable {
    package let competence: Competence
    /// One for each requirement, those that are met too.
    package let reasons: [CompetenceReason]
    /// When the state becomes another one; nil when nothing on record changes it.
    package let changesAt: Instant?
}
