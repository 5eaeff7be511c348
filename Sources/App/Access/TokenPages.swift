import Domain
import Storage
import Web

/// What the page with API tokens shows: one's own, and everybody's to whoever manages accounts.
struct TokensPage: Sendable {
    let tokens: [APIToken]
    let accountNames: [ID<Account>: String]
    /// Open accounts for which the visitor may make a token, the own first.
    let holders: [(id: ID<Account>, name: String)]
    let own: ID<Account>
    let csrf: String
    let now: Instant
    /// Scopes that at least one of the holders can use.
    let scopes: [TokenScope]

    init(_ visit: Visit, _ tx: Transaction) throws {
        own = visit.signedIn.account
        csrf = visit.signedIn.csrf
        now = visit.now
        let mayManage = visit.signedIn.may(.manageAccounts)
        let accounts = try tx.accounts().filter { mayManage || $0.id == visit.signedIn.account }
        tokens = try tx.apiTokens(of: mayManage ? nil : own)
        accountNames = Dictionary(accounts.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let open = accounts.filter { !$0.isDisabled }
        holders =
            (open.filter { $0.id == visit.signedIn.account } + open.filter { $0.id != visit.signedIn.account })
            .map { ($0.id, $0.name) }
        let permissions = open.flatMap(\.grants).reduce(into: Set<Permission>()) {
            $0.formUnion($1.role.permissions)
        }
        scopes = TokenScope.allCases.filter { !$0.permissions.isDisjoint(with: permissions) }
    }

    var validCount: Int { tokens.filter { $0.state(at: now) == .valid }.count }
}

enum TokenPages {
    static func tokens(_ model: TokensPage) -> Page {
        var table = Table(
            "API-sleutels", columns: ["Waarvoor", "Account", "Mag", "Geldig t/m", "Laatst gebruikt", "Staat"])
        for token in model.tokens {
            let used = token.usedAt.map { Dutch.shortMoment($0) } ?? "nooit"
            table.add([
                "\(token.name)", "\(model.accountNames[token.account] ?? "")",
                "\(Dutch.list(token.scopes.map(\.rawValue)))", "\(Dutch.date(token.validThrough))", "\(used)",
                state(token, model),
            ])
        }
        return Page(
            heading: model.validCount == 0
                ? "Er is geen geldige API-sleutel"
                : Dutch.count(model.validCount, "API-sleutel is geldig", "API-sleutels zijn geldig"),
            body: """
                <p>Met een API-sleutel werkt een ander programma namens een account. Hoe dat gaat, staat in de
                <a href="/api">uitleg van de API</a>.</p>
                <div class="actions"><a class="button" href="/api-sleutels/nieuw">API-sleutel maken</a></div>
                \(model.tokens.isEmpty ? "<p class=\"muted\">Er is nog geen sleutel gemaakt.</p>" : table.html)
                """)
    }

    private static func state(_ token: APIToken, _ model: TokensPage) -> HTML {
        let state = token.state(at: model.now)
        guard state == .valid else { return "<span class=\"tag\">\(state.word)</span>" }
        return """
            <span class="tag covered">\(state.word)</span>
            \(form("/api-sleutels/\(token.id)/intrekking", csrf: model.csrf, """
                <button class="quiet" type="submit" aria-label="\(token.name) intrekken">Intrekken</button>
                """))
            """
    }

    static func new(_ model: TokensPage, _ state: FormState) -> Page {
        let usual = Dutch.shortDate(Amsterdam.day(at: model.now).adding(days: APIToken.daysUsual))
        var fields: [Field] = [
            Field("naam", "Waarvoor", hint: "Bijvoorbeeld: koppeling personeelssysteem.", isRequired: true),
            Field(
                "tot", "Laatste dag", .date,
                hint: "Zoals \(usual). Hoogstens een jaar vooruit; daarna maakt u een nieuwe.",
                isRequired: true),
        ]
        if model.holders.count > 1 {
            let choices = model.holders.map { ($0.id.description, $0.name) }
            fields.append(
                Field("account", "Account", .choice(choices), hint: "Wat het account mag, is de grens."))
        }
        let scopes = model.scopes.map { scope in
            Field("scope-\(scope.rawValue)", "\(scope.words) (\(scope.rawValue))", .checkbox)
        }
        return Page(
            heading: "API-sleutel maken", breadcrumb: "<a href=\"/api-sleutels\">API-sleutels</a>",
            body: """
                \(state.summary)
                \(form("/api-sleutels", csrf: model.csrf, """
                    \(fields.map { $0.html(state) })
                    <fieldset><legend>Wat mag de sleutel? Kies zo weinig als genoeg is.</legend>
                    \(scopes.map { $0.html(state) })</fieldset>
                    <div class="actions"><button type="submit">Maken</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    /// Shown once; only what it hashes to is kept.
    static func once(_ name: String, _ secret: String) -> Page {
        Page(
            heading: "Bewaar deze sleutel nu", breadcrumb: "<a href=\"/api-sleutels\">API-sleutels</a>",
            body: """
                <p class="lead">\(name): <code>\(secret)</code></p>
                <p>De sleutel staat hier één keer. Bewaar hem waar alleen het programma erbij kan, nooit in een bericht of in
                broncode. Kwijt of gelekt? Trek hem in en maak een nieuwe.</p>
                <p><a class="button" href="/api-sleutels">Naar de API-sleutels</a></p>
                """)
    }
}
