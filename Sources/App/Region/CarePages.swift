import Domain
import Web

/// What crisis care is and how the region organises it.
enum CarePages {
    static func overview(_ model: CarePage) -> Page {
        let count = model.processes.count { $0.arrangement?.level == .regional }
        return Page(
            heading:
                "Bevolkingszorg: \(count) van \(Dutch.count(model.processes.count, "proces", "processen")) regionaal",
            breadcrumb: "<a href=\"/regio\">Regio</a>",
            body: """
                \(definition(model))
                <p>Het uitgangspunt is: regionaal als het kan, lokaal als het moet. Bij elk proces en elke functie staat wie
                verantwoordelijk is. Kies er een om te lezen wat er gebeurt en wie nu dienst heeft.</p>
                <h2>Processen</h2>
                \(model.organisations.map { organisation($0, model) })
                \(model.mayEdit ? add : nil)
                \(without(model))
                <h2>Functies</h2>
                \(functions(model))
                """)
    }

    private static func definition(_ model: CarePage) -> HTML {
        let edit: HTML? =
            model.mayEdit
            ? """
            <div class="actions"><a class="button quiet" href="/regio/bevolkingszorg/definitie">Definitie wijzigen</a></div>
            """ : nil
        guard let definition = model.definition else {
            return "<p class=\"lead\">Er is nog geen definitie van bevolkingszorg vastgesteld.</p>\(edit)"
        }
        return """
            <section class="card" aria-label="Definitie"><p class="lead">\(definition.text)</p>
            <p class="muted">Eén definitie voor alle gemeenten, vanaf \(Dutch.date(definition.validFrom)).
            \(ProcessMarks.status(definition.status)) \(definition.source)</p>
            \(edit)\(earlier(model.history))</section>
            """
    }

    private static func earlier(_ history: [CareDefinition]) -> HTML? {
        guard !history.isEmpty else { return nil }
        let items = history.map { old -> HTML in
            "<li>Vanaf \(Dutch.date(old.validFrom)): \(old.text) <span class=\"muted\">\(old.source)</span></li>"
        }
        return "<details><summary>Andere versies</summary><ul>\(items)</ul></details>"
    }

    private static let add: HTML = """
        <div class="actions"><a class="button quiet" href="/regio/taakorganisaties/nieuw">Taakorganisatie toevoegen</a></div>
        """

    private static func organisation(_ organisation: TaskOrganisation, _ model: CarePage) -> HTML {
        let own = model.processes.filter { $0.arrangement?.taskOrganisation == organisation.code }
        let edit: HTML? =
            model.mayEdit
            ? " <a href=\"\(organisation.path)\">wijzig<span class=\"visually-hidden\"> \(organisation.name)</span></a>"
            : nil
        return """
            <h3>\(organisation.name)</h3><p>\(organisation.purpose)\(edit)</p>
            \(own.isEmpty ? "<p class=\"muted\">Nog geen proces.</p>" : table(organisation.name, own))
            """
    }

    private static func without(_ model: CarePage) -> HTML? {
        let own = model.processes.filter { $0.arrangement?.taskOrganisation == nil }
        let title = "Zonder taakorganisatie"
        return own.isEmpty ? nil : "<h3>\(title)</h3>\(table(title, own))"
    }

    private static func functions(_ model: CarePage) -> HTML {
        table("Alle functies", model.functions)
    }

    private static func table(_ caption: String, _ entries: [CarePage.Entry]) -> HTML {
        var table = Table(caption, columns: ["Wat", "Niveau", "Verantwoordelijk", "Wie het uitvoert"])
        for entry in entries {
            let short: HTML = entry.abbreviation.map { " <span class=\"muted\">\($0)</span>" } ?? ""
            table.add([
                "<a href=\"\(entry.subject.path)\">\(entry.name)</a>\(short)",
                ProcessMarks.level(entry.arrangement?.level, lines: entry.levelOfLines),
                "\(entry.arrangement?.responsible ?? "niet vastgesteld")",
                "\(entry.arrangement?.executes ?? "niet vastgesteld")",
            ])
        }
        return table.html
    }

    static func definitionForm(_ csrf: String, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("definitie", "Wat is bevolkingszorg", .longText(rows: 8), isRequired: true),
            Field("vanaf", "Vanaf", .date, isRequired: true),
            Field(
                "besluit", "Waar is dit afgesproken",
                hint: "Bijvoorbeeld: besluit algemeen bestuur van 11-12-2026.",
                isRequired: true),
        ]
        return Page(
            heading: "De definitie van bevolkingszorg",
            breadcrumb: "<a href=\"/regio/bevolkingszorg\">Bevolkingszorg</a>",
            body: """
                <p>Deze tekst geldt voor alle gemeenten. De vorige blijft bewaard.</p>
                \(state.summary)
                \(form("/regio/bevolkingszorg/definitie", csrf: csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Opslaan</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }
}
