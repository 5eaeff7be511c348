import Domain
import Storage
import Web

/// Why an account cannot be made or changed.
package enum AccountRefusal: Error, Equatable {
    case nameTaken(String)
    case badName(String)
    case noRole
    /// A municipal role without a municipality.
    case municipalityMissing(role: String)
    case unknownRole(String)
    case unknownMunicipality(String)
    /// No functionary of that municipality has the number.
    case unknownPerson(String)
    case passwordTooShort(min: Int)
    case wrongPassword
    /// Nobody closes the account they work with.
    case ownAccount

    package var sentence: String {
        switch self {
        case .nameTaken(let name): "De aanmeldnaam “\(name)” bestaat al. Kies een andere."
        case .badName: "Gebruik voor de aanmeldnaam 3 tot 40 letters, cijfers, punten of streepjes."
        case .noRole: "Kies minstens één rol."
        case .municipalityMissing(let role): "Kies een gemeente bij de rol \(role)."
        case .unknownRole(let role):
            "Rol “\(role)” bestaat niet. Kies uit: \(Role.allCases.map(\.rawValue).joined(separator: ", "))."
        case .unknownMunicipality(let code):
            "Gemeente “\(code)” staat niet in deze regio. Gebruik de code, zoals GM0599."
        case .unknownPerson(let number): "Niemand bij deze gemeente heeft personeelsnummer \(number)."
        case .passwordTooShort(let min):
            "Gebruik minstens \(min) tekens. Een zin van vier woorden onthoudt u makkelijk."
        case .wrongPassword: "Het huidige wachtwoord klopt niet."
        case .ownAccount: "U kunt uw eigen account niet sluiten. Vraag een andere beheerder."
        }
    }
}

/// NIST SP 800-63B §5.1.1.2 asks for at least eight; length is what protects a memorised secret.
let passwordLengthMin = 12

extension Change {
    /// - Parameter password: already hashed; hashing takes too long for a transaction.
    mutating func addAccount(
        name: String, displayName: String, person: ID<Functionary>?, grants: [RoleGrant], password: String,
        mustChange: Bool
    ) throws -> ID<Account> {
        try actor.require(.manageAccounts)
        let name = name.lowercased()
        try Self.check(name: name, grants: grants)
        let municipalities = Set(try tx.municipalities().map(\.code))
        if let unknown = grants.compactMap(\.municipality).first(where: { !municipalities.contains($0) }) {
            throw AccountRefusal.unknownMunicipality(unknown.text)
        }
        if try tx.accounts().contains(where: { $0.name == name }) { throw AccountRefusal.nameTaken(name) }
        let account = Account(
            id: newID(), name: name, displayName: displayName, person: person, grants: grants,
            isDisabled: false)
        try tx.insert(account, password: password, mustChange: mustChange, at: now)
        try record(
            JournalEntry(
                "account.added", "account", account.id,
                after: ["rollen": .text(grants.map(\.role.rawValue).joined(separator: " "))]))
        return account.id
    }

    static func check(name: String, grants: [RoleGrant]) throws {
        let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_@".contains($0)) }
        guard (3...40).contains(name.count), isPlain else { throw AccountRefusal.badName(name) }
        guard !grants.isEmpty else { throw AccountRefusal.noRole }
        if let grant = grants.first(where: { $0.role.isMunicipal && $0.municipality == nil }) {
            throw AccountRefusal.municipalityMissing(role: grant.role.word)
        }
    }

    /// A new password set by the account itself; every session but the present one ends.
    ///
    /// - Parameter token: of the present session.
    mutating func changeOwnPassword(to hash: String, keeping token: String) throws {
        guard case .account(let signedIn) = actor else { throw WebFailure.forbidden }
        let account = signedIn.account
        try tx.setPassword(hash, mustChange: false, of: account)
        try tx.deleteSessions(of: account, except: token)
        try record(JournalEntry("account.password-changed", "account", account))
    }

    /// Ends the account's sessions and tokens too: a reset is what follows a loss.
    mutating func resetPassword(of account: ID<Account>, to hash: String) throws {
        try actor.require(.manageAccounts)
        try tx.setPassword(hash, mustChange: true, of: account)
        try tx.deleteSessions(of: account)
        try tx.revokeTokens(of: account, at: now)
        try record(JournalEntry("account.password-reset", "account", account))
    }

    mutating func setAccount(_ account: ID<Account>, isOpen: Bool) throws {
        try actor.require(.manageAccounts)
        if case .account(let signedIn) = actor, signedIn.account == account {
            throw AccountRefusal.ownAccount
        }
        guard try tx.accounts().contains(where: { $0.id == account }) else { throw WebFailure.notFound }
        try tx.setDisabled(at: isOpen ? nil : now, account)
        try tx.deleteSessions(of: account)
        try tx.revokeTokens(of: account, at: now)
        try record(JournalEntry(isOpen ? "account.opened" : "account.closed", "account", account))
    }
}
