import Domain
import Web

/// The forms of documents and task cards.
enum DocumentFormPages {
    static func add(_ functions: [CrisisFunction], csrf: String, _ state: FormState) -> Page {
        let chosen = Set(state.fields.all("lezers"))
        let boxes = functions.map { function -> HTML in
            let code = function.code.text
            return """
                <div class="nl-form-field"><input type="checkbox" id="lezers-\(code)" name="lezers" value="\(code)"\
                \(chosen.contains(code) ? " checked" : "")><label for="lezers-\(code)">\(function.name)</label></div>
                """
        }
        let fields: [Field] = [
            Field("titel", "Titel", isRequired: true),
            Field("soort", "Soort", .choice(RegionalDocument.Kind.allCases.map { ($0.rawValue, $0.word) })),
        ]
        return page(
            "Document toevoegen", DocumentPages.breadcrumb, state,
            upload(
                "/documenten", csrf: csrf,
                """
                \(fields.map { $0.html(state) })\(versionFields.map { $0.html(state) })
                \(FieldGroup("lezers", "Wie moet bevestigen dat dit is gelezen").html(state, HTML(boxes)))
                """))
    }

    static func version(_ model: DocumentPage, _ state: FormState) -> Page {
        page(
            "Nieuwe versie van \(model.document.title)",
            "<a href=\"\(model.path)\">\(model.document.title)</a>", state,
            """
            <p>Wie de vorige versie las, wordt gevraagd ook deze te lezen.</p>
            \(upload("\(model.path)/versie", csrf: model.csrf, "\(versionFields.map { $0.html(state) })"))
            """)
    }

    static func taskCard(_ card: TaskCard, csrf: String, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("dag", "Geldt vanaf", .date, isRequired: true),
            Field("toelichting", "Wat er nieuw is", isRequired: true),
            Field("tekst", "Stappen", .longText(rows: 12), hint: "Eén stap op een regel.", isRequired: true),
        ]
        return page(
            "Nieuwe versie van taakkaart \(card.name)",
            "<a href=\"/taakkaarten/\(card.code)\">\(card.name)</a>", state,
            """
            <p>Er is één versie voor de hele regio. Wat een gemeente zelf toevoegde, blijft eronder staan.</p>
            \(form("/documenten/taakkaarten/\(card.code)", csrf: csrf, """
                \(fields.map { $0.html(state) })<div class="actions"><button type="submit">Opslaan</button></div>
                """))
            """)
    }

    private static let versionFields: [Field] = [
        Field("dag", "Geldt vanaf", .date, isRequired: true),
        Field("toelichting", "Wat er nieuw is"),
        Field("tekst", "Tekst", .longText(rows: 10), hint: "Een tekst, een bestand, of allebei."),
        Field("bestand", "Bestand (pdf)", .file(accept: ".pdf,application/pdf")),
    ]

    private static func upload(_ path: String, csrf: String, _ fields: HTML) -> HTML {
        """
        <form method="post" action="\(path)" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="csrf" value="\(csrf)">\(fields)
        <div class="actions"><button type="submit">Opslaan</button></div></form>
        """
    }

    private static func page(_ heading: String, _ crumb: HTML, _ state: FormState, _ body: HTML) -> Page {
        Page(
            heading: heading, breadcrumb: crumb, body: "\(state.summary)\(body)",
            hasErrors: !state.errors.isEmpty)
    }
}
