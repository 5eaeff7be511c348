/// Something that people of municipalities know and that a crisis may need, such as law or the social domain
/// (*vakgebied*; spec P7). Which there are is regional data.
package struct SpecialistField: Hashable, Sendable, Codable {
    package let code: Code<SpecialistField>
    package let name: String

    package init(code: Code<SpecialistField>, name: String) {
        self.code = code
        self.name = name
    }
}

/// Somebody who may be called for what they know, without piket and by their own consent (spec P7).
package struct Specialist: Hashable, Sendable {
    package let id: ID<Specialist>
    package let person: ID<Functionary>
    package let field: Code<SpecialistField>
    /// What exactly they know, in their own words or those of their municipality; may be empty.
    package let remark: String
    package let proposedAt: Instant
    /// When they agreed; nil: asked, and not to be called.
    package let consentedAt: Instant?

    package init(
        id: ID<Specialist>, person: ID<Functionary>, field: Code<SpecialistField>, remark: String = "",
        proposedAt: Instant, consentedAt: Instant? = nil
    ) {
        self.id = id
        self.person = person
        self.field = field
        self.remark = remark
        self.proposedAt = proposedAt
        self.consentedAt = consentedAt
    }

    package var mayBeCalled: Bool { consentedAt != nil }
}

/// What came of calling a specialist for a deployment.
package enum SpecialistAnswer: String, CaseIterable, Sendable {
    case comes, declines, notReached
}
