import Domain
import Sheets
import Storage
import Web

extension SheetTable {
    /// Every gap of the year that the coverage page shows; names and reasons for whom it shows them.
    static func gaps(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let page = try CoveragePage(visit, tx)
        var table = SheetTable(
            "Gaten in de bezetting",
            columns: [
                Column("lijn"), Column("van", .moment), Column("tot", .moment), Column("minuten", .number),
                Column("mensen te weinig", .number), Column("waarom"),
            ])
        for gap in page.report.gaps {
            table.add([
                .text(page.name(of: gap.line.code)), .moment(gap.interval.start), .moment(gap.interval.end),
                .whole(gap.interval.minutes), .whole(gap.missing), .text(reasons(gap, page)),
            ])
        }
        return table
    }

    /// To the planner by name; to others counts and "niet inzetbaar" (spec P6).
    private static func reasons(_ gap: CoverageReport.Gap, _ page: CoveragePage) -> String {
        let rostered = gap.rosteredReasons
        guard !rostered.isEmpty else { return "Niemand staat op het rooster." }
        guard page.showsNames else {
            let people = Set(rostered.map(\.person)).count
            return
                "\(Dutch.count(people, "persoon op het rooster is", "personen op het rooster zijn")) niet inzetbaar."
        }
        return rostered.map { "\(page.report.people[$0.person]?.name.full ?? ""): \($0.sentence)" }
            .joined(separator: "\n")
    }
}
