import Domain
import Web

extension RosterYearPage {
    /// Who stands on the roster, each week a link to the weeks of its line.
    var picture: YearPicture {
        let weeks = rows.first?.weeks ?? []
        return YearPicture(
            "Rooster per lijn en week", weeks: weeks.map(\.period.monday),
            rows: rows.map { row in
                YearPicture.Row(
                    row.name,
                    row.weeks.map { week in
                        YearPicture.Cell(
                            week.tone, path: "/rooster/lijn/\(row.line)?van=\(week.period.monday.iso)",
                            words: "\(row.name), week \(week.period.monday.weekNumber): \(week.words)")
                    })
            },
            legend: [
                (.deep, "eerste en achterwacht"), (.covered, "geen achterwacht (een deel van de week)"),
                (.gap, "geen eerste (een deel van de week)"),
            ],
            marked: (weeks.map(\.hasHoliday), "een stip erboven: een week met een feestdag"))
    }
}

extension RosterYearPage.Week {
    fileprivate var tone: YearPicture.Tone {
        switch state {
        case .whole: .deep
        case .noBackup: .covered
        case .open: .gap
        }
    }
}
