import Domain
import Storage
import Web

/// What the page of a draft roster shows.
struct DraftPage: Sendable {
    let roster: Roster
    /// The Mondays of its weeks.
    let weeks: [Day]
    /// Which of them is shown, from 0.
    let shown: Int
    /// Of the week that is shown.
    let duties: [StoredDuty]
    /// Days between now and the first duty, and how many the law asks for; nil when that is none or met.
    let shortNotice: (days: Int, required: Int)?
    let people: [ID<Functionary>: Functionary]
    let lineNames: [Code<DutyLine>: String]
    /// What the solver said; nil for a roster by rotation.
    let figure: RosterFigure?
    let runnersUp: [ID<StoredDuty>: RunnerUp]
    /// Where the working-time act speaks against it; notices too.
    let violations: [RosterOutcome.Violation]

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let roster = try tx.roster(try visit.id("id")) else { throw WebFailure.notFound }
        self.roster = roster
        let change = try tx.dutyChange(at: visit.now)
        let byWeek = Dictionary(grouping: try tx.duties(ofRoster: roster.id)) {
            DutyPeriod(at: $0.duty.interval.start, change).monday
        }
        weeks = byWeek.keys.sorted()
        shown = min(max(0, Int(visit.request.query["week"]) ?? 0), max(0, weeks.count - 1))
        duties = weeks.isEmpty ? [] : byWeek[weeks[shown]] ?? []
        let days = roster.noticeDays(at: visit.now)
        shortNotice = try tx.normSet().value(of: .rosterNotice, at: visit.now).flatMap { required in
            roster.state == .draft && days >= 0 && days < required ? (days, required) : nil
        }
        people = Dictionary(
            try tx.functionaries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        lineNames = try tx.lineNames()
        figure = try tx.rosterFigure(roster.id)
        runnersUp = try tx.runnersUp(ofRoster: roster.id)
        violations = roster.state == .draft ? try tx.violations(ofRoster: roster.id) : []
    }
}

/// Making a roster and publishing it.
enum DraftPages {
    static let weeksMax = 104
    /// How long a search may take.
    static let seconds = 5...600

