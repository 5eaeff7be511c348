import Domain
import Web

/// The evaluation of a deployment, and the lessons of all of them.
enum EvaluationPages {
    static func evaluation(_ model: EvaluationPage, _ state: FormState = FormState()) -> Page {
        let deployment = model.model
        let written = model.evaluation
        let approved = written?.approved.map { approval -> HTML in
            "<p><span class=\"tag covered\">goedgekeurd</span> \(Dutch.moment(approval.at)) door \(approval.name).</p>"
        }
        return Page(
            heading: model.heading,
            breadcrumb: "<a href=\"\(deployment.path)\">\(deployment.deployment.title)</a>",
            body: """
                \(state.summary)\(approved)
                \(moments(model))
                <h2>Hoe het ging</h2>\(summary(model, state))
                <h2>Bevindingen</h2>\(findings(model, state))
                <h2>Lessen en wat we ermee doen</h2>\(lessons(model, state))
                \(approval(model))
                """, hasErrors: !state.errors.isEmpty, isExercise: deployment.deployment.isExercise)
    }

    /// One row a subject; what was not in time is told one by one.
    static func moments(_ model: EvaluationPage) -> HTML {
        guard !model.groups.isEmpty else {
            return
                "<p>Zodra er een alarm, een bericht, een melding of een actie is, staat die hier naast de norm.</p>"
        }
        var table = Table(
            "Elk moment naast zijn norm",
            columns: [
                "Wat", "Aantal", "Binnen de norm", "Later", "Niet", "Tijd niet om", "Zonder norm", "Langste",
            ])
        for group in model.groups {
            table.add([
                "\(group.subject.word)", "\(group.moments.count)", "\(group.count(.inTime))",
                "\(group.count(.late))", "\(group.count(.never))", "\(group.count(.ahead))",
                "\(group.count(.noNorm))",
                group.longestMinutes.map { "\(Dutch.duration(minutes: $0))" } ?? "–",
            ])
        }
        return "\(table.html)\(details(model))"
    }

    private static func details(_ model: EvaluationPage) -> HTML {
        var table = Table(
            "Alle momenten", columns: ["Wat", "Vanaf", "Gebeurd", "Duurde", "Norm", "Oordeel"])
        for group in model.groups {
            for moment in group.moments {
                let name = moment.name.isEmpty ? "" : ": \(moment.name)"
                table.add([
                    "\(moment.subject.word)\(name)", "\(Dutch.shortMoment(moment.from))",
                    moment.at.map { "\(Dutch.shortMoment($0))" } ?? "–",
                    moment.minutes.map { "\(Dutch.duration(minutes: $0))" } ?? "–",
                    moment.withinMinutes.map { "\(Dutch.duration(minutes: $0))" } ?? "niet vastgesteld",
                    tag(moment.verdict),
                ])
            }
        }
        return "<details><summary>Alle momenten</summary>\(table.html)</details>"
    }

    private static func tag(_ verdict: NormedMoment.Verdict) -> HTML {
        switch verdict {
        case .inTime: "<span class=\"tag covered\">\(verdict.word)</span>"
        case .late: "<span class=\"tag attention\">\(verdict.word)</span>"
        case .never: "<span class=\"tag gap\">\(verdict.word)</span>"
        case .noNorm, .ahead: "<span class=\"tag unknown\">\(verdict.word)</span>"
        }
    }

    private static func summary(_ model: EvaluationPage, _ state: FormState) -> HTML {
        let said = model.evaluation?.summary ?? ""
        guard model.mayWrite else { return "<p>\(said.isEmpty ? "Nog niet geschreven." : said)</p>" }
        let typed =
            state.fields.names.contains("samenvatting")
            ? state : FormState(FormFields(["samenvatting": said]), errors: state.errors)
        return form(
            "\(model.model.path)/evaluatie", csrf: model.model.csrf,
            """
            \(Field("samenvatting", "In een paar zinnen", .longText(rows: 5), isRequired: true).html(typed))
            <div class="actions"><button class="quiet" type="submit">Bewaren</button></div>
            """)
    }

