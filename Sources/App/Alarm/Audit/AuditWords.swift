import Domain
import Web

extension AuditFinding {
    /// What is so, without a name in it; for health, messages and the page.
    var sentence: String {
        switch kind {
        case .forgotten: "Een alarm is niet gevuld en er gebeurt niets meer mee."
        case .overdue: "Een alarm is aan de beurt en de alarmering kijkt er niet naar."
        case .postponed: "Een alarm komt pas over meer dan een dag weer aan de beurt."
        case .untold: "Een alarm vond te weinig mensen en niemand met de leiding kreeg dat bericht."
        case .uncalled: "Een alarm is gegeven en niemand is opgeroepen."
        case .backlog: "\(Dutch.count(count, "bericht blijft", "berichten blijven")) liggen (\(object))."
        case .stuck:
            "Van \(Dutch.count(count, "bericht", "berichten")) is niet bekend of het weg is, en niemand neemt het over."
        case .unknownMessage:
            "Een aanbieder meldt \(Dutch.count(count, "bericht", "berichten")) dat hier nergens staat."
        case .mailBacklog: "\(Dutch.count(count, "e-mail wacht", "e-mails wachten")) langer dan een uur."
        case .laneDown: "Geen enkel kanaal voor \(lane) neemt nog berichten aan."
        case .channelDown: "Een kanaal voor \(lane) is in storing; een ander werkt nog."
        case .noChannel: "Er loopt een alarm en er is geen enkel kanaal."
        case .engineStill: "De alarmering van deze server staat stil."
        }
    }

    private var lane: String { ChannelKind(rawValue: object)?.word ?? object }

    /// The message to a named human: short enough for two text messages.
    static func text(_ findings: [AuditFinding]) -> String {
        let sentences = findings.prefix(3).map(\.sentence).joined(separator: " ")
        let more = findings.count > 3 ? " En nog \(findings.count - 3)." : ""
        return "Toezicht van Oranje: \(sentences)\(more) Kijk bij Toezicht, en bel zo nodig zelf."
    }
}