    static func new(_ lines: [DutyLine], _ csrf: String, _ state: FormState) -> Page {
        let choices = [("", "alle lijnen")] + lines.map { ($0.code.text, $0.code.text) }
        let fields: [Field] = [
            Field("lijn", "Lijn", .choice(choices)),
            Field(
                "van", "Vanaf de week van", .date,
                hint: "Een dag in de eerste week; de dienst begint op de wisseldag van die week.",
                isRequired: true),
            Field("weken", "Aantal weken", hint: "1 tot \(weeksMax).", isRequired: true),
            Field(
                "seconden", "Hoelang zoeken, in seconden",
                hint:
                    "\(seconds.lowerBound) tot \(seconds.upperBound); langer zoeken vindt vaak een beter rooster."
            ),
        ]
        return Page(
            heading: "Een rooster maken", breadcrumb: "<a href=\"/rooster\">Rooster</a>",
            body: """
                <p>Het beste rooster weegt wensen, een eerlijk deel, afstand tussen diensten, feestdagen, gemeenten en de
                Arbeidstijdenwet; u ziet hoever het zoeken is. Op beurt krijgt wie het langst geen dienst had de dienst. U ziet
                eerst een concept; er verandert niets tot u het publiceert. Wat met de hand is gedaan, blijft staan.</p>
                \(state.summary)
                \(form("/rooster/concepten/beste", csrf: csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Zoek het beste rooster</button>
                    <button class="quiet" type="submit" formaction="/rooster/concepten">Maak een concept op beurt</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    static func draft(_ model: DraftPage, _ csrf: String) -> Page {
        let isDraft = model.roster.state == .draft
        let vacancies: HTML =
            model.roster.vacancyCount == 0
            ? "<p>Elke plaats heeft iemand.</p>"
            : """
            <div class="nl-alert nl-alert--warning"><p>Voor \(Dutch.count(model.roster.vacancyCount, "plaats", "plaatsen")) is niemand
            inzetbaar; die blijven open.</p></div>
            """
        let actions: HTML? =
            isDraft
            ? """
            <div class="actions">
            \(form("/rooster/concept/\(model.roster.id)/publicatie", csrf: csrf, "<button type=\"submit\">Publiceren</button>"))
            \(form("/rooster/concept/\(model.roster.id)/verwijdering", csrf: csrf, """
                <button class="quiet" type="submit">Concept weggooien</button>
                """))
            </div>
            """ : nil
        return Page(
            heading: isDraft ? "Concept: nog niet gepubliceerd" : "Dit rooster is gepubliceerd of weggegooid",
            breadcrumb: "<a href=\"/rooster\">Rooster</a>",
            body:
                """
                <p class="lead">\(Dutch.period(model.roster.interval))</p>\(vacancies)\(notice(model))\(workingTime(model))\(actions)
                <p><a href="/rooster/concept/\(model.roster.id)/verschil">Wat dit rooster verandert</a></p>
                \(details(model))\(week(model))
                """
        )
    }

    /// One week at a time: a year has more than a thousand duties, each with its reasons.
    private static func week(_ model: DraftPage) -> HTML? {
        guard !model.weeks.isEmpty else { return nil }
        let monday = model.weeks[model.shown]
        var table = Table(
            "Week \(monday.weekNumber), vanaf \(Dutch.date(monday)): \(Dutch.count(model.duties.count, "dienst", "diensten"))",
            columns: ["Lijn", "Plaats", "Wie", "Wanneer", "Waarom", "Wie was de volgende"])
        for stored in model.duties {
            table.add([
                "\(model.lineNames[stored.duty.line] ?? stored.duty.line.text)", "\(stored.duty.slot.word)",
                "\(model.people[stored.person]?.name.full ?? "")", "\(Dutch.period(stored.duty.interval))",
                "\(stored.explanation)", next(model.runnersUp[stored.id], model),
            ])
        }
        func link(_ index: Int, _ label: String) -> HTML? {
            guard model.weeks.indices.contains(index) else { return nil }
            return
                "<a class=\"button quiet\" href=\"/rooster/concept/\(model.roster.id)?week=\(index)\">\(label)</a>"
        }
        return """
            \(table.html)
            <nav class="pages" aria-label="Weken">\(link(model.shown - 1, "Vorige week"))
            <span>week \(model.shown + 1) van \(model.weeks.count)</span>\(link(model.shown + 1, "Volgende week"))</nav>
            """
    }

    private static func notice(_ model: DraftPage) -> HTML? {
        guard let notice = model.shortNotice else { return nil }
        return """
            <div class="nl-alert nl-alert--warning"><p>Dit rooster begint over \(Dutch.count(notice.days, "dag", "dagen")). Zonder
            collectieve regeling is een rooster \(notice.required) dagen vooraf bekend (ATW 4:2). U kunt toch publiceren; in het
            journaal staat hoeveel dagen het waren.</p></div>
            """
    }

    private static func next(_ runnerUp: RunnerUp?, _ model: DraftPage) -> HTML {
        guard let runnerUp else { return "niemand anders kon" }
        return """
            \(model.people[runnerUp.person]?.name.full ?? ""): \(runnerUp.reason)
            <span class="muted">(\(Dutch.number(runnerUp.more)) punten meer)</span>
            """
    }

    private static func workingTime(_ model: DraftPage) -> HTML? {
        let against = model.violations.filter { !$0.isNotice }
        let items = against.map { violation -> HTML in
            let name = ID<Functionary>(violation.person).flatMap { model.people[$0]?.name.full }
            return "<li>\(name ?? ""): \(violation.text)</li>"
        }
        guard !items.isEmpty else { return nil }
        return "<div class=\"nl-alert nl-alert--warning\"><h2>Arbeidstijdenwet</h2><ul>\(items)</ul></div>"
    }

    private static func details(_ model: DraftPage) -> HTML? {
        guard let figure = model.figure else { return nil }
        let bound: HTML =
            figure.bound.map { "Geen enkel rooster kost minder dan \(Dutch.number($0)) punten." }
            ?? "Er was geen tijd om te bepalen hoe laag het kan."
        let notices = Set(model.violations.filter(\.isNotice).map(\.person)).count
        let nights: HTML? =
            notices == 0
            ? nil
            : "<p>\(Dutch.count(notices, "persoon heeft", "personen hebben")) veel nachtpiket (ATW 5:9).</p>"
        return """
            <details><summary>Details</summary>
            <p>Dit rooster kost \(Dutch.number(figure.cost)) punten. \(bound)</p>\(nights)
            <p><a href="/normen">Wat een punt is, staat bij de normen.</a></p></details>
            """
    }
}
