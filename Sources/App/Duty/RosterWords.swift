import Domain
import Web

extension RosterPlan {
    /// Why this person, as the planner reads it.
    func explanation(_ choice: Choice) -> String {
        let member = model.members[choice.member]
        var parts = [
            "\(ordinal(choice.points.count)) dienst van deze persoon, eerlijk is \(Self.decimal(member.fair))"
        ]
        parts += Self.remarks(choice.points, model.weights)
        let others = Dutch.count(choice.couldCount, "ander kon", "anderen konden")
        var against: [String] = []
        if choice.onDutyCount > 0 { against.append("\(choice.onDutyCount) had die week al dienst") }
        if choice.tooCloseCount > 0 {
            against.append("\(choice.tooCloseCount) te kort na of voor een dienst")
        }
        let rest = against.isEmpty ? "" : " (\(against.joined(separator: ", ")))"
        return "\(parts.joined(separator: "; ").capitalisedFirst). \(others) ook\(rest)."
    }

    /// Why not the runner-up.
    func reason(_ next: Next, for choice: Choice) -> String {
        let differing = DutyPoints.Reason.allCases.filter {
            (next.points.parts[$0] ?? 0) > (choice.points.parts[$0] ?? 0)
        }
        let worst = differing.max {
            (next.points.parts[$0] ?? 0) - (choice.points.parts[$0] ?? 0)
                < (next.points.parts[$1] ?? 0) - (choice.points.parts[$1] ?? 0)
        }
        switch worst {
        case nil: return "even goed in deze week; het hele rooster werd zo beter"
        case .wish: return "heeft een wens tegen deze week"
        case .unfamiliar: return "komt niet uit dit gebied"
        case .spacing:
            return "heeft \(Dutch.count(next.points.nearest ?? 0, "week", "weken")) ernaast al dienst"
        case .share: return "heeft al meer dan een eerlijk deel"
        case .holiday: return "had al een week met een feestdag"
        }
    }

    private static func remarks(_ points: DutyPoints, _ weights: RosterWeights) -> [String] {
        var remarks: [String] = []
        switch points.parts[.wish] ?? 0 {
        case 0 where weights.neutral > 0: remarks.append("wil deze week graag")
        case weights.lastResort where weights.lastResort > weights.avoid:
            remarks.append("wilde alleen als niemand anders kan")
        case weights.avoid where weights.avoid > weights.neutral: remarks.append("had liever niet")
        default: break
        }
        if let nearest = points.nearest {
            remarks.append("\(Dutch.count(nearest, "week", "weken")) tot de dichtstbijzijnde andere dienst")
        }
        if points.parts[.unfamiliar] ?? 0 > 0 { remarks.append("komt niet uit dit gebied") }
        if points.parts[.holiday] ?? 0 > 0 { remarks.append("had al een week met een feestdag") }
        return remarks
    }

    private func ordinal(_ number: Int) -> String { "\(number)e" }

    /// `4,3`
    private static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10),\(tenths % 10)"
    }
}

extension WorkingTimeFinding {
    /// The name of the rule in commands and the API.
    var code: String {
        switch self {
        case .tooFewFreeDays: "C1"
        case .tooFewFreeBlocks: "C2"
        case .besideNight: "C3"
        case .tooMuchWork: "C4"
        case .muchNightDuty: "C5"
        case .shortRest: "rest"
        case .shortWeeklyRest: "rest-week"
        case .shortRestAfterCall: "rest-na-oproep"
        }
    }

    var sentence: String {
        switch self {
        case .tooFewFreeDays(let window, let free, let least):
            "In \(Dutch.period(window)) zijn er \(free) etmalen zonder piket; de wet vraagt er \(least) (ATW 5:9)."
        case .tooFewFreeBlocks(let window, let free, let least):
            "In \(Dutch.period(window)) zijn er \(free) blokken van 48 uur vrij van werk en piket; de wet vraagt er "
                + "\(least) (ATW 5:9)."
        case .besideNight(let standby, _):
            "Piket \(Dutch.period(standby)) ligt te dicht op een nachtdienst (ATW 5:9)."
        case .tooMuchWork(let window, let minutes, let most):
            "In \(Dutch.period(window)) is er \(Dutch.duration(minutes: minutes)) werk naast piket; ten hoogste mag "
                + "\(Dutch.duration(minutes: most)) (ATW 5:9)."
        case .muchNightDuty(_, let nights, let trigger):
            "Veel nachtpiket: \(nights) nachten in 16 weken. Vanaf \(trigger) mag een werkweek gemiddeld niet boven 40 of "
                + "45 uur liggen (ATW 5:9)."
        case .shortWeeklyRest(let window, let minutes, let least):
            "Rust hoogstens \(Dutch.duration(minutes: minutes)) achter elkaar van \(Dutch.period(window)); eens in de week hoort "
                + "\(Dutch.duration(minutes: least)), of per twee weken evenveel samen (ATW 5:5)."
        case .shortRestAfterCall(let rest, let minutes, let least):
            "Tussen een oproep in de nacht en de volgende dienst zit \(Dutch.duration(minutes: minutes)), vanaf "
                + "\(Dutch.moment(rest.start)); bij veel nachtpiket hoort \(Dutch.duration(minutes: least)) (ATW 5:9)."
        case .shortRest(let rest, let minutes, let least):
            "Rust \(Dutch.period(rest)) duurt \(Dutch.duration(minutes: minutes)); de wet vraagt "
                + "\(Dutch.duration(minutes: least)) (ATW 5:3)."
        }
    }
}

extension DutyWish {
    var word: String {
        switch self {
        case .prefer: "graag"
        case .avoid: "liever niet"
        case .lastResort: "alleen als niemand anders kan"
        }
    }
}
