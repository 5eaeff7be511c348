import Domain

/// That a fact left a line without enough people, told the moment it was recorded (*gatmelding*; spec V3).
struct GapNotice: Hashable, Sendable {
    let id: ID<GapNotice>
    let line: Code<DutyLine>
    let interval: Interval
    /// The journal's name of what was recorded: `certificate.changed`.
    let cause: String
    /// Whose fact it is; nil when it is about several people.
    let person: ID<Functionary>?
    let openedAt: Instant
    /// When coverage was whole again; nil while it is open.
    let closedAt: Instant?
}