    private static func findings(_ model: EvaluationPage, _ state: FormState) -> HTML {
        let all = model.evaluation?.findings ?? []
        let parts = Finding.Heading.allCases.compactMap { heading -> HTML? in
            let own = all.filter { $0.heading == heading }
            guard !own.isEmpty else { return nil }
            let items = own.map { finding -> HTML in
                let remove: HTML? =
                    model.mayWrite
                    ? form(
                        "\(model.model.path)/evaluatie/bevindingen/\(finding.id)", csrf: model.model.csrf,
                        "<button class=\"link\" type=\"submit\">Weghalen</button>") : nil
                return
                    "<li>\(finding.isStrength ? "Ging goed: " : "Kan beter: ")\(finding.text)\(remove)</li>"
            }
            return "<h3>\(heading.word)</h3><ul>\(items)</ul>"
        }
        let none: HTML = "<p>Nog geen bevindingen.</p>"
        let list: HTML = parts.isEmpty ? none : "\(parts)"
        guard model.mayWrite else { return list }
        let typed = state.fields.names.contains("kop") ? state : FormState()
        let headings = Finding.Heading.allCases.map { ($0.rawValue, $0.word) }
        return """
            \(list)<details\(typed.errors.isEmpty ? "" : " open" as HTML)><summary>Bevinding toevoegen</summary>\(form("\(model.model.path)/evaluatie/bevindingen", csrf: model.model.csrf, """
                \(Field("kop", "Waarover", .choice(headings)).html(typed, in: scope("bevinding", typed)))
                \(Field("tekst", "Wat zag u", .longText(rows: 2), isRequired: true).html(typed, in: scope("bevinding", typed)))
                \(Field("goed", "Dit ging goed", .checkbox).html(typed, in: scope("bevinding", typed)))
                <div class="actions"><button class="quiet" type="submit">Toevoegen</button></div>
                """))</details>
            """
    }

    /// The form with the fault keeps the plain names, so that the summary's links lead to its fields.
    private static func scope(_ name: String, _ state: FormState) -> String {
        state.errors.isEmpty ? name : ""
    }

    private static func lessons(_ model: EvaluationPage, _ state: FormState) -> HTML {
        let items = (model.evaluation?.lessons ?? []).map { lesson -> HTML in
            let due = lesson.dueOn.map { ", vóór \(Dutch.date($0))" } ?? ""
            let done: HTML? = lesson.doneOn == nil ? nil : " <span class=\"tag covered\">gedaan</span>"
            let activity = model.activities.first { $0.id == lesson.part }
            return
                "<li class=\"card\"><p><strong>\(lesson.text)</strong></p><p>\(lesson.action), \(lesson.owner)\(due)\(done)</p>\(activity.map(inPlan))</li>"
        }
        let none: HTML = "<p>Nog geen lessen.</p>"
        let list: HTML = items.isEmpty ? none : "<ul class=\"cards board\">\(items)</ul>"
        guard model.mayWrite else { return list }
        let typed = state.fields.names.contains("actie") ? state : FormState()
        let scope = scope("les", typed)
        return """
            \(list)<details\(typed.errors.isEmpty ? "" : " open" as HTML)><summary>Les toevoegen</summary>\(form("\(model.model.path)/evaluatie/lessen", csrf: model.model.csrf, """
                \(Field("tekst", "Wat leren we", .longText(rows: 2), isRequired: true).html(typed, in: scope))
                \(Field("actie", "Wat doen we eraan", isRequired: true).html(typed, in: scope))
                \(activityChoice(model)?.html(typed, in: scope))
                <div class="row">\(Field("wie", "Wie doet het", isRequired: true).html(typed, in: scope))
                \(Field("uiterlijk", "Uiterlijk", .date, isRequired: true).html(typed, in: scope))</div>
                <div class="actions"><button class="quiet" type="submit">Toevoegen</button></div>
                """))</details>
            """
    }

