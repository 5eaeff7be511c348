import Domain
import Storage
import Web

/// A message as it is written: the subject is for mail only.
struct AlarmText: Sendable {
    let subject: String
    private let what: String
    private let ask: Ask?
    private let reference: String

    /// How the reader can answer; a voice that reads it out must say something else than a text.
    enum Ask: Sendable {
        case comes, relieves, stillComes, isWhere, takes

        fileprivate var written: String {
            switch self {
            case .comes:
                "Antwoord JA met je minuten (JA 20), OP AFSTAND of NEE. Meld AANWEZIG zodra je aan het werk bent."
            case .relieves: "Antwoord JA of NEE. Meld AANWEZIG zodra je er bent."
            case .stillComes: "Antwoord JA met je minuten, of NEE als het niet meer kan."
            case .isWhere: "Antwoord AANWEZIG, JA met je minuten, of NEE."
            case .takes: "Antwoord OVERGENOMEN."
            }
        }

        /// The digits of `AlarmReply(digit:)`.
        fileprivate var spoken: String {
            switch self {
            case .comes, .relieves, .stillComes:
                "Toets 1 als je komt, 2 als je niet kunt, 3 als je op afstand meewerkt."
            case .isWhere: "Toets 4 als je aan het werk bent, 1 als je nog komt, 2 als je niet kunt."
            case .takes: "Toets 5 om het over te nemen."
            }
        }
    }

    init(subject: String, _ what: String, _ ask: Ask? = nil, reference: String) {
        self.subject = subject
        self.what = what
        self.ask = ask
        self.reference = reference
    }

    func body(over kind: ChannelKind) -> String {
        switch kind {
        case .voice: [what, ask?.spoken].compactMap(\.self).joined(separator: " ")
        case .mail, .sms, .push:
            [what, ask?.written, "Kenmerk \(reference)."].compactMap(\.self).joined(separator: " ")
        }
    }
}

/// What an alarm says to people, in words that fit a text message. Whether it is an exercise, or possibly the
/// same message again, is told by the channel (`OutgoingMessage`).
struct AlarmTexts: Sendable {
    private let alarm: Alarm
    private let municipality: String
    /// Abbreviations of the posts' functions, in their order.
    private let functions: [String]
    private let withinMinutes: [Int?]
    /// The shift of each post; empty for an alarm.
    private let shifts: [ReliefRequest]

    init(_ alarm: Alarm, _ tx: Transaction) throws {
        self.alarm = alarm
        municipality = try tx.municipalityNames()[alarm.municipality] ?? alarm.municipality.text
        let names = Dictionary(
            try tx.functions().map { ($0.code, $0.abbreviation) }, uniquingKeysWith: { first, _ in first })
        let posts = try tx.posts(of: alarm)
        functions = posts.map { names[$0.function] ?? $0.function.text }
        withinMinutes = posts.map { post in post.by.map { $0.minutes(since: alarm.raisedAt) } }
        shifts = alarm.isCalm ? try tx.reliefRequests(of: alarm.id) : []
    }

    /// Four characters that people can read out, so that an answer names its alarm.
    static func reference(_ id: ID<Alarm>) -> String {
        id.description.suffix(4).uppercased()
    }

    func call(_ posts: [Int]) -> AlarmText {
        if alarm.isCalm {
            return text(
                "aflossing gevraagd", "Geen alarm. \(situation) Kun je aflossen als \(names(posts))?",
                .relieves)
        }
        return text(
            "alarm",
            "ALARM. \(situation) Je wordt gevraagd als \(names(posts)).", .comes)
    }

    func needed(_ post: Int) -> AlarmText {
        text(
            "toch nodig",
            "Je bent toch nodig als \(functions[post]). \(situation) Kom nu; je had je opgegeven.",
            .stillComes)
    }

    var update: AlarmText {
        text("nieuw bericht", "Nieuw bericht bij het alarm. \(situation)")
    }

    var overdue: AlarmText {
        text(
            "waar ben je?",
            "Je zou er al zijn. Waar ben je? "
                + "Zonder antwoord binnen \(alarm.norms.overdueReplyMinutes) minuten vragen we ook een ander.",
            .isWhere)
    }

    func overdueNotice(_ name: String, _ post: Int?) -> AlarmText {
        text(
            "nog niet aanwezig",
            "\(name) (\(post.map { functions[$0] } ?? "")) zou er al zijn en is om bericht gevraagd. "
                + "Weet je waar deze collega is? Leg het vast in Oranje.")
    }

    func exhausted(_ posts: [AlarmPost]) -> AlarmText {
        let missing = zip(functions, posts).compactMap { name, post -> String? in
            let open = post.wanted - post.promised - post.atWork
            return open > 0 ? "\(open) × \(name)" : nil
        }
        let left = missing.isEmpty ? "mensen" : Dutch.list(missing)
        return text(
            "niemand meer om te vragen",
            "Te weinig mensen gevonden. \(situation) Nog nodig: \(left). Iedereen is gevraagd. "
                + "Neem dit over en zoek zelf mensen. Tot dan vragen we steeds de volgende.", .takes)
    }

