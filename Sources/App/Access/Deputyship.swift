import Domain

/// That somebody may do for a while what a role of somebody else allows (spec P3: every approving role has a
/// deputy with dates).
struct Deputyship: Equatable, Sendable {
    let id: ID<Deputyship>
    /// Whose role it is.
    let holder: ID<Account>
    let holderName: String
    let grant: RoleGrant
    let deputy: ID<Account>
    let deputyName: String
    let firstDay: Day
    /// Counts whole.
    let lastDay: Day
    /// Ended before its last day.
    let endedAt: Instant?

    /// Half open; nil when it was ended before it began.
    var interval: Interval? {
        let start = Amsterdam.startOfDay(firstDay)
        let end = Amsterdam.startOfDay(lastDay.adding(days: 1))
        let last = endedAt.map { min($0, end) } ?? end
        return last > start ? Interval(start, last) : nil
    }

    func isInForce(at now: Instant) -> Bool {
        interval?.contains(now) ?? false
    }
}

/// For whom a session acts at the moment. Everything it does is recorded with both names.
struct ActingFor: Equatable, Sendable {
    let account: ID<Account>
    let name: String
    let grant: RoleGrant
    let until: Instant
}

extension Role {
    /// A role that approves or decides has a deputy when its holder is away. Who is on duty is replaced on the
    /// roster; the control room has a shift; who audits or manages accounts gets an account of their own, so
    /// that no right over rights travels along.
    var mayHaveDeputy: Bool {
        switch self {
        case .crisisOfficial, .municipalSecretary, .mayor, .regionalOffice, .coordinatingOfficer,
            .portfolioHolder, .informationCoordinator, .board:
            true
        case .functionary, .controlRoom, .auditor, .functionalAdministrator: false
        }
    }
}
