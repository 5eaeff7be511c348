/// What people do to become and stay competent (*opleiden, trainen, oefenen*; spec C1). The raw value is stored.
///
/// Requirement profiles ask for a kind, the programme offers it, and what somebody did is of a kind.
package enum ActivityKind: String, CaseIterable, Codable, Sendable {
    case basicCourse, refresher, training, exercise, deployment, knowledgeTest, acquaintance
    /// A meet-up or the weekly joint day: it counts for *kennen*, and for a profile that asks for it.
    case meeting

    /// The kinds of activity that fulfil a requirement of this kind: a real deployment counts as an exercise
    /// (spec C5; domain.md §5).
    package var fulfilledBy: Set<ActivityKind> {
        self == .exercise ? [.exercise, .deployment] : [self]
    }
}
