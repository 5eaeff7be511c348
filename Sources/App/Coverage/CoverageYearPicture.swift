import Domain
import Web

extension CoveragePage {
    /// What is covered, each week a link to the week in words.
    var picture: YearPicture {
        YearPicture(
            "Bezetting per lijn en week", weeks: (rows.first?.weeks ?? []).map(\.monday),
            rows: rows.map { row in
                YearPicture.Row(
                    row.name,
                    row.weeks.map { week in
                        YearPicture.Cell(
                            week.tone, path: "/bezetting/\(row.line.code)/\(week.monday.iso)",
                            words: "\(row.name), week \(week.monday.weekNumber) vanaf "
                                + "\(Dutch.date(week.monday)): \(week.words)")
                    })
            },
            legend: [
                (.deep, "bezet, ook bij één uitval"), (.covered, "bezet, deels door één persoon"),
                (.gap, "onbezet (een deel van de week)"), (.borne, "onbezet, het risico is aanvaard"),
                (.unknown, "onbekend of het bezet is"),
            ])
    }
}

extension CoveragePage.Week {
    fileprivate var tone: YearPicture.Tone {
        switch state {
        case .deep: .deep
        case .covered: .covered
        case .gap: .gap
        case .borne: .borne
        case .unknown: .unknown
        }
    }

    /// The state with its meaning.
    var words: String {
        switch state {
        case .deep: "bezet, ook bij één uitval"
        case .covered: "bezet, waarvan \(Dutch.duration(minutes: oneDeepMinutes)) door één persoon"
        case .gap: "\(Dutch.duration(minutes: gapMinutes)) onbezet\(borneWords)"
        case .borne: "\(Dutch.duration(minutes: gapMinutes)) onbezet, het risico is aanvaard"
        case .unknown: "\(Dutch.duration(minutes: gapMinutes)) onbekend of het bezet is\(borneWords)"
        }
    }

    private var borneWords: String {
        borneMinutes == 0 ? "" : ", waarvan \(Dutch.duration(minutes: borneMinutes)) met aanvaard risico"
    }
}
