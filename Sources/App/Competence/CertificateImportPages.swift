import Domain
import Web

extension ListImport {
    /// Certificates, as they were taken along or from elsewhere.
    static let certificates = ListImport(
        "/vakbekwaamheid/certificaten/inlezen", "Certificaten inlezen",
        breadcrumb: "<a href=\"/vakbekwaamheid\">Vakbekwaamheid</a>",
        purpose: .competenceImport, among: [.csv, .xlsx],
        explanation: """
            <p>Nodig zijn de kolommen gemeente, personeelsnummer en functie; specialisatie, certificaat (wie het uitgaf),
            behaald op, geldig t/m en staat mogen. Er verdwijnt niets: een lege cel laat staan wat er stond.</p>
            """,
        more: DownloadPages.links("/vakbekwaamheid/certificaten"))
}

extension ListPreview {
    init(_ outcome: CertificateOutcome) {
        let changes = outcome.entries.filter { !$0.isUnchanged }
        var table = Table(
            "Wat er verandert", columns: ["Naam", "Functie", "Behaald op", "Geldig t/m", "Staat", "Was"])
        for entry in changes.prefix(ListImportPages.rowsMax) {
            let certificate = entry.certificate
            let special = certificate.specialisation.isEmpty ? "" : ", \(certificate.specialisation)"
            table.add([
                "\(entry.person.name.listed)", "\(certificate.function)\(special)",
                "\(certificate.issued.map(Dutch.shortDate) ?? "onbekend")",
                "\(certificate.validThrough.map(Dutch.shortDate) ?? "geen einddatum")",
                "\(certificate.state.word)", "\(entry.before.map(Self.before) ?? "nieuw")",
            ])
        }
        let faults = outcome.file.faults.map {
            Notice(row: nil, line: $0.line, column: nil, sentence: $0.fault.sentence)
        }
        let problems = outcome.problems.map { line, problem in
            Notice(row: nil, line: line, column: nil, sentence: problem.sentence)
        }
        self.init(
            created: outcome.newCount, changed: outcome.changedCount,
            unchanged: outcome.entries.count - changes.count,
            rejected: Set((faults + problems).compactMap(\.line)).count, errors: faults + problems,
            warnings: [], differences: table)
    }

    private static func before(_ certificate: Certificate) -> String {
        let through = certificate.validThrough.map { ", t/m \(Dutch.shortDate($0))" } ?? ""
        return "\(certificate.state.word)\(through)"
    }
}

extension CertificateOutcome.Problem {
    var sentence: String {
        switch self {
        case .unknownPerson(let number):
            "Personeelsnummer \(number) staat bij deze gemeente niet in het register."
        case .overlaps(let from, let through):
            "Er is al een certificaat voor deze functie dat geldt\(from.map { " vanaf \(Dutch.date($0))" } ?? "")"
                + "\(through.map { " t/m \(Dutch.date($0))" } ?? ", zonder einddatum"). Laat dit beginnen als dat eindigt."
        }
    }
}

extension CertificateFile.Fault {
    var sentence: String {
        switch self {
        case .list(let fault): fault.sentence
        case .damaged: "Deze regel is niet te lezen: een aanhalingsteken sluit niet."
        case .required(let column): "De kolom ‘\(column.rawValue)’ is leeg."
        case .unknownMunicipality(let text): "Gemeente ‘\(text)’ hoort niet bij deze regio, of niet bij u."
        case .unknownFunction(let text): "Functie ‘\(text)’ staat niet in de catalogus."
        case .unknownState(let text):
            "Staat ‘\(text)’ is niet bekend. Gebruik \(Dutch.list(Certificate.State.allCases.map(\.word)))."
        case .notADate(let column, let text): "‘\(text)’ bij ‘\(column.rawValue)’ is geen bestaande dag."
        case .validBeforeIssue(let issued, let through):
            "Geldig t/m \(Dutch.date(through)) ligt voor de dag waarop het is behaald, \(Dutch.date(issued))."
        case .issuedInFuture(let day): "\(Dutch.date(day)) is nog niet geweest: het kan niet al behaald zijn."
        case .tooLong(let column, let max): "‘\(column.rawValue)’ is langer dan \(max) tekens."
        }
    }
}
