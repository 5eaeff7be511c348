import Domain
import Storage
import Web

/// What the page of deputies shows: one's own, and everybody's for whoever keeps them.
struct DeputyPage: Sendable {
    let open: [Deputyship]
    let own: [Deputyship]
    /// Nil for those who see only what concerns them.
    let all: [Deputyship]?
    let mayAppoint: Bool
    let municipalities: [Code<Municipality>: String]
    let visit: Visit

    init(_ visit: Visit, _ tx: Transaction) throws {
        self.visit = visit
        let account = visit.signedIn.account
        open = try tx.deputyships(openTo: account, at: visit.now)
        own = try tx.deputyships(about: account, from: visit.today)
        all = visit.signedIn.may(.manageDeputies) ? try tx.deputyships(from: visit.today) : nil
        mayAppoint = visit.signedIn.mayAppointDeputy
        municipalities = Dictionary(
            try tx.municipalities().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    func role(_ grant: RoleGrant) -> String {
        grant.municipality.map { "\(grant.role.word) van \(municipalities[$0] ?? $0.text)" }
            ?? grant.role.word
    }
}

extension SignedIn {
    /// Roles of their own that may have a deputy; nobody lends on what they were lent.
    var lendableRoles: [Role] {
        guard actingFor == nil else { return [] }
        return Role.allCases.filter { role in role.mayHaveDeputy && grants.contains { $0.role == role } }
    }

    var mayAppointDeputy: Bool { may(.manageDeputies) || !lendableRoles.isEmpty }
}

/// Standing in for each other.
enum DeputyPages {
    static func overview(_ model: DeputyPage) -> Page {
        Page(
            heading: heading(model),
            body: """
                \(model.open.isEmpty ? nil : open(model))
                \(model.mayAppoint ? "<div class=\"actions\"><a class=\"button\" href=\"/waarneming/nieuw\">Waarnemer aanwijzen</a></div>" : "")
                \(list("Wat over u gaat", model.own, model, none: "Niemand neemt voor u waar, en u voor niemand."))
                \(model.all.map { all in list("Alle waarnemingen", all, model, none: "Er zijn geen waarnemingen.") })
                <p class="muted">Een waarnemer kan in de periode alles wat bij de rol hoort. Wat een waarnemer doet, staat met beide
                namen in het journaal.</p>
                """)
    }

    private static func heading(_ model: DeputyPage) -> String {
        if let acting = model.visit.signedIn.actingFor { return "U neemt nu waar voor \(acting.name)" }
        if let first = model.open.first { return "U kunt nu waarnemen voor \(first.holderName)" }
        let visit = model.visit
        let deputy = model.own.first { $0.holder == visit.signedIn.account && $0.isInForce(at: visit.now) }
        if let deputy { return "\(deputy.deputyName) neemt nu voor u waar" }
        guard let all = model.all else { return "Niemand neemt nu voor u waar" }
        return switch all.count(where: { $0.isInForce(at: visit.now) }) {
        case 0: "Er loopt geen waarneming"
        case 1: "Er loopt één waarneming"
        case let count: "Er lopen \(count) waarnemingen"
        }
    }

    private static func open(_ model: DeputyPage) -> HTML {
        let rows = model.open.map { deputyship -> HTML in
            let end = Dutch.date(deputyship.lastDay)
            let button: HTML = """
                \(form("/waarneming/\(deputyship.id)/hoedanigheid", csrf: model.visit.signedIn.csrf, """
                    <button type="submit">Neem waar voor \(deputyship.holderName)</button>
                    """))
                """
            return """
                <section class="card"><h2>\(deputyship.holderName)</h2>
                <p>\(model.role(deputyship.grant)), tot en met \(end).</p>\(button)</section>
                """
        }
        return "<div class=\"cards\">\(rows)</div>"
    }

    private static func list(_ title: String, _ deputyships: [Deputyship], _ model: DeputyPage, none: String)
        -> HTML
    {
        guard !deputyships.isEmpty else { return "<h2>\(title)</h2><p>\(none)</p>" }
        var table = Table(
            title,
            columns: ["Functiehouder", "Rol", "Waarnemer", "Van", "Tot en met", "Staat", "Handelingen"])
        for deputyship in deputyships {
            table.add([
                "\(deputyship.holderName)", "\(model.role(deputyship.grant))", "\(deputyship.deputyName)",
                "<span class=\"nowrap\">\(Dutch.shortDate(deputyship.firstDay))</span>",
                "<span class=\"nowrap\">\(Dutch.shortDate(deputyship.lastDay))</span>",
                state(deputyship, model.visit.now), end(deputyship, model.visit.signedIn.csrf),
            ])
        }
        return "<h2>\(title)</h2>\(table.html)"
    }

    private static func state(_ deputyship: Deputyship, _ now: Instant) -> HTML {
        if deputyship.endedAt != nil { return "<span class=\"tag unknown\">beëindigd</span>" }
        return deputyship.isInForce(at: now)
            ? "<span class=\"tag covered\">geldt nu</span>" : "<span class=\"tag unknown\">gaat nog in</span>"
    }

    private static func end(_ deputyship: Deputyship, _ csrf: String) -> HTML {
        guard deputyship.endedAt == nil else { return "–" }
        return form(
            "/waarneming/\(deputyship.id)/einde", csrf: csrf,
            """
            <button class="quiet" type="submit">Beëindig<span class="visually-hidden"> de waarneming door
            \(deputyship.deputyName)</span></button>
            """)
    }

    static func new(_ visit: Visit, _ state: FormState) -> Page {
        let signedIn = visit.signedIn
        let isKeeper = signedIn.may(.manageDeputies)
        let roles = isKeeper ? Role.allCases.filter(\.mayHaveDeputy) : signedIn.lendableRoles
        let holder = Field(
            DeputyDraft.Name.holder.rawValue, "Voor wie", hint: "Aanmeldnaam of naam van wie de rol heeft.",
            isRequired: true)
        let fields: [Field] =
            (isKeeper ? [holder] : []) + [
                Field("rol", "Rol", .choice(roles.map { ($0.rawValue, $0.word) })),
                Field(
                    DeputyDraft.Name.deputy.rawValue, "Wie neemt waar",
                    hint: "Aanmeldnaam of naam; deze persoon heeft een account.", isRequired: true),
                Field("van", "Eerste dag", .date, isRequired: true),
                Field("tot", "Laatste dag", .date, hint: "Deze dag telt mee.", isRequired: true),
            ]
        return Page(
            heading: isKeeper ? "Een waarnemer aanwijzen" : "Een waarnemer voor uw rol aanwijzen",
            breadcrumb: "<a href=\"/waarneming\">Waarneming</a>",
            body: """
                \(state.summary)
                \(form("/waarneming", csrf: signedIn.csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Aanwijzen</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    /// On the start page, for whom it concerns.
    static func card(_ model: DeputyPage) -> HTML? {
        guard model.mayAppoint || !model.open.isEmpty else { return nil }
        let names = Dutch.list(model.open.map(\.holderName))
        let sentence: HTML =
            model.open.isEmpty
            ? "<p>Bent u er niet? Wijs iemand aan die voor u waarneemt.</p>"
            : "<p>U kunt nu waarnemen voor \(names).</p>"
        return """
            <section class="card" aria-label="Waarneming">\(sentence)
            <div class="actions"><a class="button quiet" href="/waarneming">Waarneming</a></div></section>
            """
    }
}
