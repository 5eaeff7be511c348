import Domain
import Web

extension ListImport {
    /// What people did, from elsewhere.
    static let activities = ListImport(
        "/vakbekwaamheid/inlezen", "Deelname inlezen",
        breadcrumb: "<a href=\"/vakbekwaamheid\">Vakbekwaamheid</a>",
        purpose: .competenceImport, among: [.csv, .xlsx],
        explanation: """
            <p>Wat mensen deden: opleiding, training, oefening of bijeenkomst. Nodig zijn de kolommen gemeente,
            personeelsnummer, soort en datum; uren, functie en titel mogen. Certificaten leest u
            <a href="/vakbekwaamheid/certificaten/inlezen">apart</a> in.</p>
            """,
        more: DownloadPages.links("/vakbekwaamheid/gedaan"))
}

extension ListPreview {
    init(_ outcome: ActivityOutcome) {
        var table = Table("Wat erbij komt", columns: ["Naam", "Dag", "Soort", "Wat"])
        for entry in outcome.entries.filter(\.isNew).prefix(ListImportPages.rowsMax) {
            table.add([
                "\(entry.person.name.listed)", "\(Dutch.shortDate(entry.draft.day))",
                "\(entry.draft.kind.word)",
                "\(entry.draft.title)",
            ])
        }
        let faults = outcome.file.faults.map {
            Notice(row: nil, line: $0.line, column: nil, sentence: $0.fault.sentence)
        }
        let unknown = outcome.unknownPeople.map { line, number in
            Notice(
                row: nil, line: line, column: ActivityFile.Column.personnelNumber.rawValue,
                sentence: "Personeelsnummer \(number) staat bij deze gemeente niet in het register.")
        }
        self.init(
            created: outcome.newCount, changed: 0, unchanged: outcome.entries.count - outcome.newCount,
            rejected: Set((faults + unknown).compactMap(\.line)).count, errors: faults + unknown,
            warnings: [],
            differences: table)
    }
}

extension ActivityFile.Fault {
    var sentence: String {
        switch self {
        case .list(let fault): fault.sentence
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
