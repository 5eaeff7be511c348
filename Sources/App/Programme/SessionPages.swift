import Domain
import Web

/// The page of one session.
enum SessionPages {
    static func session(_ model: SessionPage) -> Page {
        Page(
            heading: heading(model), breadcrumb: ProgrammePages.crumb,
            body: """
                \(cancelled(model))
                \(own(model))
                \(facts(model))
                \(planning(model))
                \(participants(model))
                \(afterwards(model))
                """)
    }

    private static func heading(_ model: SessionPage) -> String {
        let what = model.activity.title
        if model.session.isCancelled { return "\(what) gaat niet door" }
        let when = Dutch.period(model.session.interval)
        if model.session.hasEnded(at: model.now) { return "\(what) was op \(when)" }
        if model.own?.state == .placed { return "Je hebt een plek: \(what), \(when)" }
        if let position = model.ownPosition {
            return "Je staat op plaats \(position) van de wachtlijst: \(what), \(when)"
        }
        return "\(what), \(when)"
    }

    private static func cancelled(_ model: SessionPage) -> HTML? {
        model.session.cancellation.map { cancellation in
            """
            <div class="nl-alert nl-alert--error"><p>Afgezegd op \(Dutch.moment(cancellation.at)). Reden: \(cancellation.reason)</p></div>
            """
        }
    }

    /// The one thing to do for whoever reads this for themself.
    private static func own(_ model: SessionPage) -> HTML? {
        guard model.hasOwn, !model.session.hasBegun(at: model.now), !model.session.isCancelled else {
            return nil
        }
        let path = "/programma/sessies/\(model.session.id)"
        if model.isOnList {
            return """
                <div class="actions">\(form("\(path)/uitschrijving", csrf: model.csrf, "<button class=\"quiet\" type=\"submit\">Ik kan niet: schrijf mij uit</button>"))
                <a class="button quiet" href="\(path)/agenda">In mijn agenda</a></div>
                """
        }
        if let refusal = model.ownRefusal {
            return "<p>\(refusal.sentence { model.functionNames[$0] ?? $0.text })</p>"
        }
        let isFull = model.freePlaces == 0
        let words: HTML = isFull ? "Zet mij op de wachtlijst" : "Schrijf mij in"
        return """
            <div class="actions">\(form("\(path)/inschrijving", csrf: model.csrf, "<button type=\"submit\">\(words)</button>"))</div>
            """
    }

    private static func facts(_ model: SessionPage) -> HTML {
        let session = model.session
        let capacity: HTML =
            session.capacity.map { capacity in
                "\(Dutch.count(model.placedCount, "persoon heeft", "personen hebben")) een plek, van de \(capacity)"
            } ?? "\(Dutch.count(model.placedCount, "persoon", "personen")), geen grens"
        let waiting: HTML? =
            model.waitingCount > 0
            ? "; \(Dutch.count(model.waitingCount, "wacht", "wachten"))" : nil
        return """
            <div class="card"><dl class="facts">
            <dt>Soort</dt><dd>\(model.activity.kind.word)\(model.activity.isJoint ? ", de jaarlijkse gezamenlijke oefening" : "")</dd>
            <dt>Wanneer</dt><dd>\(Dutch.period(session.interval))</dd>
            <dt>Waar</dt><dd>\(session.place)</dd>
            \(session.leader.isEmpty ? nil : "<dt>Leiding</dt><dd>\(session.leader)</dd>" as HTML)
            <dt>Voor wie</dt><dd>\(ProgrammePages.audience(model.activity, model.functionNames))</dd>
            <dt>Plekken</dt><dd>\(capacity)\(waiting)</dd>
            \(session.enrolThrough.map { day -> HTML in "<dt>Inschrijven</dt><dd>t/m \(Dutch.date(day))</dd>" })
            </dl>\(model.activity.explanation.isEmpty ? nil : "<p>\(model.activity.explanation)</p>" as HTML)</div>
            """
    }

    private static func planning(_ model: SessionPage) -> HTML? {
        guard model.mayPlan, !model.session.isCancelled else { return nil }
        let path = "/programma/sessies/\(model.session.id)"
        let attendance: HTML? =
            model.session.hasBegun(at: model.now)
            ? "<a class=\"button\" href=\"\(path)/aanwezigheid\">Wie was er</a>" : nil
        let change: HTML? =
            model.session.closedAt == nil
            ? """
            <a class="button quiet" href="\(path)/wijzigen">Wijzigen</a>
            <a class="button quiet" href="\(path)/afzeggen">Afzeggen</a>
            """ : nil
        return "<div class=\"actions\">\(attendance)\(change)</div>"
    }

