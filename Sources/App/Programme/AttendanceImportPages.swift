import Domain
import Web

extension ListImport {
    /// Who came to one session.
    static func attendance(_ model: SessionPage) -> ListImport {
        let session = "/programma/sessies/\(model.session.id)"
        return ListImport(
            "\(session)/aanwezigheid/inlezen",
            "Wie was er bij \(model.activity.title)? Inlezen uit een lijst",
            breadcrumb: "<a href=\"\(session)/aanwezigheid\">Terug naar de presentielijst</a>",
            purpose: .competenceImport, among: [.csv, .xlsx],
            explanation: """
                <p>Nodig zijn de kolommen gemeente, personeelsnummer en aanwezig
                (\(Dutch.list(Attendance.Presence.allCases.map(\.word)))); minuten en uitslag mogen. De lijst die u hieronder
                meeneemt, heeft ze al. Wie er onverwacht was, voegt u eerst toe bij de sessie.</p>
                """,
            more: DownloadPages.links("\(session)/deelnemers"))
    }
}

extension ListPreview {
    init(_ outcome: AttendanceOutcome) {
        var table = Table("Wat er verandert", columns: ["Naam", "Er geweest", "Minuten", "Uitslag", "Was"])
        for entry in outcome.changed.prefix(ListImportPages.rowsMax) {
            table.add([
                "\(entry.person.name.listed)", "\(entry.attendance.presence.word)",
                "\(entry.attendance.minutes)", "\(entry.attendance.result?.word ?? "–")",
                "\(entry.before?.presence.word ?? "nog niet gezegd")",
            ])
        }
        let faults = outcome.file.faults.map {
            Notice(row: nil, line: $0.line, column: nil, sentence: $0.fault.sentence)
        }
        let problems = outcome.problems.map { line, problem in
            Notice(row: nil, line: line, column: nil, sentence: problem.sentence)
        }
        let silent = Dutch.count(outcome.file.silentCount, "persoon", "personen")
        let warnings =
            outcome.file.silentCount > 0
            ? [Notice(row: nil, line: nil, column: nil, sentence: "Van \(silent) zegt de lijst nog niets.")]
            : []
        let isNew = outcome.changed.count { $0.before == nil }
        self.init(
            created: isNew, changed: outcome.changed.count - isNew,
            unchanged: outcome.said.count - outcome.changed.count,
            rejected: Set((faults + problems).compactMap(\.line)).count, errors: faults + problems,
            warnings: warnings, differences: table)
    }
}

extension AttendanceOutcome.Problem {
    var sentence: String {
        switch self {
        case .unknownPerson(let number):
            "Personeelsnummer \(number) staat bij deze gemeente niet in het register."
        case .twice(let name): "\(name) staat al eerder in deze lijst; de eerste regel telt."
        case .fault(let fault, let name): fault.isAboutPerson ? "\(name) \(fault.sentence)" : fault.sentence
        }
    }
}

extension AttendanceFile.Fault {
    var sentence: String {
        switch self {
        case .list(let fault): fault.sentence
        case .damaged: "Deze regel is niet te lezen: een aanhalingsteken sluit niet."
        case .required(let column): "De kolom ‘\(column.rawValue)’ is leeg."
        case .unknownMunicipality(let text): "Gemeente ‘\(text)’ hoort niet bij deze regio."
        case .unknownPresence(let text):
            "‘\(text)’ bij aanwezig is niet bekend. Gebruik \(Dutch.list(Attendance.Presence.allCases.map(\.word)))."
        case .unknownResult(let text):
            "Uitslag ‘\(text)’ is niet bekend. Gebruik \(Dutch.list(Attendance.Result.allCases.map(\.word)))."
        case .badMinutes(let text): "‘\(text)’ is geen aantal minuten van 0 tot \(AttendanceFile.minutesMax)."
        }
    }
}
