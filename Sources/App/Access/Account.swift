import Domain

/// A local account with which somebody signs in.
struct Account: Sendable {
    let id: ID<Account>
    /// Typed at sign-in; lower case.
    let name: String
    let displayName: String
    let person: ID<Functionary>?
    let grants: [RoleGrant]
    let isDisabled: Bool
}

/// A role, for a municipality when the role is a municipal one.
struct RoleGrant: Hashable, Sendable {
    let role: Role
    let municipality: Code<Municipality>?
}

/// Who sent a request, with what they may do; read anew for every request, so that a changed right counts at
/// once.
struct SignedIn: Sendable {
    let account: ID<Account>
    let displayName: String
    let person: ID<Functionary>?
    let grants: [RoleGrant]
    let csrf: String
    /// The password was set by somebody else and must be changed first.
    let mustChangePassword: Bool
    /// Set while the session stands in for somebody; `grants` are then those of that role alone.
    var actingFor: ActingFor?
    /// The token of a program; nil for somebody at a page.
    var use: TokenUse?
    /// The functions in which the person is on duty at this moment.
    var dutyFunctions: Set<Code<CrisisFunction>> = []

    func may(_ permission: Permission) -> Bool {
        guard use?.allows(permission) ?? true else { return false }
        return grants.contains { $0.role.permissions.contains(permission) } || mayByDuty(permission)
    }

    /// Rights follow the duty (spec I12): they begin and end with it.
    private func mayByDuty(_ permission: Permission) -> Bool {
        Permission.followingDuty.contains(permission)
            && !dutyFunctions.isDisjoint(with: Permission.leadingFunctions)
    }

    /// For which municipalities a permission holds.
    func reach(of permission: Permission) -> Reach {
        guard may(permission) else { return .municipalities([]) }
        if mayByDuty(permission) { return .region }
        let granting = grants.filter { $0.role.permissions.contains(permission) }
        if granting.contains(where: { !$0.role.isMunicipal }) { return .region }
        return .municipalities(Set(granting.compactMap(\.municipality)))
    }

    /// The municipalities of the account's municipal roles, in order of code.
    var municipalities: [Code<Municipality>] {
        Set(grants.compactMap(\.municipality)).sorted()
    }
}

/// How far a permission goes.
enum Reach: Hashable, Sendable {
    case region
    case municipalities(Set<Code<Municipality>>)

    func includes(_ municipality: Code<Municipality>) -> Bool {
        switch self {
        case .region: true
        case .municipalities(let municipalities): municipalities.contains(municipality)
        }
    }
}
