import Domain
import Web

/// The register of decisions, and the bodies that take them.
enum DecisionRegisterPages {
    static let breadcrumb: HTML = "<a href=\"/besluiten\">Besluiten</a>"

    static func register(_ model: DecisionsPage) -> Page {
        let add: HTML? =
            model.mayEdit ? "<a class=\"button\" href=\"/besluiten/stukken/nieuw\">Stuk toevoegen</a>" : nil
        return Page(
            heading: heading(model),
            body: """
                <div class="actions">\(add)<a class="button quiet" href="/besluiten/gesprekken">Gespreksrondes</a>
                <a class="button quiet" href="/besluiten/gremia">Gremia</a></div>
                \(underway(model))\(decided(model))\(all(model))
                """)
    }

    private static func heading(_ model: DecisionsPage) -> String {
        if model.files.isEmpty { return "Er zijn nog geen stukken" }
        return model.underway.isEmpty
            ? "Geen stuk wacht op een gremium"
            : "\(Dutch.count(model.underway.count, "stuk wacht", "stukken wachten")) op een gremium"
    }

    private static func underway(_ model: DecisionsPage) -> HTML? {
        guard !model.underway.isEmpty else { return nil }
        let items = model.underway.compactMap { file -> HTML? in
            guard let next = file.next else { return nil }
            let when = next.plannedOn.map(Dutch.date) ?? "nog geen datum"
            return """
                <li class="card"><h3><a href="/besluiten/stukken/\(file.paper.id)">\(file.paper.title)</a></h3>
                <p>Versie \(file.latest?.label ?? ""), nu aan \(model.name(next.body)) om te \(next.role.word): \(when).</p></li>
                """
        }
        return "<h2>Onderweg</h2><ul class=\"cards board\">\(items)</ul>"
    }

    private static func decided(_ model: DecisionsPage) -> HTML {
        guard !model.decisions.isEmpty else {
            return "<h2>Besluiten</h2><p>Er is nog geen besluit vastgelegd.</p>"
        }
        var table = Table(
            "Besluiten, het nieuwste eerst", columns: ["Dag", "Stuk", "Gremium", "Besluit", "Getekend"])
        for said in model.decisions {
            table.add([
                "\(Dutch.shortDate(said.outcome.day))",
                "<a href=\"/besluiten/stukken/\(said.file.paper.id)\">\(said.file.paper.title)</a>",
                "\(model.name(said.outcome.body))", "\(said.outcome.verdict.word)",
                signed(said.outcome),
            ])
        }
        return "<h2>Besluiten</h2>\(table.html)"
    }

    static func signed(_ outcome: PaperOutcome) -> HTML {
        guard !outcome.signatures.isEmpty else { return "<span class=\"tag unknown\">nog niet</span>" }
        let names = Dutch.list(outcome.signatures.map(\.officeName))
        return outcome.isSigned
            ? "<span class=\"tag covered\">ja</span> \(names)"
            : "<span class=\"tag attention\">deels</span> \(names)"
    }

    private static func all(_ model: DecisionsPage) -> HTML? {
        guard !model.files.isEmpty else { return nil }
        let items = model.files.map { file -> HTML in
            """
            <li><a href="/besluiten/stukken/\(file.paper.id)">\(file.paper.title)</a>
            <span class="muted">\(file.paper.subject.kind.word), versie \(file.latest?.label ?? "")</span></li>
            """
        }
        return "<h2>Alle stukken</h2><ul>\(items)</ul>"
    }

    // MARK: - Bodies

    static func bodies(_ bodies: [GoverningBody], mayEdit: Bool) -> Page {
        var table = Table(
            "Gremia, in de gewone volgorde", columns: ["Gremium", "Mag", "Tekent", "Waar vastgelegd"])
        for body in bodies {
            table.add([
                mayEdit ? "<a href=\"/besluiten/gremia/\(body.code)\">\(body.name)</a>" : "\(body.name)",
                "\(body.power.word)", "\(Dutch.list([body.secretaryOffice, body.chairOffice]))",
                "\(body.source)",
            ])
        }
        let add: HTML? =
            mayEdit
            ? "<div class=\"actions\"><a class=\"button quiet\" href=\"/besluiten/gremia/nieuw\">Gremium toevoegen</a></div>"
            : nil
        let deciding = bodies.filter { $0.power == .decides }.map(\.name)
        return Page(
            heading:
                "\(Dutch.list(deciding)) \(deciding.count == 1 ? "besluit" : "besluiten"); de rest adviseert of bespreekt",
            breadcrumb: breadcrumb, body: "\(table.html)\(add)")
    }

    /// - Parameter body: nil for a new one.
    static func bodyForm(_ body: GoverningBody?, csrf: String, _ state: FormState) -> Page {
        var fields: [Field] = [
            Field("naam", "Naam", isRequired: true),
            Field(
                "bevoegdheid", "Wat mag dit gremium",
                .choice(GoverningBody.Power.allCases.map { ($0.rawValue, $0.word) })),
            Field("secretaris", "Wie tekent als secretaris", hint: "Het ambt, geen naam.", isRequired: true),
            Field("voorzitter", "Wie tekent als voorzitter", hint: "Het ambt, geen naam.", isRequired: true),
            Field("bron", "Waar dit is vastgelegd", isRequired: true),
        ]
        if body == nil {
            fields.insert(Field("code", "Afkorting", hint: "Bijvoorbeeld CAGEM.", isRequired: true), at: 0)
        }
        let path = body.map { "/besluiten/gremia/\($0.code)" } ?? "/besluiten/gremia"
        return Page(
            heading: body?.name ?? "Gremium toevoegen",
            breadcrumb: "<a href=\"/besluiten/gremia\">Gremia</a>",
            body: """
                \(state.summary)\(form(path, csrf: csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Opslaan</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }
}
