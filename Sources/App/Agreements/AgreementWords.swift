import Domain
import Web

extension Agreement.Theme {
    var word: String {
        switch self {
        case .competence: "vakbekwaamheid"
        case .communication: "communicatie"
        case .information: "informatievoorziening"
        case .pools: "poolvorming"
        case .other: "overig"
        }
    }
}

extension AdoptionKind {
    var word: String {
        switch self {
        case .adopted: "neemt over"
        case .deviates: "wijkt af (lokaal maatwerk)"
        case .withdrawn: "doet niet mee"
        }
    }
}

extension HarmKind {
    var word: String {
        switch self {
        case .notJudged: "nog niet beoordeeld"
        case .harmless: "schaadt de samenwerking niet"
        case .harmful: "schaadt de samenwerking"
        }
    }
}

extension AdoptionStanding {
    /// State in a word, with what decides it.
    var html: HTML {
        switch self {
        case .notYet: "<span class=\"tag unknown\">nog niet</span>"
        case .adopted(let adoption):
            "<span class=\"tag covered\">overgenomen</span> \(Dutch.shortDate(adoption.day))"
        case .earlier(let adoption):
            "<span class=\"tag attention\">nog niet</span> nam versie \(adoption.version) over"
        case .withdrawn(let adoption):
            "<span class=\"tag gap\">doet niet mee</span> sinds \(Dutch.shortDate(adoption.day))"
        case .deviates(let adoption):
            switch adoption.choice.harm.kind {
            case .notJudged: "<span class=\"tag attention\">wijkt af</span> \(HarmKind.notJudged.word)"
            case .harmless: "<span class=\"tag covered\">wijkt af</span> \(HarmKind.harmless.word)"
            case .harmful: "<span class=\"tag gap\">wijkt af</span> \(HarmKind.harmful.word)"
            }
        }
    }
}

extension PromiseHours {
    private static let names = ["ma", "di", "wo", "do", "vr", "za", "zo"]

    /// `altijd`, `ma, di en wo 08.00–18.00`
    var words: String {
        if isAlways { return "altijd" }
        let days =
            weekdays.count == 7
            ? "elke dag" : Dutch.list(weekdays.map(\.rawValue).sorted().map { Self.names[$0] })
        return "\(days) \(Self.clock(fromMinute))–\(Self.clock(toMinute))"
    }

    static func clock(_ minute: Int) -> String {
        let hour = "0\(minute / 60)".suffix(2)
        return "\(hour).\("0\(minute % 60)".suffix(2))"
    }
}
