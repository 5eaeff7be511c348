import Domain
import Web

/// Reading attendance from a list: hand in, look, apply.
enum ActivityImportPages {
    /// Rows that are shown; the figures are complete.
    private static let rowsMax = 200

    static func upload(_ csrf: String, _ state: FormState) -> Page {
        let file = Field(
            "bestand", "Bestand", .file(accept: ".csv,.txt,.xlsx,text/csv"),
            hint: "xlsx of csv, hoogstens 10 MB.")
        let text = Field(
            "tekst", "Of plak de regels hier", .longText(rows: 6), hint: "Met de kopregel bovenaan.")
        return Page(
            heading: "Deelname inlezen", breadcrumb: "<a href=\"/vakbekwaamheid\">Vakbekwaamheid</a>",
            body: """
                <p>Wat mensen deden: opleiding, training, oefening of bijeenkomst. Nodig zijn de kolommen gemeente,
                personeelsnummer, soort en datum; uren, functie en titel mogen. Oranje toont eerst wat er zou veranderen.
                Certificaten staan in de <a href="/mensen/import">lijst met functionarissen</a>.</p>
                \(state.summary)
                <form method="post" action="/vakbekwaamheid/inlezen" enctype="multipart/form-data" novalidate>
                <input type="hidden" name="csrf" value="\(csrf)">\(file.html(state))\(text.html(state))
                <div class="actions"><button type="submit">Bekijk wat er verandert</button></div></form>
                \(DownloadPages.links("/vakbekwaamheid/gedaan"))
                """, hasErrors: !state.errors.isEmpty)
    }

    static func preview(_ outcome: ActivityOutcome, _ file: StoredFile, _ csrf: String) -> Page {
        let problems =
            outcome.file.faults.map { ($0.line, $0.fault.sentence) }
            + outcome.unknownPeople.map { line, number in
                (Optional(line), "Personeelsnummer \(number) staat bij deze gemeente niet in het register.")
            }
        let apply: HTML? =
            outcome.newCount > 0
            ? form(
                "/vakbekwaamheid/inlezen/\(file.id)", csrf: csrf,
                "<button type=\"submit\">Verwerk de goede rijen</button>") : nil
        return Page(
            heading: heading(outcome, problems: problems.count),
            breadcrumb: "<a href=\"/vakbekwaamheid/inlezen\">Ander bestand</a>",
            body: """
                \(table(problems))
                \(entries(outcome))
                <div class="actions">\(apply)</div>
                """, hasErrors: !problems.isEmpty)
    }

    private static func heading(_ outcome: ActivityOutcome, problems: Int) -> String {
        "Nog niets opgeslagen: \(outcome.newCount) nieuw, \(outcome.entries.count - outcome.newCount) ongewijzigd, "
            + Dutch.count(problems, "melding", "meldingen")
    }

    private static func table(_ problems: [(line: Int?, sentence: String)]) -> HTML? {
        guard !problems.isEmpty else { return nil }
        var table = Table("Niet goed: deze rijen worden overgeslagen", columns: ["Regel", "Wat is er"])
        for problem in problems.prefix(rowsMax) {
            table.add(["\(problem.line.map(String.init) ?? "hele bestand")", "\(problem.sentence)"])
        }
        return table.html
    }

    private static func entries(_ outcome: ActivityOutcome) -> HTML? {
        guard outcome.newCount > 0 else { return nil }
        var table = Table("Wat erbij komt", columns: ["Naam", "Dag", "Soort", "Wat"])
        for entry in outcome.entries.filter(\.isNew).prefix(rowsMax) {
            table.add([
                "\(entry.person.name.listed)", "\(Dutch.shortDate(entry.draft.day))",
                "\(entry.draft.kind.word)",
                "\(entry.draft.title)",
            ])
        }
        return table.html
    }
}

extension ActivityFile.Fault {
    var sentence: String {
        switch self {
        case .file(let fault): fault.sentence
        case .missingColumns(let columns):
            "Deze kolommen ontbreken: \(Dutch.list(columns.map(\.rawValue)))."
        case .noRows: "Onder de kopregel staan geen rijen."
        case .tooManyRows(let max): "Het bestand heeft meer dan \(max) rijen. Splits het."
        case .damaged: "Deze regel is niet te lezen: een aanhalingsteken sluit niet."
        case .required(let column): "De kolom ‘\(column.rawValue)’ is leeg."
        case .unknownMunicipality(let text): "Gemeente ‘\(text)’ hoort niet bij deze regio, of niet bij u."
        case .unknownKind(let text):
            "Soort ‘\(text)’ is niet bekend. Gebruik \(Dutch.list(ActivityKind.allCases.map(\.word)))."
        case .unknownFunction(let text): "Functie ‘\(text)’ staat niet in de catalogus."
        case .notADate(let text): "‘\(text)’ is geen bestaande dag."
        case .inFuture(let day): "\(Dutch.date(day)) is nog niet geweest."
        case .badHours(let text): "‘\(text)’ is geen aantal uren van 0 tot \(ActivityFile.hoursMax)."
        case .titleTooLong(let max): "De titel is langer dan \(max) tekens."
        }
    }
}
