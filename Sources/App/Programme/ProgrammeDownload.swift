import Domain
import Sheets
import Storage
import Web

extension SheetTable {
    /// The year calendar as the page shows it.
    static func programme(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let page = try ProgrammePage(visit, tx)
        var table = SheetTable(
            "Programma \(page.year)",
            columns: [
                Column("van", .moment), Column("tot", .moment), Column("activiteit"), Column("soort"),
                Column("voor wie"), Column("plaats"), Column("plekken", .number),
                Column("ingeschreven", .number),
                Column("wachtlijst", .number), Column("staat"),
            ])
        for entry in page.months.flatMap(\.entries) {
            table.add([
                .moment(entry.session.interval.start), .moment(entry.session.interval.end),
                .text(entry.activity.title), .text(entry.activity.kind.word),
                .text(ProgrammePages.audience(entry.activity, page.functionNames)),
                .text(entry.session.place),
                entry.session.capacity.map { .whole($0) } ?? .empty, .whole(entry.placed),
                .whole(entry.waiting),
                .text(
                    entry.session.isCancelled
                        ? "afgezegd" : entry.session.hasEnded(at: page.now) ? "geweest" : "gepland"),
            ])
        }
        return table
    }

    /// Everybody with a place, in the form in which the attendance list is read in again.
    static func participants(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let page = try SessionPage(visit, tx)
        var table = SheetTable(
            "Deelnemers \(page.activity.title)",
            columns: [
                Column("gemeente"), Column("personeelsnummer"), Column("naam"), Column("aanwezig"),
                Column("minuten", .number), Column("uitslag"),
            ])
        for participant in page.participants where participant.enrolment.state == .placed {
            let person = try tx.functionary(participant.enrolment.person)
            let attendance = participant.enrolment.attendance
            table.add([
                .text(person.flatMap { page.municipalityNames[$0.municipality] } ?? ""),
                .text(person?.personnelNumber ?? ""), .text(participant.name.full),
                .text(attendance?.presence.word ?? ""),
                attendance.map { .whole($0.minutes) } ?? .empty, .text(attendance?.result?.word ?? ""),
            ])
        }
        return table
    }

    /// Hours and cost of a year per municipality.
    static func programmeCost(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let page = try ProgrammeCostPage(visit, tx)
        var table = SheetTable(
            "Uren en kosten \(page.year)",
            columns: [
                Column("gemeente"), Column("deelnames", .number), Column("uren", .number),
                Column("kosten in euro", .number),
            ])
        for row in page.rows {
            table.add([
                .text(row.name), .whole(row.people), .number(Double(row.minutes) / 60),
                .number(Double(row.cost.cents) / 100),
            ])
        }
        return table
    }
}
