import Domain
import Web

/// Hours and cost of the programme.
enum ProgrammeCostPages {
    static func year(_ model: ProgrammeCostPage) -> Page {
        var table = Table(
            "Per gemeente, \(model.year)", columns: ["Gemeente", "Deelnames", "Uren", "Kosten"])
        for row in model.rows {
            table.add([
                "\(row.name)", "\(Dutch.number(row.people))", "\(Dutch.duration(minutes: row.minutes))",
                "\(Dutch.money(row.cost))",
            ])
        }
        let unfinished: HTML? =
            model.unfinished > 0
            ? """
            <p>\(Dutch.count(model.unfinished, "sessie heeft", "sessies hebben")) nog geen afgesloten presentielijst; die
            tellen zoals zij zijn ingeschreven.</p>
            """ : nil
        let undivided: HTML? =
            model.undivided.cents > 0
            ? "<p>\(Dutch.money(model.undivided)) hoort bij sessies zonder deelnemers en blijft bij de regio.</p>"
            : nil
        return Page(
            heading: "Het programma van \(model.year) kost \(Dutch.money(model.total))",
            breadcrumb: ProgrammePages.crumb,
            body: """
                <p>De kosten van een sessie zijn verdeeld naar de uren van wie er was, op de cent. Uren van deelnemers zijn niet
                in geld omgerekend.</p>\(unfinished)\(undivided)
                \(model.rows.isEmpty ? "<p>Er zijn nog geen deelnemers.</p>" : table.html)
                \(DownloadPages.links("/programma/kosten", query: "jaar=\(model.year)"))
                """)
    }
}
