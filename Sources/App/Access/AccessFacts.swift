import Crypto
import Domain
import Storage

/// What other features may read of access.
extension Transaction {
    /// Display names by the text under which an account stands in the journal.
    func accountNames() throws -> [String: String] {
        let rows = try rows("SELECT id, display_name FROM account")
        return try rows.reduce(into: [:]) { names, row in
            names["account:\(try row.text("id"))"] = try row.text("display_name")
        }
    }

    /// Every ambtenaar of a municipality who is in the register, by name of the account.
    func crisisOfficials(of municipality: Code<Municipality>) throws -> [ID<Functionary>] {
        let people: [ID<Functionary>] = try rows(
            """
            SELECT a.person FROM account a JOIN account_role r ON r.account = a.id
            WHERE a.person IS NOT NULL AND a.disabled_at IS NULL AND r.role = \(Role.crisisOfficial)
                AND r.municipality = \(municipality)
            ORDER BY a.name
            """
        ).map { try $0.id("person") }
        return people
    }

    /// The secretary of a municipality, in the register, by name of the account.
    func secretaries(of municipality: Code<Municipality>) throws -> [ID<Functionary>] {
        let people: [ID<Functionary>] = try rows(
            """
            SELECT a.person FROM account a JOIN account_role r ON r.account = a.id
            WHERE a.person IS NOT NULL AND a.disabled_at IS NULL AND r.role = \(Role.municipalSecretary)
                AND r.municipality = \(municipality)
            ORDER BY a.name
            """
        ).map { try $0.id("person") }
        return people
    }

    /// People of the register with an open account in one of these roles, by name of the account.
    func people(with roles: [Role]) throws -> [ID<Functionary>] {
        let people: [ID<Functionary>] = try rows(
            """
            SELECT a.person FROM account a
            WHERE a.person IS NOT NULL AND a.disabled_at IS NULL AND EXISTS (SELECT 1 FROM account_role r
                WHERE r.account = a.id AND r.role IN (\(list: roles.map(\.rawValue))))
            ORDER BY a.name
            """
        ).map { try $0.id("person") }
        return people
    }

    /// The account behind a session cookie; nil when the session ended or the account was closed.
    func signedIn(token: String, at now: Instant) throws -> SignedIn? {
        guard
            let row = try row(
                """
                SELECT a.id, a.display_name, a.person, a.must_change, s.csrf, s.acting_for
                FROM session s JOIN account a ON a.id = s.account
                WHERE s.token_hash = \(sessionHash(token)) AND s.expires_at > \(now) AND a.disabled_at IS NULL
                """)
        else { return nil }
        let account: ID<Account> = try row.id("id")
        let takenUp: ID<Deputyship>? = try row.optionalID("acting_for")
        let acting = try takenUp.flatMap { try actingFor($0, by: account, at: now) }
        let person: ID<Functionary>? = try row.optionalID("person")
        return SignedIn(
            account: account, displayName: try row.text("display_name"), person: person,
            grants: try acting.map { [$0.grant] } ?? roleGrants(of: account), csrf: try row.text("csrf"),
            mustChangePassword: try row.flag("must_change"), actingFor: acting,
            dutyFunctions: try person.map { try dutyFunctions(of: $0, at: now) } ?? [])
    }

    /// Nil as soon as the deputyship is past or ended: the session then has its own rights again.
    private func actingFor(
        _ id: ID<Deputyship>, by account: ID<Account>, at now: Instant
    ) throws -> ActingFor? {
        guard let deputyship = try deputyship(id), deputyship.deputy == account,
            let interval = deputyship.interval, interval.contains(now)
        else { return nil }
        return ActingFor(
            account: deputyship.holder, name: deputyship.holderName, grant: deputyship.grant,
            until: interval.end)
    }

    /// The database keeps no cookie that could be used, only what it hashes to.
    func sessionHash(_ token: String) -> String {
        [UInt8](SHA256.hash(data: Array(token.utf8))).hexadecimal
    }
}
