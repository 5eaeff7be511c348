import Domain
import Sheets
import Storage
import Web

extension SheetTable {
    /// Now and next on every line, as the board shows it to this visitor.
    static func board(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let page = try RosterPage(visit, tx)
        var table = SheetTable(
            "Rooster nu en straks",
            columns: [
                Column("lijn"), Column("piketregio"), Column("wanneer"), Column("plaats"), Column("naam"),
                Column("gemeente"), Column("van", .moment), Column("tot", .moment), Column("telefoon"),
                Column("bijzonderheden"),
            ])
        for line in page.board.lines {
            if line.present.isEmpty {
                let lead: [SheetCell] = [.text(line.name), .text(line.district.name), .text("nu")]
                let rest = [SheetCell](repeating: .empty, count: 6)
                table.add(lead + rest + [.text("Niemand staat op het rooster.")])
            }
            for (word, people) in [("nu", line.present), ("straks", line.next)] {
                for person in people { table.add(cells(line, word, person, page.showsRefusals)) }
            }
        }
        return table
    }

    private static func cells(
        _ line: DutyBoard.Line, _ when: String, _ person: DutyBoard.Person, _ showsRefusals: Bool
    ) -> [SheetCell] {
        let reasons =
            showsRefusals ? person.refusals.map(\.sentence).joined(separator: " ") : "niet inzetbaar"
        return [
            .text(line.name), .text(line.district.name), .text(when), .text(person.duty.slot.word),
            .text(person.name), .text(person.municipality), .moment(person.duty.interval.start),
            .moment(person.duty.interval.end), person.number.map { .text($0.shown) } ?? .empty,
            person.refusals.isEmpty ? .empty : .text(reasons),
        ]
    }

    /// The weeks of one line.
    static func line(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let page = try LinePage(visit, tx)
        var table = SheetTable(
            "Rooster \(page.line.code)",
            columns: [
                Column("week", .number), Column("van", .moment), Column("tot", .moment), Column("eerste"),
                Column("gemeente eerste"), Column("achterwacht"), Column("gemeente achterwacht"),
                Column("minuten onbezet", .number), Column("minuten door één bezet", .number),
            ])
        for week in page.weeks {
            let people = [DutySlot.first, .backup].flatMap { slot -> [SheetCell] in
                week.people[slot].map { [.text($0.name), .text($0.municipality)] } ?? [.empty, .empty]
            }
            table.add(
                [
                    .whole(week.period.monday.weekNumber), .moment(week.period.interval.start),
                    .moment(week.period.interval.end),
                ] + people + [.whole(week.gapMinutes), .whole(week.oneDeepMinutes)])
        }
        return table
    }
}