    private static func participants(_ model: SessionPage) -> HTML? {
        guard model.mayEnrolOthers else { return nil }
        let placed = model.participants.filter { $0.enrolment.state == .placed }
        let waiting = model.participants.filter { $0.enrolment.state == .waiting }
        let path = "/programma/sessies/\(model.session.id)"
        let isOpen = !model.session.isCancelled && model.session.closedAt == nil
        let field = Field(
            "wie", "Wie toevoegen", hint: "De naam zoals die in het register staat, of het personeelsnummer.",
            isRequired: true)
        let add: HTML? =
            isOpen
            ? form(
                "\(path)/deelnemers", csrf: model.csrf,
                """
                <div class="row">\(field.html(FormState()))
                <div class="actions"><button class="quiet" type="submit">Toevoegen</button></div></div>
                """) : nil
        return """
            <h2>Deelnemers</h2>
            \(placed.isEmpty ? "<p>Nog niemand.</p>" : list(placed, "Met een plek", model))
            \(waiting.isEmpty ? nil : list(waiting, "Op de wachtlijst, de eerste bovenaan", model))
            \(add)
            \(model.mayPlan ? DownloadPages.links("\(path)/deelnemers") : nil)
            """
    }

    private static func list(
        _ participants: [SessionPage.Participant], _ caption: String, _ model: SessionPage
    ) -> HTML {
        let mayRemove = !model.session.hasBegun(at: model.now) && !model.session.isCancelled
        var table = Table(caption, columns: ["Naam", "Gemeente", "Er geweest", "Doen"])
        for participant in participants {
            let attendance = participant.enrolment.attendance
            let result = attendance?.result.map { ", \($0.word)" } ?? ""
            let remove: HTML =
                mayRemove
                ? form(
                    "/programma/sessies/\(model.session.id)/deelnemers/\(participant.enrolment.person)/uitschrijving",
                    csrf: model.csrf,
                    "<button class=\"link\" type=\"submit\">uitschrijven<span class=\"visually-hidden\"> \(participant.name.full)</span></button>"
                ) : ""
            table.add([
                "<a href=\"/mensen/\(participant.enrolment.person)\">\(participant.name.listed)</a>",
                "\(participant.municipality)", "\(attendance.map { $0.presence.word + result } ?? "–")",
                remove,
            ])
        }
        return table.html
    }

    /// What is left of it: evaluation, opinions, hours and cost.
    private static func afterwards(_ model: SessionPage) -> HTML? {
        guard model.session.hasBegun(at: model.now), !model.session.isCancelled else { return nil }
        let path = "/programma/sessies/\(model.session.id)"
        let judge: HTML? =
            model.own?.attendance?.presence == .present
            ? "<p><a href=\"\(path)/terugblik\">\(model.ownOpinion == nil ? "Zeg wat je ervan vond" : "Je mening wijzigen")</a></p>"
            : nil
        guard model.mayPlan else { return judge }
        let field = Field(
            "evaluatie", "Evaluatie", .longText(rows: 5),
            hint: "Wat ging goed, wat niet, en wat gaan we doen? Zonder namen van deelnemers.")
        let state = FormState(FormFields(["evaluatie": model.session.evaluation]))
        return """
            \(judge)<h2>Evaluatie</h2>
            \(form("\(path)/evaluatie", csrf: model.csrf, """
                <input type="hidden" name="versie" value="\(model.session.version)">\(field.html(state))
                <div class="actions"><button type="submit">Opslaan</button></div>
                """))
            \(opinions(model))\(shares(model))
            """
    }

    private static func opinions(_ model: SessionPage) -> HTML {
        guard !model.opinions.isEmpty else {
            return "<h3>Wat deelnemers vonden</h3><p>Nog niemand gaf een mening.</p>"
        }
        let total = model.opinions.map(\.usefulness).reduce(0, +)
        let tenths = total * 10 / model.opinions.count
        let items = model.opinions.map { opinion -> HTML in
            let better: HTML = opinion.better.isEmpty ? "" : "<p>Beter: \(opinion.better)</p>"
            return
                "<li><p>\(opinion.usefulness) van 5. \(opinion.learned.isEmpty ? "" : "Geleerd: \(opinion.learned)")</p>\(better)</li>"
        }
        return """
            <h3>Wat deelnemers vonden</h3>
            <p>Gemiddeld \(tenths / 10),\(tenths % 10) van 5, volgens \(Dutch.count(model.opinions.count, "deelnemer", "deelnemers")). Namen staan er niet bij.</p>
            <ul class="entries">\(items)</ul>
            """
    }

    private static func shares(_ model: SessionPage) -> HTML {
        guard !model.shares.isEmpty else { return "" }
        var table = Table(
            "Uren en kosten per gemeente\(model.session.closedAt == nil ? ", volgens de inschrijvingen" : "")",
            columns: ["Gemeente", "Deelnemers", "Uren", "Kosten"])
        for share in model.shares {
            table.add([
                "\(model.municipalityNames[share.municipality] ?? share.municipality.text)",
                "\(share.people)",
                "\(Dutch.duration(minutes: share.minutes))", "\(Dutch.money(share.cost))",
            ])
        }
        return "<h3>Uren en kosten</h3>\(table.html)"
    }
}
