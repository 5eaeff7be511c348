import Domain
import Web

/// The review of flexible scaling, all of them with what was learnt, and the counts for a board.
enum ScalingReviewPages {
    static func review(_ model: ScalingReviewPage, _ state: FormState? = nil) -> Page {
        let deployment = model.model
        let asked = deployment.state.flexible
        return Page(
            heading: model.heading,
            breadcrumb: "<a href=\"\(deployment.path)\">\(deployment.deployment.title)</a>",
            body: """
                \(state?.summary)
                <p><span class="tag">\(model.review.stage.word)</span> \(asked?.sentence ?? "") Verantwoording blijft bij de eigen raad.</p>
                \(model.mayReview && (!model.review.isClosed || state != nil) ? editing(model, state) : told(model))
                \(model.mayReview && model.review.isClosed && state == nil ? again(model) : nil)
                \(precedents(model))
                """, hasErrors: state?.errors.isEmpty == false,
            isExercise: deployment.deployment.isExercise)
    }

    private static func told(_ model: ScalingReviewPage) -> HTML {
        func answer(_ question: String, _ answer: ReviewAnswer?) -> HTML {
            "<h2>\(question)</h2><p><strong>\((answer?.verdict.word ?? "nog niet beoordeeld").capitalisedFirst)</strong></p><p>\(answer?.grounds ?? "")</p>"
        }
        let review = model.review
        let discussed = review.discussedOn.flatMap { Day(iso: $0) }.map {
            "Besproken met \(review.discussedWith) op \(Dutch.date($0))."
        }
        return """
            \(answer("Was het verstandig?", review.wise))\(answer("Was het legitiem?", review.legitimate))
            <h2>Wat we ervan leren</h2><p>\(review.lesson.isEmpty ? "Nog niets opgeschreven." : review.lesson)</p>
            <p>\(discussed ?? "Nog niet besproken met de burgemeester die het vroeg.")</p>\(shares(model))
            """
    }

    private static func shares(_ model: ScalingReviewPage) -> HTML {
        var table = Table("Uren en kosten per gemeente", columns: ["Gemeente", "Uren", "Kosten"])
        for share in model.shares {
            table.add([
                "\(name(share.municipality, model))", "\(Dutch.number(share.hours))",
                "\(share.cost.map(Dutch.money) ?? "niet vastgesteld")",
            ])
        }
        return table.html
    }

    private static func name(_ code: Code<Municipality>, _ model: ScalingReviewPage) -> String {
        model.model.names[code] ?? code.text
    }

    /// A closed review is written again only when somebody opens it on purpose.
    private static func again(_ model: ScalingReviewPage) -> HTML {
        "<details><summary>Toch aanpassen</summary>\(editing(model, nil))</details>"
    }

    private static func editing(_ model: ScalingReviewPage, _ state: FormState?) -> HTML {
        let state = state ?? FormState(model.fields)
        let answers =
            [("", "nog niet beoordeeld")] + ReviewAnswer.Verdict.allCases.map { ($0.rawValue, $0.word) }
        let rows = model.shares.map { share -> HTML in
            """
            <div class="row">\(Field("uren-\(share.municipality)", "Uren \(name(share.municipality, model))").html(state))
            \(Field("kosten-\(share.municipality)", "Kosten \(name(share.municipality, model))").html(state))</div>
            """
        }
        return form(
            "\(model.model.path)/toets", csrf: model.model.csrf,
            """
            <input type="hidden" name="sleutel" value="\(model.model.formKey("toets"))">
            \(Field("verstandig", "Was het verstandig?", .choice(answers)).html(state))
            \(Field("waaromverstandig", "Waarom", .longText(rows: 3)).html(state))
            \(Field("legitiem", "Was het legitiem?", .choice(answers)).html(state))
            \(Field("waaromlegitiem", "Waarom", .longText(rows: 3)).html(state))
            \(Field("les", "Wat leren we ervan", .longText(rows: 3)).html(state))
            <div class="row">\(Field("besprokenmet", "Besproken met", hint: "De burgemeester die het vroeg, in de CAGEM.").html(state))
            \(Field("besprokenop", "Besproken op", .date).html(state))</div>
            <h2>Uren en kosten per gemeente</h2>
            <p class="hint">Geteld vanaf aan het werk, hoogstens één dienst per keer. Pas aan wat niet klopt. Is een bedrag niet bekend, laat het dan leeg.</p>\(rows)
            <div class="actions"><button type="submit">Bewaren</button>
            <button class="quiet" type="submit" name="klaar" value="ja">Afronden</button></div>
            """)
    }

