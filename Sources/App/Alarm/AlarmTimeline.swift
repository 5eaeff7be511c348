import Domain
import Storage
import Web

/// What happened in an alarm, as sentences in the order of time; one telling for the page, the report and the
/// drill.
struct AlarmTimeline: Sendable {
    let lines: [Line]

    struct Line: Sendable {
        let at: Instant
        let sentence: String
    }

    init(_ alarm: Alarm, _ tx: Transaction) throws {
        let functions = Dictionary(
            try tx.functions().map { ($0.code, $0.abbreviation) }, uniquingKeysWith: { first, _ in first })
        let posts = try tx.posts(of: alarm).map { functions[$0.function] ?? $0.function.text }
        var names: [ID<Functionary>: String] = [:]
        lines = try tx.events(of: alarm.id).map { event in
            if let person = event.person, names[person] == nil {
                names[person] = try tx.functionary(person)?.name.full
            }
            let name = event.person.flatMap { names[$0] } ?? "Iemand die we niet kennen"
            let post = event.post.flatMap { $0 < posts.count ? posts[$0] : nil } ?? ""
            return Line(at: event.at, sentence: Self.sentence(event, name, post, isCalm: alarm.isCalm))
        }
    }

    private static func sentence(
        _ event: AlarmEvent, _ name: String, _ post: String, isCalm: Bool
    ) -> String {
        let count = event.count ?? 0
        return switch event.kind {
        case .raised: isCalm ? "Om aflossing gevraagd." : "Alarm gegeven."
        case .wave:
            wave(post, WaveKind(rawValue: event.text)?.word ?? event.text, count)
        case .answered: "\(name) \(answer(event.text))"
        case .reserveUsed: "\(name) stond reserve en is nu nodig als \(post)."
        case .overdueAsked: "\(name) is over tijd en is gevraagd waar die blijft."
        case .silent: "\(name) antwoordde niet op de navraag. We vragen een ander; wie nog komt, telt mee."
        case .exhausted:
            "Iedereen is gevraagd. Voor \(Dutch.count(count, "functie", "functies")) zijn er te weinig mensen."
        case .told: "\(name) is gevraagd dit over te nemen."
        case .nobodyToTell: "Er is niemand bekend die dit kan overnemen. Bel zelf."
        case .taken: event.person == nil ? "Overgenomen." : "\(name) heeft het overgenomen."
        case .described: "Nieuw bericht verstuurd aan \(Dutch.count(count, "persoon", "mensen"))."
        case .informed:
            "\(event.text == AlarmContact.Role.chair.rawValue ? "De voorzitter" : "De burgemeester") is geïnformeerd."
        case .takenOff: "\(name) is van de dienst gehaald en hoorde dat."
        case .filled:
            "Alles gevuld. \(Dutch.count(count, "persoon hoorde", "mensen hoorden")) dat zij niet meer nodig zijn."
        case .stopped:
            "\(isCalm ? "De vraag is ingetrokken" : "Alarm beëindigd"). \(Dutch.count(count, "persoon hoorde", "mensen hoorden")) dat zij niet meer nodig zijn."
        }
    }

    private static func wave(_ post: String, _ word: String, _ count: Int) -> String {
        count == 0
            ? "\(post): niemand (nieuw) te vragen bij \(word); direct verder."
            : "\(post): \(Dutch.count(count, "persoon", "mensen")) gevraagd (\(word))."
    }

    /// What an answer did, after the name of who gave it.
    static func answer(_ code: String) -> String {
        switch code {
        case "promised": "komt."
        case "newTime": "noemt een nieuwe tijd."
        case "reserve": "wil komen en staat reserve."
        case "declined": "kan niet."
        case "withdrew": "komt toch niet."
        case "startedWork": "is aan het werk."
        case "repeated": "zei nog eens hetzelfde."
        case "tooLate": "antwoordde na het einde."
        case "notCalled": "antwoordde zonder gevraagd te zijn. Er is niets veranderd."
        case "unclear": "antwoordde onduidelijk en is gevraagd het opnieuw te zeggen."
        case "ambiguous":
            "antwoordde, maar niet duidelijk voor welk alarm, en is gevraagd het erbij te zeggen."
        case "taken": "neemt het over."
        default: code
        }
    }
}
