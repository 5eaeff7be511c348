import Domain
import Web

/// The forms about a paper.
enum BoardPaperFormPages {
    private static let versionFields: [Field] = [
        Field("versie", "Versie", hint: "Zoals het op het stuk staat, bijvoorbeeld 0.3.", isRequired: true),
        Field("dag", "Dag van deze versie", .date, isRequired: true),
        Field("toelichting", "Wat er nieuw is", .longText(rows: 4)),
    ]

    static func open(_ bodies: [GoverningBody], csrf: String, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("titel", "Titel", isRequired: true),
            Field(
                "soort", "Soort stuk",
                .choice(BoardPaper.Subject.Kind.allCases.map { ($0.rawValue, $0.word) })),
            Field("opdrachtgever", "Opdrachtgever", hint: "Het ambt, geen naam.", isRequired: true),
        ]
        return page(
            "Stuk toevoegen", DecisionRegisterPages.breadcrumb, state,
            form(
                "/besluiten/stukken", csrf: csrf,
                """
                \(fields.map { $0.html(state) })\(versionFields.map { $0.html(state) })
                <div class="actions"><button type="submit">Toevoegen</button></div>
                """))
    }

    static func version(_ model: BoardPaperPage, _ state: FormState) -> Page {
        let outlines = Field(
            "hoofdlijnen", "De hoofdlijnen zijn gelijk gebleven", .checkbox,
            hint:
                "Een advies op hoofdlijnen blijft dan gelden; elk ander advies gold voor de versie die er lag."
        )
        return page(
            "Nieuwe versie van \(model.file.paper.title)", crumb(model), state,
            form(
                "\(model.path)/versie", csrf: model.csrf,
                """
                \(versionFields.map { $0.html(state) })\(outlines.html(state))
                <div class="actions"><button type="submit">Opslaan</button></div>
                """))
    }

    static func step(_ model: BoardPaperPage, _ state: FormState) -> Page {
        let fields: [Field] = [
            body(model), Field("rol", "Om te", .choice(PaperRole.allCases.map { ($0.rawValue, $0.word) })),
            Field("gepland", "Vergadering", .date),
        ]
        return page(
            "Gremium op de route van \(model.file.paper.title)", crumb(model), state,
            form(
                "\(model.path)/route", csrf: model.csrf,
                """
                \(fields.map { $0.html(state) })<div class="actions"><button type="submit">Opslaan</button></div>
                """))
    }

    static func outcome(_ model: BoardPaperPage, _ state: FormState) -> Page {
        let fields: [Field] = [
            body(model),
            Field(
                "versie", "Welke versie lag voor",
                .choice(model.file.versions.reversed().map { ("\($0.number)", $0.label) })),
            Field("dag", "Dag van de vergadering", .date, isRequired: true),
            Field(
                "uitkomst", "Uitkomst",
                .choice(
                    PaperOutcome.Verdict.allCases.map { ($0.rawValue, "\($0.role.word): \($0.word)") })),
            Field(
                "reikwijdte", "Waarover",
                .choice(PaperScopeKind.allCases.map { ($0.rawValue, $0.word) })),
            Field("deel", "Welk deel", hint: "Alleen bij een deel, bijvoorbeeld hoofdstuk 4."),
            Field("tekst", "In de woorden van het gremium", .longText(rows: 4), isRequired: true),
            Field("agendapunt", "Agendapunt"),
        ]
        return page(
            "Wat een gremium zei over \(model.file.paper.title)", crumb(model), state,
            form(
                "\(model.path)/uitkomst", csrf: model.csrf,
                """
                \(fields.map { $0.html(state) })<div class="actions"><button type="submit">Vastleggen</button></div>
                """))
    }

    static func signature(_ outcome: PaperOutcome, _ model: BoardPaperPage, _ state: FormState) -> Page {
        let body = model.bodies.first { $0.code == outcome.body }
        let offices = SigningOffice.allCases.filter { !outcome.isSigned(by: $0) }.map { office in
            let name = office == .chair ? body?.chairOffice : body?.secretaryOffice
            return (office.rawValue, name ?? office.word)
        }
        let fields: [Field] = [
            Field("ambt", "Ondertekend door", .choice(offices)), Field("dag", "Op", .date, isRequired: true),
        ]
        return page(
            "Ondertekening: \(model.name(outcome.body)), \(Dutch.date(outcome.day))", crumb(model), state,
            form(
                "\(model.path)/uitkomst/\(outcome.id)/handtekening", csrf: model.csrf,
                """
                \(fields.map { $0.html(state) })<div class="actions"><button type="submit">Vastleggen</button></div>
                """))
    }

    private static func body(_ model: BoardPaperPage) -> Field {
        Field(
            "gremium", "Gremium",
            .choice(model.bodies.map { ($0.code.text, "\($0.name) (\($0.power.word))") }))
    }

    private static func crumb(_ model: BoardPaperPage) -> HTML {
        "<a href=\"\(model.path)\">\(model.file.paper.title)</a>"
    }

    private static func page(_ heading: String, _ crumb: HTML, _ state: FormState, _ body: HTML) -> Page {
        Page(
            heading: heading, breadcrumb: crumb, body: "\(state.summary)\(body)",
            hasErrors: !state.errors.isEmpty)
    }
}
