import Domain
import Storage

extension Transaction {
    func insert(_ token: APIToken, hash: String) throws {
        let scopes = token.scopes.map(\.rawValue).joined(separator: " ")
        try execute(
            """
            INSERT INTO api_token (id, account, name, token_hash, scopes, created_at, expires_at)
            VALUES (\(token.id), \(token.account), \(token.name), \(hash), \(scopes), \(token.createdAt),
                \(token.expiresAt))
            """)
    }

    /// Newest first.
    ///
    /// - Parameter account: nil for everybody's.
    func apiTokens(of account: ID<Account>? = nil) throws -> [APIToken] {
        let condition: SQL = if let account { "WHERE account = \(account)" } else { "" }
        return try rows(
            """
            SELECT id, account, name, scopes, created_at, expires_at, revoked_at, used_at
            FROM api_token \(sql: condition) ORDER BY created_at DESC, id DESC
            """
        ).map { row in
            APIToken(
                id: try row.id("id"), account: try row.id("account"), name: try row.text("name"),
                scopes: try tokenScopes(row), createdAt: try row.instant("created_at"),
                expiresAt: try row.instant("expires_at"), revokedAt: try row.optionalInstant("revoked_at"),
                usedAt: try row.optionalInstant("used_at"))
        }
    }

    func revokeToken(_ token: ID<APIToken>, at now: Instant) throws {
        try execute("UPDATE api_token SET revoked_at = \(now) WHERE id = \(token) AND revoked_at IS NULL")
    }

    /// - Returns: how many still worked.
    @discardableResult
    func revokeTokens(of account: ID<Account>, at now: Instant) throws -> Int {
        try execute(
            "UPDATE api_token SET revoked_at = \(now) WHERE account = \(account) AND revoked_at IS NULL")
    }
}

/// A scope of an older version that no longer exists gives nothing.
func tokenScopes(_ row: Row) throws -> [TokenScope] {
    try row.text("scopes").split(separator: " ").compactMap { TokenScope(rawValue: String($0)) }
}
