import Domain
import Web

/// One plain page per process and function, and the form that changes how it is organised.
enum ExplanationPages {
    static func explanation(_ model: ExplanationPage) -> Page {
        Page(
            heading: heading(model), breadcrumb: "<a href=\"/regio/bevolkingszorg\">Bevolkingszorg</a>",
            body: """
                <p class="lead">\(model.tasks)</p>
                \(facts(model))
                <h2>Nu</h2>
                \(now(model))
                \(related(model))
                \(arrangement(model))
                """)
    }

    private static func heading(_ model: ExplanationPage) -> String {
        guard !model.lines.isEmpty else { return model.name }
        let open = model.lines.count { !$0.isCovered }
        switch (open, model.lines.count) {
        case (0, _): return "\(model.name): nu bezet"
        case (let open, let all) where open == all: return "\(model.name): nu onbezet"
        case (let open, let all): return "\(model.name): nu \(open) van \(all) lijnen onbezet"
        }
    }

    private static func facts(_ model: ExplanationPage) -> HTML {
        let unknown: HTML = "<span class=\"muted\">niet vastgesteld</span>"
        var facts: HTML = fact("Wanneer gebeld", model.calledWhen.map { "\($0)" } ?? unknown)
        if let function = model.function {
            let norm = NormPages.link(.response, .function(function.code))
            facts += fact(
                "Binnen hoeveel minuten aan het werk",
                "\(NormPages.value(model.response, .response)) (\(norm))")
            facts += fact("Waar", "\(function.workplace.sentence)")
            facts += fact("In welk team", function.team.map { "\($0)" } ?? "geen crisisteam")
            facts += fact("Rooster", "\(function.rostering.meaning)")
            let names = [function.abbreviation] + model.otherNames
            facts += fact("Ook genoemd", "\(Dutch.list(names))")
        } else {
            let minutes = model.lines.compactMap { $0.line.responseMinutesMax(at: model.now) }
            let fastest: HTML =
                minutes.min().map { "de eerste binnen \($0) minuten, per functie verschillend" } ?? unknown
            facts += fact("Binnen hoeveel minuten aan het werk", fastest)
        }
        let organisation = model.organisations.first { $0.code == model.arrangement?.taskOrganisation }
        facts += fact("Taakorganisatie", organisation.map { "\($0.name)" } ?? "geen")
        facts += fact("Wie is verantwoordelijk", model.arrangement.map { "\($0.responsible)" } ?? unknown)
        facts += fact("Wie voert het uit", model.arrangement.map { "\($0.executes)" } ?? unknown)
        if let source = model.source { facts += fact("Bron", "\(source)") }
        return "<dl class=\"facts\">\(facts)</dl>"
    }

    private static func fact(_ name: String, _ value: HTML) -> HTML {
        "<dt>\(name)</dt><dd>\(value)</dd>"
    }

    private static func now(_ model: ExplanationPage) -> HTML {
        guard !model.lines.isEmpty else {
            return "<p>Hiervoor staat niemand op een rooster. Vraag het \(contact).</p>"
        }
        guard !model.showsPeople else {
            return HTML(model.boards.map { DutyPages.board($0, showsRefusals: model.showsRefusals) })
        }
        let items = model.lines.map { line -> HTML in
            let state: HTML =
                line.isCovered
                ? "<span class=\"tag covered\">bezet</span>" : "<span class=\"tag gap\">onbezet</span>"
            return "<li>\(line.name) \(state)</li>"
        }
        return "<ul class=\"plain\">\(items)</ul>"
    }

    private static let contact: HTML = "<a href=\"/regio/aanspreekpunt\">aanspreekpunt</a>"

    private static func related(_ model: ExplanationPage) -> HTML? {
        guard !model.related.isEmpty else { return nil }
        let links = model.related.map { entry -> HTML in
            "<li><a href=\"\(entry.subject.path)\">\(entry.name)</a></li>"
        }
        let title: HTML = model.function == nil ? "Wie doet dit werk" : "Hoort bij"
        return "<h2>\(title)</h2><ul>\(links)</ul>"
    }

    private static func arrangement(_ model: ExplanationPage) -> HTML {
        let edit: HTML? =
            model.mayEdit
            ? """
            <div class="actions"><a class="button quiet" href="\(model.subject.path)/inrichting">Inrichting wijzigen</a></div>
            """ : nil
        guard let arrangement = model.arrangement else {
            return "<h2>Hoe is dit georganiseerd</h2><p>Dat is niet vastgesteld.</p>\(edit)"
        }
        return """
            <h2>Hoe is dit georganiseerd</h2>
            <p>\(ProcessMarks.level(arrangement.level, lines: model.levelOfLines)) \(arrangement.level.meaning)</p>
            <p>\(arrangement.reason)</p>
            <p class="muted">Vanaf \(Dutch.date(arrangement.validFrom)). \(ProcessMarks.status(arrangement.status))
            \(arrangement.source)</p>
            \(edit)\(history(model))
            """
    }

    private static func history(_ model: ExplanationPage) -> HTML? {
        guard !model.history.isEmpty else { return nil }
        var table = Table(
            "Eerder of later", columns: ["Vanaf", "Niveau", "Verantwoordelijk", "Uitvoering", "Afgesproken"])
        for old in model.history {
            table.add([
                "\(Dutch.shortDate(old.validFrom))", "\(old.level.word)", "\(old.responsible)",
                "\(old.executes)",
                "\(old.source)",
            ])
        }
        return "<details><summary>Andere inrichting, eerder of later</summary>\(table.html)</details>"
    }

    static func form(_ model: ExplanationPage, _ state: FormState) -> Page {
        let levels = Arrangement.Level.allCases.map { ($0.rawValue, "\($0.word): \($0.meaning)") }
        let organisations = [("", "geen")] + model.organisations.map { ($0.code.text, $0.name) }
        let fields: [Field] = [
            Field("niveau", "Op welk niveau", .choice(levels)),
            Field("waarom", "Waarom", .longText(rows: 3), isRequired: true),
            Field("taakorganisatie", "Taakorganisatie", .choice(organisations)),
            Field("verantwoordelijk", "Wie is verantwoordelijk", isRequired: true),
            Field("uitvoering", "Wie voert het uit", isRequired: true),
            Field(
                "vanaf", "Vanaf", .date, hint: "De vorige inrichting geldt tot deze dag.", isRequired: true),
            Field(
                "besluit", "Waar is dit afgesproken",
                hint: "Bijvoorbeeld: besluit algemeen bestuur van 11-12-2026.",
                isRequired: true),
        ]
        return Page(
            heading: "Inrichting van \(model.name)",
            breadcrumb: "<a href=\"\(model.subject.path)\">\(model.name)</a>",
            body: """
                \(state.summary)
                \(Web.form("\(model.subject.path)/inrichting", csrf: model.csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Opslaan</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }
}

/// Small marks that the pages of processes share.
enum ProcessMarks {
    static func level(_ level: Arrangement.Level?, lines: Arrangement.Level?) -> HTML {
        guard let level else { return "<span class=\"tag unknown\">niet vastgesteld</span>" }
        let tag: HTML = "<span class=\"tag\">\(level.word)</span>"
        guard let lines else { return tag }
        return "\(tag) <span class=\"tag attention\">piketlijnen: \(lines.word)</span>"
    }

    static func status(_ status: FactStatus) -> HTML {
        switch status {
        case .established: "<span class=\"tag covered\">vastgesteld</span>"
        case .assumption, .unconfirmed: "<span class=\"tag unknown\">\(status.word)</span>"
        }
    }
}
