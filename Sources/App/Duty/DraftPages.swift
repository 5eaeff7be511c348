import Domain
import Storage
import Web

/// What the page of a draft roster shows.
struct DraftPage: Sendable {
    /// Rows of the table; the figures above are complete.
    static let rowsMax = 120

    let roster: Roster
    let duties: [StoredDuty]
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
        duties = try tx.duties(ofRoster: roster.id)
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
        var table = Table(
            "De eerste \(min(model.duties.count, DraftPage.rowsMax)) van \(model.duties.count) diensten",
            columns: ["Wanneer", "Lijn", "Plaats", "Wie", "Waarom", "Wie was de volgende"])
        for stored in model.duties.prefix(DraftPage.rowsMax) {
            table.add([
                "\(Dutch.period(stored.duty.interval))",
                "\(model.lineNames[stored.duty.line] ?? stored.duty.line.text)", "\(stored.duty.slot.word)",
                "\(model.people[stored.person]?.name.full ?? "")", "\(stored.explanation)",
                next(model.runnersUp[stored.id], model),
            ])
        }
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
                <p class="lead">\(Dutch.period(model.roster.interval))</p>\(vacancies)\(workingTime(model))\(actions)
                <p><a href="/rooster/concept/\(model.roster.id)/verschil">Wat dit rooster verandert</a></p>
                \(details(model))\(table.html)
                """
        )
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
