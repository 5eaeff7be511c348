import Domain
import Web

extension HourFault {
    /// At which field of the form it is said.
    var field: String {
        switch self {
        case .negative, .nothing, .absurd, .fullDay: "uren"
        case .inTheFuture, .tooLongAgo: "dag"
        }
    }

    var sentence: String {
        switch self {
        case .negative: "Uren kunnen niet negatief zijn. Haal een verkeerde regel weg met ‘Verwijder’."
        case .nothing: "Vul in hoe lang het was, zoals 1,5."
        case .absurd(let minutes):
            "\(Dutch.number(minutes / 60)) uur op één dag kan niet. Schrijf hoogstens 24 uur."
        case .fullDay(let written):
            "Je schreef voor deze dag al \(Dutch.hours(minutes: written)) uur; samen is dit meer dan 24 uur. Kijk na wat er al staat."
        case .inTheFuture(let day): "\(Dutch.date(day)) moet nog komen. Schrijf uren nadat ze zijn gewerkt."
        case .tooLongAgo(let day): "\(Dutch.date(day)) is te lang geleden: dat jaar is al verantwoord."
        }
    }
}

extension Dutch {
    /// `november 2026`
    static func monthText(_ day: Day) -> String { "\(monthName(day.parts.month)) \(day.parts.year)" }

    /// `6,5`, for a table of hours; rounded down, so that 8 means that there are eight.
    static func hours(minutes: Int) -> String {
        minutes % 60 == 0 ? number(minutes / 60) : "\(number(minutes / 60)),\(minutes % 60 * 10 / 60)"
    }
}
