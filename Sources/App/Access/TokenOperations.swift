import Domain
import Storage
import Web

extension Change {
    /// Makes a token for an account: one's own, or any for whoever manages accounts.
    ///
    /// - Returns: the secret, which is shown once and kept nowhere.
    mutating func addToken(
        for account: ID<Account>, name: String, scopes: [TokenScope], through last: Day
    ) throws -> (id: ID<APIToken>, secret: String) {
        try requireOwn(account)
        guard let holder = try tx.accounts().first(where: { $0.id == account && !$0.isDisabled }) else {
            throw WebFailure.notFound
        }
        guard !name.isEmpty else { throw TokenRefusal.nameMissing }
        guard name.count <= APIToken.namesMax else { throw TokenRefusal.nameTooLong(max: APIToken.namesMax) }
        guard !scopes.isEmpty else { throw TokenRefusal.noScope }
        let permissions = holder.grants.reduce(into: Set<Permission>()) { $0.formUnion($1.role.permissions) }
        if let beyond = scopes.first(where: { $0.permissions.isDisjoint(with: permissions) }) {
            throw TokenRefusal.scopeBeyondAccount(beyond)
        }
        let today = Amsterdam.day(at: now)
        guard last >= today else { throw TokenRefusal.endInThePast }
        let latest = today.adding(days: APIToken.daysMax)
        guard last <= latest else { throw TokenRefusal.endTooFar(latest) }
        // A start of its own, so that a scanner of source code knows a lost one for what it is.
        let secret = "oranje_" + randomness.bytes(32).hexadecimal
        let token = APIToken(
            id: newID(), account: account, name: name, scopes: scopes, createdAt: now,
            expiresAt: Amsterdam.startOfDay(last.adding(days: 1)), revokedAt: nil, usedAt: nil)
        try tx.insert(token, hash: tx.sessionHash(secret))
        try record(
            JournalEntry(
                "token.added", "token", token.id,
                after: [
                    "account": .text(account.description),
                    "scopes": .text(scopes.map(\.rawValue).joined(separator: " ")), "tot en met": .day(last),
                ]))
        return (token.id, secret)
    }

    mutating func revokeToken(_ id: ID<APIToken>) throws {
        guard let token = try tx.apiTokens().first(where: { $0.id == id }) else { throw WebFailure.notFound }
        do {
            try requireOwn(token.account)
        } catch WebFailure.forbidden {
            // Whose token it is, is not for everybody to know.
            throw WebFailure.notFound
        }
        try tx.revokeToken(id, at: now)
        try record(JournalEntry("token.revoked", "token", id))
    }

    private func requireOwn(_ account: ID<Account>) throws {
        if case .account(let signedIn) = actor, signedIn.account == account, signedIn.use == nil { return }
        try actor.require(.manageAccounts)
    }
}
