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

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let roster = try tx.roster(try visit.id("id")) else { throw WebFailure.notFound }
        self.roster = roster
        duties = try tx.duties(ofRoster: roster.id)
        people = Dictionary(
            try tx.functionaries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        lineNames = try tx.lineNames()
    }
}

/// Making a roster and publishing it.
enum DraftPages {
    static let weeksMax = 104

    static func new(_ lines: [DutyLine], _ csrf: String, _ state: FormState) -> Page {
        let choices = [("", "alle lijnen")] + lines.map { ($0.code.text, $0.code.text) }
        let fields: [Field] = [
            Field("lijn", "Lijn", .choice(choices)),
            Field(
                "van", "Vanaf de week van", .date,
                hint: "Een dag in de eerste week; de dienst wisselt maandag 12.00 uur.", isRequired: true),
            Field("weken", "Aantal weken", hint: "1 tot \(weeksMax).", isRequired: true),
        ]
        return Page(
            heading: "Een rooster maken", breadcrumb: "<a href=\"/rooster\">Rooster</a>",
            body: """
                <p>Wie het langst geen dienst had en de hele week inzetbaar is, komt het eerst aan de beurt. U ziet eerst een
                concept; er verandert niets tot u het publiceert.</p>
                \(state.summary)
                \(form("/rooster/concepten", csrf: csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Maak een concept</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    static func draft(_ model: DraftPage, _ csrf: String) -> Page {
        let isDraft = model.roster.state == .draft
        var table = Table(
            "De eerste \(min(model.duties.count, DraftPage.rowsMax)) van \(model.duties.count) diensten",
            columns: ["Wanneer", "Lijn", "Plaats", "Wie", "Waarom"])
        for stored in model.duties.prefix(DraftPage.rowsMax) {
            table.add([
                "\(Dutch.period(stored.duty.interval))",
                "\(model.lineNames[stored.duty.line] ?? stored.duty.line.text)", "\(stored.duty.slot.word)",
                "\(model.people[stored.person]?.name.full ?? "")", "\(stored.explanation)",
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
                "<p class=\"lead\">\(Dutch.period(model.roster.interval))</p>\(vacancies)\(actions)\(table.html)"
        )
    }
}