    func released(_ state: AlarmState) -> AlarmText {
        text(
            "niet meer nodig",
            state == .filled
                ? "Er zijn genoeg mensen. Je hoeft niet (meer) te komen. Dank je."
                : "\(alarm.isCalm ? "De vraag is ingetrokken" : "Het alarm is beëindigd"). Je hoeft niet (meer) te komen. Dank je."
        )
    }

    /// To one person; the others are still expected.
    var takenOff: AlarmText {
        text(
            "niet meer nodig",
            "Je bent van de dienst gehaald. Je hoeft niet (meer) te komen. Dank je.")
    }

    func informed(_ office: AlarmContact.Role) -> AlarmText {
        text(
            "ter informatie",
            "Ter informatie aan de \(office == .chair ? "voorzitter" : "burgemeester"): Bevolkingszorg is gealarmeerd. "
                + "\(situation) Gevraagd: \(Dutch.list(functions)). U hoeft niet te antwoorden.")
    }

    /// What an answer did, said back to whoever gave it.
    func confirmation(_ effect: AnswerEffect, arrivesAt: Instant?) -> AlarmText {
        text("je antwoord", sentence(effect, arrivesAt))
    }

    private func sentence(_ effect: AnswerEffect, _ arrivesAt: Instant?) -> String {
        let time = arrivesAt.map { " vóór \(Dutch.time($0)) uur" } ?? ""
        return switch effect {
        case .promised(let post):
            "Genoteerd: je komt als \(functions[post])\(time). Meld AANWEZIG zodra je aan het werk bent."
        case .newTime: "Genoteerd: je bent aan het werk\(time)."
        case .reserve:
            "Dank je. Er zijn al genoeg toezeggingen; je staat reserve. Je hoort het als je nodig bent."
        case .declined: "Genoteerd: je kunt niet. Dank je voor je antwoord."
        case .withdrew: "Genoteerd: je komt toch niet. We vragen een ander."
        case .startedWork, .startedWorkBesides: "Genoteerd: je bent aan het werk."
        case .repeated: "Dat hadden we al genoteerd. Er verandert niets."
        case .tooLate: "\(alarm.isCalm ? "Deze vraag" : "Dit alarm") is voorbij. Je hoeft niet te komen."
        case .notCalled: "Je bent voor dit alarm niet gevraagd. Er is niets veranderd."
        case .unclear:
            "Dat begrijpen we niet. Antwoord JA met je minuten (JA 20), OP AFSTAND, AANWEZIG of NEE."
        case .taken: "Genoteerd: je hebt het overgenomen."
        case .ambiguous: "Het is niet duidelijk voor welk alarm je antwoordt. Zet het kenmerk in je antwoord."
        }
    }

    /// What happens and where. Without a description that is said, because a better one will follow.
    private var situation: String {
        let what = alarm.description.isEmpty ? "Wat er is, volgt nog" : alarm.description
        let dot = what.hasSuffix(".") || what.hasSuffix("!") ? "" : "."
        let place = alarm.place.isEmpty ? municipality : "\(alarm.place), \(municipality)"
        return "\(what)\(dot) Plaats: \(place)."
    }

    private func names(_ posts: [Int]) -> String {
        let parts = posts.map { post in
            if let shift = shifts.first(where: { $0.position == post }) {
                return "\(functions[post]), \(Dutch.period(shift.interval))"
            }
            let by = withinMinutes[post].map {
                ", aan het werk vóór \(Dutch.time(alarm.raisedAt.adding(minutes: $0))) uur"
            }
            return "\(functions[post])\(by ?? "")"
        }
        return parts.joined(separator: " of ")
    }

    private func text(_ subject: String, _ what: String, _ ask: AlarmText.Ask? = nil) -> AlarmText {
        let reference = Self.reference(alarm.id)
        return AlarmText(
            subject: "Bevolkingszorg \(municipality): \(subject) (\(reference))", what, ask,
            reference: reference)
    }

    /// Asked back when several people who were called have the same number or address.
    var whoAnswers: AlarmText {
        text(
            "wie ben je?",
            "Dit nummer staat bij meer mensen die zijn gevraagd. Antwoord met de link in je eigen bericht, of meld je "
                + "aan in Oranje.")
    }

    /// Asked back to somebody whose answer may be about more than one alarm.
    ///
    /// - Parameter choices: reference and municipality of each.
    func whichAlarm(_ choices: [(reference: String, municipality: String)]) -> AlarmText {
        let examples = choices.map { "JA 20 \($0.reference) voor \($0.municipality)" }
        return text(
            "welk alarm?",
            "Er lopen \(choices.count) alarmen waarvoor je bent gevraagd. Zet het kenmerk in je antwoord: "
                + "\(Dutch.list(examples)).")
    }
}
