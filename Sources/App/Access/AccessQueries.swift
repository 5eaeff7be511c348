import Domain
import Storage

extension Transaction {
    func roleGrants(of account: ID<Account>) throws -> [RoleGrant] {
        try rows(
            "SELECT role, municipality FROM account_role WHERE account = \(account) ORDER BY role, municipality"
        )
        .map { row in
            let municipality = try row.text("municipality")
            return RoleGrant(
                role: try row.kind("role"), municipality: municipality.isEmpty ? nil : Code(municipality))
        }
    }

    func accounts() throws -> [Account] {
        try rows("SELECT id, name, display_name, person, disabled_at FROM account ORDER BY name").map { row in
            let id: ID<Account> = try row.id("id")
            return Account(
                id: id, name: try row.text("name"), displayName: try row.text("display_name"),
                person: try row.optionalID("person"), grants: try roleGrants(of: id),
                isDisabled: try !row.isNull("disabled_at"))
        }
    }

    /// The stored password of an open account.
    func password(ofName name: String) throws -> (account: ID<Account>, hash: String)? {
        try row("SELECT id, password FROM account WHERE name = \(name) AND disabled_at IS NULL")
            .map { (try $0.id("id"), try $0.text("password")) }
    }

    func password(of account: ID<Account>) throws -> String? {
        try row("SELECT password FROM account WHERE id = \(account)").map { try $0.text("password") }
    }

    func insert(_ account: Account, password: String, mustChange: Bool, at now: Instant) throws {
        try execute(
            """
            INSERT INTO account (id, name, display_name, person, password, must_change, created_at)
            VALUES (\(account.id), \(account.name), \(account.displayName), \(account.person), \(password), \(mustChange), \(now))
            """)
        for grant in account.grants {
            try execute(
                """
                INSERT INTO account_role (account, role, municipality)
                VALUES (\(account.id), \(grant.role), \(grant.municipality?.text ?? ""))
                """)
        }
    }

    func setPassword(_ hash: String, mustChange: Bool, of account: ID<Account>) throws {
        try execute(
            "UPDATE account SET password = \(hash), must_change = \(mustChange) WHERE id = \(account)")
    }

    func setDisabled(at moment: Instant?, _ account: ID<Account>) throws {
        try execute("UPDATE account SET disabled_at = \(moment) WHERE id = \(account)")
    }

    func insertSession(token: String, account: ID<Account>, csrf: String, now: Instant, expiresAt: Instant)
        throws
    {
        try execute(
            """
            INSERT INTO session (token_hash, account, csrf, created_at, expires_at)
            VALUES (\(sessionHash(token)), \(account), \(csrf), \(now), \(expiresAt))
            """)
    }

    func deleteSession(token: String) throws {
        try execute("DELETE FROM session WHERE token_hash = \(sessionHash(token))")
    }

    /// - Parameter token: of a session that stays; nil ends them all.
    func deleteSessions(of account: ID<Account>, except token: String? = nil) throws {
        let kept = token.map { sessionHash($0) } ?? ""
        try execute("DELETE FROM session WHERE account = \(account) AND token_hash <> \(kept)")
    }

    func deleteSessions(expiredBefore moment: Instant) throws {
        try execute("DELETE FROM session WHERE expires_at <= \(moment)")
        try execute("DELETE FROM sign_in_failure WHERE at <= \(moment.adding(minutes: -24 * 60))")
    }

    /// Failed sign-ins of one name or address since `moment`, newest first.
    func signInFailures(of subject: String, since moment: Instant) throws -> [Instant] {
        try rows(
            "SELECT at FROM sign_in_failure WHERE subject = \(subject) AND at > \(moment) ORDER BY at DESC"
        )
        .map { try $0.instant("at") }
    }

    func insertSignInFailure(of subject: String, at now: Instant, number: Int) throws {
        try execute(
            """
            INSERT INTO sign_in_failure (subject, at, number) VALUES (\(subject), \(now), \(number))
            ON CONFLICT (subject, at, number) DO NOTHING
            """)
    }

    func deleteSignInFailure(of subject: String, at now: Instant, number: Int) throws {
        try execute(
            "DELETE FROM sign_in_failure WHERE subject = \(subject) AND at = \(now) AND number = \(number)")
    }

    func deleteSignInFailures(of subject: String) throws {
        try execute("DELETE FROM sign_in_failure WHERE subject = \(subject)")
    }
}
