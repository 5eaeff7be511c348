import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    static let accounts: [Route] = [
        .get("/accounts", needs: .permission(.manageAccounts)) { visit, tx in
            .page(AccessPages.accounts(try AccountsPage(tx, on: visit.today), visit))
        },
        .get("/accounts/nieuw", needs: .permission(.manageAccounts)) { visit, tx in
            .page(AccessPages.newAccount(try AccountsPage(tx, on: visit.today), visit, FormState()))
        },
        Route(
            method: .post, path: "/accounts", needs: .permission(.manageAccounts), action: .slow(addAccount)),
        .post("/accounts/:id/staat", needs: .permission(.manageAccounts)) { visit, fields, change in
            do {
                try change.setAccount(try visit.id("id"), isOpen: fields["staat"] == "open")
                return .redirect("/accounts", notice: "De staat van het account is gewijzigd.")
            } catch let refusal as AccountRefusal {
                return .redirect("/accounts", notice: refusal.sentence)
            }
        },
        Route(
            method: .post, path: "/accounts/:id/wachtwoord", needs: .permission(.manageAccounts),
            action: .slow(resetPassword)),
    ]

    @Sendable private static func addAccount(
        _ application: Application, _ visit: Visit, _ fields: FormFields
    ) async throws -> Answer {
        var random = visit.randomness
        let password = random.bytes(9).hexadecimal
        let hash = try await application.passwords.hash(password, salt: random.bytes(16))
        let source = random
        return try await application.storage.change(by: visit.actor, at: visit.now, randomness: source) {
            change in
            do {
                guard let role = Role(rawValue: fields["rol"]) else { throw AccountRefusal.noRole }
                let municipality: Code<Municipality>? =
                    fields["gemeente"].isEmpty ? nil : Code(fields["gemeente"])
                let person = try municipality.flatMap {
                    try change.tx.functionary($0, personnelNumber: fields["persoon"])?.id
                }
                if person == nil, !fields["persoon"].isEmpty {
                    throw AccountRefusal.unknownPerson(fields["persoon"])
                }
                _ = try change.addAccount(
                    name: fields["naam"],
                    displayName: fields["weergave"].isEmpty ? fields["naam"] : fields["weergave"],
                    person: person,
                    grants: [RoleGrant(role: role, municipality: role.isMunicipal ? municipality : nil)],
                    password: hash, mustChange: true)
                return .page(AccessPages.oneTimePassword(fields["naam"].lowercased(), password))
            } catch let refusal as AccountRefusal {
                let state = FormState(fields, errors: [FieldError(refusal.field, refusal.sentence)])
                let model = try AccountsPage(change.tx, on: visit.today)
                return .refused(AccessPages.newAccount(model, visit, state))
            }
        }
    }

    @Sendable private static func resetPassword(
        _ application: Application, _ visit: Visit, _ fields: FormFields
    ) async throws -> Answer {
        let id: ID<Account> = try visit.id("id")
        let known = try await application.storage.read { tx in try tx.accounts().first { $0.id == id } }
        guard let known else { throw WebFailure.notFound }
        var random = visit.randomness
        let password = random.bytes(9).hexadecimal
        let hash = try await application.passwords.hash(password, salt: random.bytes(16))
        let source = random
        try await application.storage.change(by: visit.actor, at: visit.now, randomness: source) { change in
            try change.resetPassword(of: id, to: hash)
        }
        return .page(AccessPages.oneTimePassword(known.name, password))
    }
}

extension AccountsPage {
    init(_ tx: Transaction, on day: Day) throws {
        accounts = try tx.accounts()
        municipalities = try tx.municipalities().filter { $0.exists(on: day) }
    }
}

extension AccountRefusal {
    fileprivate var field: String {
        switch self {
        case .nameTaken, .badName: "naam"
        case .noRole: "rol"
        case .unknownRole: "rol"
        case .municipalityMissing, .unknownMunicipality: "gemeente"
        case .unknownPerson: "persoon"
        case .passwordTooShort: "nieuw"
        case .wrongPassword: "huidig"
        case .ownAccount: "naam"
        }
    }
}
