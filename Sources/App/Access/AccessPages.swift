import Domain
import Web

/// Signing in, the own password, and the accounts.
enum AccessPages {
    static func signIn(_ state: FormState) -> Page {
        let name = Field("naam", "Aanmeldnaam", .text, isRequired: true)
        let password = Field(
            "wachtwoord", "Wachtwoord", .password(autocomplete: "current-password"), isRequired: true)
        return Page(
            heading: "Aanmelden",
            body: """
                \(state.summary)
                <form method="post" action="/aanmelden" novalidate>
                <input type="hidden" name="naar" value="\(state.fields["naar"])">
                \(name.html(state))\(password.html(state))
                <div class="actions"><button type="submit">Aanmelden</button></div>
                </form>
                <p class="muted">Wachtwoord vergeten? Vraag de functioneel beheerder van uw regio om een nieuw.</p>
                """, hasErrors: !state.errors.isEmpty)
    }

    static func password(_ visit: Visit, _ state: FormState) -> Page {
        let current = Field(
            "huidig", "Huidig wachtwoord", .password(autocomplete: "current-password"), isRequired: true)
        let new = Field(
            "nieuw", "Nieuw wachtwoord", .password(autocomplete: "new-password"),
            hint: "Minstens \(passwordLengthMin) tekens.", isRequired: true)
        return Page(
            heading: "Uw wachtwoord wijzigen",
            body: """
                \(state.summary)
                \(form("/wachtwoord", csrf: visit.signedIn.csrf, """
                    \(current.html(state))\(new.html(state))
                    <div class="actions"><button type="submit">Wijzigen</button></div>
                    """))
                <p><a href="/api-sleutels">Uw API-sleutels</a> voor andere programma's.</p>
                """, hasErrors: !state.errors.isEmpty)
    }

    static func accounts(_ model: AccountsPage, _ visit: Visit) -> Page {
        var table = Table("Accounts", columns: ["Aanmeldnaam", "Naam", "Rollen", "Staat", "Handelingen"])
        for account in model.accounts {
            let roles = account.grants.map { grant in
                grant.municipality.map { "\(grant.role.word) (\(model.name(of: $0)))" } ?? grant.role.word
            }
            let isOwn = account.id == visit.signedIn.account
            table.add([
                "\(account.name)", "\(account.displayName)", "\(Dutch.list(roles))",
                account.isDisabled
                    ? "<span class=\"tag gap\">gesloten</span>" : "<span class=\"tag covered\">open</span>",
                isOwn ? "<span class=\"muted\">uw eigen account</span>" : actions(account, visit),
            ])
        }
        return Page(
            heading: "\(Dutch.count(model.accounts.count, "account", "accounts"))",
            body: """
                <div class="actions"><a class="button" href="/accounts/nieuw">Account maken</a>
                <a class="button quiet" href="/api-sleutels">API-sleutels</a></div>
                \(table.html)
                """)
    }

    private static func actions(_ account: Account, _ visit: Visit) -> HTML {
        let toggle: HTML =
            account.isDisabled
            ? "<button class=\"quiet\" type=\"submit\" name=\"staat\" value=\"open\">Openen</button>"
            : "<button class=\"quiet\" type=\"submit\" name=\"staat\" value=\"gesloten\">Sluiten</button>"
        return """
            <div class="actions">
            \(form("/accounts/\(account.id)/staat", csrf: visit.signedIn.csrf, toggle))
            \(form("/accounts/\(account.id)/wachtwoord", csrf: visit.signedIn.csrf, """
                <button class="quiet" type="submit">Nieuw wachtwoord</button>
                """))
            </div>
            """
    }

    static func newAccount(_ model: AccountsPage, _ visit: Visit, _ state: FormState) -> Page {
        let municipalities = [("", "geen")] + model.municipalities.map { ($0.code.text, $0.name) }
        let roles = [("", "kies een rol")] + Role.allCases.map { ($0.rawValue, $0.word) }
        let fields: [Field] = [
            Field("naam", "Aanmeldnaam", hint: "Letters, cijfers, punten of streepjes.", isRequired: true),
            Field("weergave", "Naam", isRequired: true),
            Field("rol", "Rol", .choice(roles)),
            Field("gemeente", "Gemeente", .choice(municipalities), hint: "Alleen bij een gemeentelijke rol."),
            Field(
                "persoon", "Personeelsnummer",
                hint: "Om het account aan een functionaris van die gemeente te koppelen."),
        ]
        return Page(
            heading: "Account maken", breadcrumb: "<a href=\"/accounts\">Accounts</a>",
            body: """
                \(state.summary)
                \(form("/accounts", csrf: visit.signedIn.csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Maken</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    /// Shown once; the password is nowhere kept.
    static func oneTimePassword(_ name: String, _ password: String) -> Page {
        Page(
            heading: "Geef dit wachtwoord door", breadcrumb: "<a href=\"/accounts\">Accounts</a>",
            body: """
                <p class="lead">Aanmeldnaam <strong>\(name)</strong>, wachtwoord <strong>\(password)</strong></p>
                <p>Dit wachtwoord staat hier één keer. Bij de eerste aanmelding kiest de gebruiker een eigen wachtwoord.</p>
                <p><a class="button" href="/accounts">Naar de accounts</a></p>
                """)
    }
}

/// What the account pages show.
struct AccountsPage: Sendable {
    let accounts: [Account]
    /// Those that exist today.
    let municipalities: [Municipality]

    func name(of code: Code<Municipality>) -> String {
        municipalities.first { $0.code == code }?.name ?? code.text
    }
}