    private static func precedents(_ model: ScalingReviewPage) -> HTML? {
        guard !model.precedents.isEmpty else { return nil }
        return "<h2>Eerder getoetst, zelfde soort</h2>\(list(model.precedents, model.model.names))"
    }

    /// Closed reviews as a list to learn from.
    static func list(_ reviews: [ReviewedDeployment], _ names: [Code<Municipality>: String]) -> HTML {
        let cards = reviews.map { reviewed -> HTML in
            let places = reviewed.deployment.municipalities.map { names[$0] ?? $0.text }
            let review = reviewed.review
            return """
                <li class="card"><h3><a href="/inzetten/\(reviewed.deployment.id)/toets">\(reviewed.deployment.title)</a></h3>
                <p class="muted">\(Dutch.list(places)), \(Dutch.date(Amsterdam.day(at: reviewed.deployment.openedAt)))\(reviewed.flexible.map { ", \($0.domain.word)" } ?? "")</p>
                <p>Verstandig: <strong>\(review.wise?.verdict.word ?? "–")</strong>. Legitiem: <strong>\(review.legitimate?.verdict.word ?? "–")</strong>.</p>
                <p>\(review.lesson)</p></li>
                """
        }
        return "<ul class=\"cards board\">\(cards)</ul>"
    }

    static func reviews(_ model: ScalingReviewsPage) -> Page {
        let open = model.open.map { reviewed -> HTML in
            let due = Day(iso: reviewed.review.dueOn)
            let isLate = due.map { $0 < model.today } ?? false
            let late: HTML? = isLate ? " <span class=\"tag gap\">over tijd</span>" : nil
            return """
                <li><a href="/inzetten/\(reviewed.deployment.id)/toets">\(reviewed.deployment.title)</a>: \(reviewed.review.stage.word), vóór \(due.map { Dutch.date($0) } ?? "–")\(late)</li>
                """
        }
        let state = FormState(FormFields(["zoek": model.search]))
        let none: HTML =
            "<p>\(model.search.isEmpty ? "Er is nog geen toets afgerond." : "Niets gevonden. Zoek op een ander woord.")</p>"
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/inzetten\">Inzetten</a>",
            body: """
                \(open.isEmpty ? nil : "<h2 class=\"first\">Nog te doen</h2><ul>\(open)</ul>" as HTML?)
                <h2>Afgerond</h2><form method="get" action="/toetsen"><div class="row">\(Field("zoek", "Zoek in afgeronde toetsen", .search).html(state))
                <div class="actions"><button class="quiet" type="submit">Zoeken</button></div></div></form>
                \(model.closed.isEmpty ? none : list(model.closed, model.names))
                """)
    }

    /// What a board sees: how often, and what was learnt.
    static func figures(_ model: ReviewFiguresPage) -> Page {
        let figures = model.figures
        var table = Table(
            "Antwoorden van afgeronde toetsen", columns: ["Antwoord", "Verstandig", "Legitiem"])
        for verdict in ReviewAnswer.Verdict.allCases {
            table.add([
                "\(verdict.word.capitalisedFirst)", "\(figures.wise[verdict] ?? 0)",
                "\(figures.legitimate[verdict] ?? 0)",
            ])
        }
        let lessons = figures.lessons.map { lesson -> HTML in "<li>\(lesson)</li>" }
        let late = figures.overdue == 0 ? "" : ", waarvan \(figures.overdue) over tijd"
        return Page(
            heading:
                "\(Dutch.count(figures.closed, "keer", "keer")) flexibel opgeschaald en getoetst; \(figures.open) nog open\(late)",
            body: """
                <p>Buiten GRIP vraagt een burgemeester hulp en komt die meteen. Daarna toetst de regio of het verstandig en legitiem was. Verantwoording is aan de eigen raad.</p>
                \(table.html)
                <h2>Lessen</h2>\(lessons.isEmpty ? "<p>Nog geen.</p>" : "<ul>\(lessons)</ul>")
                """)
    }
}
