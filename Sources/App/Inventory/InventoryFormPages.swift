import Domain
import Web

/// The forms of an inventory.
enum InventoryFormPages {
    static func open(csrf: String, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("titel", "Titel", hint: "Bijvoorbeeld: Stand van zaken 2026.", isRequired: true),
            Field("peildag", "De antwoorden gaan over", .date, isRequired: true),
            Field("sluit", "In te vullen tot en met", .date, isRequired: true),
        ]
        return Page(
            heading: "Inventarisatie openen", breadcrumb: InventoryPages.breadcrumb,
            body: """
                \(state.summary)\(form("/inventaris", csrf: csrf, """
                    \(fields.map { $0.html(state) })<div class="actions"><button type="submit">Openen</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    /// - Parameter saved: how many answers of this form were saved although others were not; nil when none was sent.
    static func part(_ model: InventoryPartPage, _ state: FormState, saved: Int? = nil) -> Page {
        let fields = model.questions.map { question -> HTML in
            let version = InventoryPartPage.versionField(question)
            return """
                <input type="hidden" name="\(version)" value="\(state.fields[version])">\(field(question).html(state))\(last(question, model))
                """
        }
        let partly: HTML? =
            saved.map { count in
                """
                <p class="notice" role="status">\(Dutch.count(count, "antwoord is", "antwoorden zijn")) wel opgeslagen.</p>
                """
            }
        return Page(
            heading: "\(model.municipality.name): \(model.section.word)",
            breadcrumb: "<a href=\"\(model.inventory.path)\">\(model.inventory.round.title)</a>",
            body: """
                \(state.summary)\(partly)
                <p>Laat leeg wat je niet weet; een collega kan het aanvullen. Elk eerder antwoord blijft bewaard.</p>
                \(form(model.path, csrf: model.csrf, """
                    \(fields)<div class="actions"><button type="submit">Opslaan</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func field(_ question: InventoryQuestion) -> Field {
        let name = question.code.text
        switch question.kind {
        case .choice(let options):
            return Field(name, question.text, .choice([("", "niet ingevuld")] + options.map { ($0, $0) }))
        case .grade:
            return Field(
                name, question.text, .choice([("", "niet ingevuld")] + (1...5).map { ("\($0)", "\($0)") }),
                hint: "1 is nauwelijks, 5 is helemaal.")
        case .text: return Field(name, question.text, .longText(rows: 4))
        case .number(let unit): return Field(name, question.text, hint: "In \(unit).")
        case .euros: return Field(name, question.text, hint: "In hele euro's.")
        }
    }

    /// Who answered last.
    private static func last(_ question: InventoryQuestion, _ model: InventoryPartPage) -> HTML? {
        guard let answer = model.history[question.code]?.last else { return nil }
        return "<p class=\"muted\">Laatst: \(answer.by), \(Dutch.moment(answer.at)).</p>"
    }
}
