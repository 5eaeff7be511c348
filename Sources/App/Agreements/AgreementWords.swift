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
