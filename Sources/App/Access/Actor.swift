import Domain
import Web

/// Who does something: an account through a page, a command on the server, or the product by itself.
enum Actor: Sendable {
    case account(SignedIn)
    /// Whoever may run `oranje` on the data may do everything; the name of the command stands in the journal.
    case command(String)
    case background(String)

    /// - Throws: `WebFailure.forbidden`.
    func require(_ permission: Permission) throws {
        guard case .account(let signedIn) = self else { return }
        guard signedIn.may(permission) else { throw WebFailure.forbidden }
    }

    /// - Throws: `WebFailure.notFound` for a thing of another municipality: who may not see it may not know
    ///   that it exists.
    func require(_ permission: Permission, for municipality: Code<Municipality>) throws {
        guard case .account(let signedIn) = self else { return }
        guard signedIn.may(permission) else { throw WebFailure.forbidden }
        guard signedIn.reach(of: permission).includes(municipality) else { throw WebFailure.notFound }
    }

    /// As it stands in the journal: an id, never a name.
    var journalText: String {
        switch self {
        case .account(let signedIn):
            signedIn.actingFor.map { "account:\(signedIn.account)\(Self.onBehalf)account:\($0.account)" }
                ?? "account:\(signedIn.account)"
        case .command(let name): "opdracht:\(name)"
        case .background(let name): "systeem:\(name)"
        }
    }

    /// Between the two accounts of a deputy and who they stand in for.
    static let onBehalf = " namens "

    var journalOrigin: String {
        switch self {
        case .account(let signedIn): signedIn.use.map { "api:\($0.token)" } ?? "pagina"
        case .command: "opdracht"
        case .background: "achtergrond"
        }
    }
}
