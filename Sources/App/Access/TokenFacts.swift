import Domain
import Storage

/// What the interface for programs reads and writes of tokens.
extension Transaction {
    /// The account behind a token, narrowed by it; nil when the token is unknown, over or revoked, or the account
    /// closed.
    func signedIn(bearer token: String, at now: Instant) throws -> SignedIn? {
        guard
            let row = try row(
                """
                SELECT t.id AS token, t.scopes, t.expires_at, t.used_at, a.id, a.display_name, a.person, a.must_change
                FROM api_token t JOIN account a ON a.id = t.account
                WHERE t.token_hash = \(sessionHash(token)) AND t.expires_at > \(now) AND t.revoked_at IS NULL
                    AND a.disabled_at IS NULL
                """)
        else { return nil }
        let account: ID<Account> = try row.id("id")
        return SignedIn(
            account: account, displayName: try row.text("display_name"), person: try row.optionalID("person"),
            grants: try roleGrants(of: account), csrf: "", mustChangePassword: try row.flag("must_change"),
            use: TokenUse(
                token: try row.id("token"), scopes: Set(try tokenScopes(row)),
                expiresAt: try row.instant("expires_at"), usedAt: try row.optionalInstant("used_at")))
    }

    /// Written besides the journal: that a token was used changes no fact of the region.
    func setTokenUsed(_ token: ID<APIToken>, at now: Instant) throws {
        try execute("UPDATE api_token SET used_at = \(now) WHERE id = \(token)")
    }
}