    /// Nil while there is no plan with something to do.
    private static func activityChoice(_ model: EvaluationPage) -> Field? {
        let open = model.activities.filter { !$0.isOver }
        guard !open.isEmpty else { return nil }
        return Field(
            "deelactiviteit", "Hoort bij deelactiviteit van het plan",
            .choice([("", "staat op zichzelf")] + open.map { ($0.id.description, $0.title) }))
    }

    private static func inPlan(_ activity: PlannedActivity) -> HTML {
        "<p class=\"muted\">In het plan: <a href=\"/plan/\(activity.plan)?onderdeel=\(activity.id)#spoor\">\(activity.title)</a></p>"
    }

    private static func approval(_ model: EvaluationPage) -> HTML? {
        guard model.mayApprove, model.evaluation != nil else { return nil }
        let people = Dutch.count(Set(model.participants.map(\.person)).count, "deelnemer", "deelnemers")
        return """
            <h2>Goedkeuren</h2><p>Daarna zijn de lessen acties, en telt het werk van \(people) mee voor hun vakbekwaamheid.</p>
            \(participants(model))
            \(model.approvalRefusal.map { refusal -> HTML in "<p>\(refusal.sentence)</p>" } ?? form("\(model.model.path)/evaluatie/goedkeuring", csrf: model.model.csrf, "<div class=\"actions\"><button type=\"submit\" id=\"goedkeuren\">Goedkeuren</button></div>"))
            """
    }

    private static func participants(_ model: EvaluationPage) -> HTML? {
        guard !model.participants.isEmpty else { return nil }
        var table = Table("Wat meetelt", columns: ["Wie", "Functie", "Hoe lang"])
        for participant in model.participants {
            table.add([
                "\(participant.name)", "\(participant.function)",
                "\(Dutch.duration(minutes: participant.minutes))",
            ])
        }
        return """
            <details><summary>Wie, en hoe lang</summary>\(table.html)
            <p>Klopt een tijd niet, leg dan bij <a href="\(model.model.path)/mensen">Mensen en teams</a> vast wanneer iemand kwam of ging.</p></details>
            """
    }

    static func lessons(_ model: LessonsPage) -> Page {
        var table = Table(
            "Acties uit evaluaties", columns: ["Les", "Actie", "Wie", "Uiterlijk", "Uit", "Stand"])
        for entry in model.lessons {
            let lesson = entry.learnt.lesson
            let state: HTML =
                lesson.doneOn.map { day -> HTML in "gedaan \(Dutch.shortDate(day))" }
                ?? "\(lesson.isOverdue(on: model.today) ? "<span class=\"tag gap\">over tijd</span>" : "open")\(finish(lesson, model))"
            let activity = lesson.part.flatMap { model.activities[$0] }
            table.add([
                "\(lesson.text)", "\(lesson.action)\(activity.map(inPlan))", "\(lesson.owner)",
                "\(lesson.dueOn.map { Dutch.shortDate($0) } ?? "–")",
                "<a href=\"/inzetten/\(entry.deployment.id)/evaluatie\">\(entry.deployment.title)</a>", state,
            ])
        }
        let none: HTML = "<p>Zodra een evaluatie is goedgekeurd, staan haar lessen hier als actie.</p>"
        return Page(
            heading: model.lessons.isEmpty ? "Nog geen acties uit evaluaties" : model.heading,
            breadcrumb: "<a href=\"/inzetten\">Inzetten</a>",
            body: model.lessons.isEmpty ? none : table.html)
    }

    private static func finish(_ lesson: Lesson, _ model: LessonsPage) -> HTML? {
        guard model.mayFinish else { return nil }
        return form(
            "/leerpunten/\(lesson.id)", csrf: model.csrf,
            "<button class=\"link\" type=\"submit\">Gedaan</button>")
    }
}
