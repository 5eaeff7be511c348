import Domain
import Web

extension BasisMeasure {
    /// In addresses too.
    var word: String {
        switch self {
        case .coverage: "bezetting"
        case .depth: "diepte"
        case .competence: "vakbekwaamheid"
        case .reachability: "bereikbaarheid"
        case .exercises: "oefenen"
        case .agreements: "afspraken"
        case .plan: "plan"
        case .hours: "uren"
        case .money: "geld"
        case .reviews: "toetsen"
        }
    }

    /// What the figure says, for a reader who does not know it.
    var meaning: String {
        switch self {
        case .coverage: "minuten van de komende 13 weken volgens rooster bezet"
        case .depth: "minuten ook bezet als één persoon uitvalt"
        case .competence: "functionarissen vakbekwaam voor al hun functies"
        case .reachability: "functionarissen bereikbaar volgens de laatste test"
        case .exercises: "functionarissen het afgelopen jaar geoefend of ingezet"
        case .agreements: "regionale afspraken overgenomen"
        case .plan: "deelactiviteiten van het plan klaar"
        case .hours: "afgesproken uren gewerkt in de maanden van het kwartaal die voorbij zijn"
        case .money: "van de begroting uitgegeven"
        case .reviews: "toetsen van flexibel opschalen staan open"
        }
    }
}

extension BasisFigure {
    /// `98,2 %`; what is unknown says so.
    var text: String {
        if measure == .reviews { return part.map { Dutch.number($0) } ?? "niet vastgesteld" }
        guard let part else { return "niet vastgesteld" }
        guard let whole else {
            return measure == .money
                ? "\(Dutch.money(Money(cents: Int64(part)))) van een bedrag dat niet is vastgesteld"
                : "niet vastgesteld"
        }
        return whole == 0 ? "–" : Dutch.percentage(part, of: whole)
    }

    /// `37 van 40`, beside the share; empty where the numbers say nothing to a reader.
    var countText: String {
        guard let part, let whole, whole > 0 else { return "" }
        switch measure {
        case .coverage, .depth: return "\(Dutch.number((whole - part) / 60)) uur niet"
        case .competence, .reachability, .exercises, .agreements, .plan:
            return "\(Dutch.number(part)) van \(Dutch.number(whole))"
        case .hours: return "\(Dutch.number(part / 60)) van \(Dutch.number(whole / 60)) uur"
        case .money:
            return "\(Dutch.money(Money(cents: Int64(part)))) van \(Dutch.money(Money(cents: Int64(whole))))"
        case .reviews: return ""
        }
    }
}

extension BasisQuarter {
    var words: String { "kwartaal \(number) van \(year)" }
}
