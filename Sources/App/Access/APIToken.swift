package import Domain

/// With what a program proves for which account it works. The secret itself is nowhere kept.
struct APIToken: Sendable {
    /// A year and a day: a token that nobody looks at again must end.
    static let daysMax = 366
    static let daysUsual = 90
    static let namesMax = 60

    let id: ID<APIToken>
    let account: ID<Account>
    /// What it is for, as its maker calls it.
    let name: String
    let scopes: [TokenScope]
    let createdAt: Instant
    let expiresAt: Instant
    let revokedAt: Instant?
    /// To the hour.
    let usedAt: Instant?

    enum State {
        case valid, expired, revoked
    }

    func state(at now: Instant) -> State {
        if revokedAt != nil { return .revoked }
        return expiresAt <= now ? .expired : .valid
    }

    /// Last day on which it works.
    var validThrough: Day {
        Amsterdam.day(at: expiresAt.adding(minutes: -1))
    }
}

/// The token a request came with; narrows what its account may do.
struct TokenUse: Sendable {
    let token: ID<APIToken>
    let scopes: Set<TokenScope>
    let expiresAt: Instant
    let usedAt: Instant?

    func allows(_ permission: Permission) -> Bool {
        scopes.contains { $0.permissions.contains(permission) }
    }
}

/// Why a token is not made.
package enum TokenRefusal: Error, Equatable {
    case nameMissing
    case nameTooLong(max: Int)
    case noScope
    case unknownScope(String)
    /// The account has none of the permissions that the scope keeps.
    case scopeBeyondAccount(TokenScope)
    case endMissing
    case endInThePast
    case endTooFar(Day)
    case unknownAccount(String)

    /// Of the form.
    var field: String {
        switch self {
        case .nameMissing, .nameTooLong: "naam"
        case .noScope, .unknownScope, .scopeBeyondAccount: "scope-\(TokenScope.readRegion.rawValue)"
        case .endMissing, .endInThePast, .endTooFar: "tot"
        case .unknownAccount: "account"
        }
    }
}
