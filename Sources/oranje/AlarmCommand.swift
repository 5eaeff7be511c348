import App
import ArgumentParser
import Domain
import Storage
import Web

struct AlarmCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alarm",
        abstract: "Alarmeert op functie, toont een alarm of laat zien wat er zou gebeuren.",
        subcommands: [AlarmRaiseCommand.self, AlarmPreviewCommand.self, AlarmStatusCommand.self])
}

/// What raising and previewing have in common.
struct AlarmOptions: ParsableArguments {
    @Option(
        name: .customLong("post"),
        help: ArgumentHelp(
            "Hoeveel mensen in welke functie, zoals CO=2; mag vaker.", valueName: "functie=aantal"))
    var posts: [PostArgument]

    @Option(help: ArgumentHelp("Gemeente van het incident.", valueName: "GMxxxx"))
    var municipality: String

    @Option(
        help: ArgumentHelp(
            "Binnen hoeveel minuten aan het werk; anders de norm per functie.", valueName: "minuten"))
    var within: Int?

    @Option(help: "Waar in de gemeente.")
    var place = ""

    @Option(help: "Wat er is.")
    var description = ""

    @Flag(help: "Een oefening: dat staat in elk bericht.")
    var exercise = false

    @Flag(help: "Flexibel, buiten GRIP: de eigen organisatie eerst.")
    var flexible = false

    @Flag(
        help: "De voorzitter heeft het bevel (Wvr 39): voorzitter en alle burgemeesters worden geïnformeerd.")
    var regional = false

    func request(key: String) -> AlarmRequest {
        AlarmRequest(
            key: key, posts: posts.map { AlarmRequest.Post(function: Code($0.function), wanted: $0.wanted) },
            municipality: Code(municipality), place: place, description: description, withinMinutes: within,
            isExercise: exercise, isFlexible: flexible, isRegional: regional)
    }
}

/// `OVDBZ=1`
struct PostArgument: ExpressibleByArgument {
    let function: String
    let wanted: Int

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let wanted = Int(parts[1]) else { return nil }
        function = String(parts[0])
        self.wanted = wanted
    }
}

struct AlarmRaiseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raise", abstract: "Alarmeert. Dezelfde sleutel met dezelfde inhoud is hetzelfde alarm.")

    @OptionGroup var place: DataOptions
    @OptionGroup var alarm: AlarmOptions

    @Option(help: "Eigen sleutel, zodat een herhaald verzoek geen tweede alarm wordt.")
    var key: String

    @Flag(help: "Schrijf JSON.")
    var json = false

    func run() async throws {
        let application = try await place.open()
        do {
            let report = try await application.raiseAlarm(alarm.request(key: key))
            try await application.storage.close()
            if json { try Terminal.json(AlarmJSON(report)) } else { Terminal.line(report.summary) }
        } catch let refusal as AlarmRefusal {
            try await application.storage.close()
            try AlarmRefusalJSON.stop(refusal, json: json)
        }
    }
}

struct AlarmPreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Laat zien wie er gevraagd zouden worden. Er gaat niets uit.")

    @OptionGroup var place: DataOptions
    @OptionGroup var alarm: AlarmOptions

    @Option(help: "Wordt niet gebruikt; mag blijven staan.")
    var key: String?

    @Flag(help: "Schrijf JSON.")
    var json = false

    func run() async throws {
        let application = try await place.open()
        do {
            let report = try await application.previewAlarm(alarm.request(key: key ?? "voorbeeld"))
            try await application.storage.close()
            if json { try Terminal.json(AlarmJSON(report)) } else { Terminal.line(report.summary) }
        } catch let refusal as AlarmRefusal {
            try await application.storage.close()
            try AlarmRefusalJSON.stop(refusal, json: json)
        }
    }
}

struct AlarmStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Toont hoe een alarm ervoor staat.")

    @Argument(help: "Het nummer van het alarm.")
    var id: String

    @OptionGroup var place: DataOptions

    @Flag(help: "Schrijf JSON.")
    var json = false

    func run() async throws {
        let application = try await place.open()
        let status = try await application.alarmStatus(id)
        try await application.storage.close()
        guard let status else {
            let sentence = "Er is geen alarm met nummer \(id)."
            if json {
                try Terminal.json(
                    AlarmRefusalJSON(errors: [
                        AlarmRefusalJSON.Entry(code: "onbekend-alarm", message: sentence)
                    ]))
            }
            throw CommandStop.misuse(sentence)
        }
        if json {
            try Terminal.json(AlarmStatusJSON(status))
        } else {
            Terminal.line(status.summary)
        }
    }
}

extension AlarmReport {
    fileprivate var summary: String {
        var lines = [
            id.map { isDuplicate ? "Dit alarm was al gegeven: \($0)." : "Alarm \($0) is gegeven." }
                ?? "Voorbeeld; er is niets gegeven."
        ]
        for post in posts {
            let by = post.by.map { ", aan het werk vóór \(Dutch.moment($0))" } ?? ""
            lines.append("  \(post.wanted) × \(post.function)\(by)")
        }
        for wave in waves {
            lines.append(
                "  golf \(wave.number) (\(wave.kindWord)): \(Dutch.count(wave.people, "persoon", "mensen"))")
        }
        return (lines + shortfall.map { "  Let op: \($0.message)" }).joined(separator: "\n")
    }
}

extension AlarmStatus {
    fileprivate var summary: String {
        let lines = posts.map { post in
            "  \(post.function): \(post.wanted) gevraagd, \(post.promised) onderweg, \(post.atWork) aan het werk"
        }
        let next =
            nextDue.map { "  Volgende stap: \(Dutch.moment($0))" } ?? "  Er staat geen volgende stap klaar."
        let head = "Alarm \(id): \(stateWord), \(Dutch.count(messageCount, "bericht", "berichten"))."
        return ([head] + lines + [next]).joined(separator: "\n")
    }
}

/// What programs read; every field is always present.
private struct AlarmJSON: Encodable {
    let report: AlarmReport

    init(_ report: AlarmReport) {
        self.report = report
    }

    struct Post: Encodable {
        let post: AlarmReport.Post

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(post.id, forKey: .id)
            try container.encode(post.function, forKey: .function)
            try container.encode(post.wanted, forKey: .wanted)
            try container.encode(post.by?.iso8601, forKey: .by)
        }

        private enum CodingKeys: CodingKey {
            case id, function, wanted, by
        }
    }

    struct Wave: Encodable {
        let number: Int
        let kind: String
        let people: Int
    }

    struct Shortfall: Encodable {
        let function: String
        let wanted: Int
        let missing: Int
        let message: String
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(report.id, forKey: .id)
        try container.encode(report.key, forKey: .key)
        try container.encode(report.isDuplicate, forKey: .duplicate)
        try container.encode(report.posts.map(Post.init), forKey: .posts)
        try container.encode(
            report.waves.map { Wave(number: $0.number, kind: $0.kind, people: $0.people) }, forKey: .waves)
        try container.encode(
            report.shortfall.map {
                Shortfall(function: $0.function, wanted: $0.wanted, missing: $0.missing, message: $0.message)
            }, forKey: .shortfall)
    }

    private enum CodingKeys: CodingKey {
        case id, key, duplicate, posts, waves, shortfall
    }
}

private struct AlarmStatusJSON: Encodable {
    let status: AlarmStatus

    init(_ status: AlarmStatus) {
        self.status = status
    }

    struct Post: Encodable {
        let function: String
        let wanted: Int
        let promised: Int
        let atWork: Int
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(status.id, forKey: .id)
        try container.encode(status.state, forKey: .state)
        try container.encode(
            status.posts.map {
                Post(function: $0.function, wanted: $0.wanted, promised: $0.promised, atWork: $0.atWork)
            }, forKey: .posts)
        try container.encode(status.messageCount, forKey: .messages)
        try container.encode(status.messagesByState, forKey: .messagesByState)
        try container.encode(status.nextDue?.iso8601, forKey: .nextDue)
    }

    private enum CodingKeys: CodingKey {
        case id, state, posts, messages, messagesByState, nextDue
    }
}

/// Why nothing was raised, as programs read it.
private struct AlarmRefusalJSON: Encodable {
    let errors: [Entry]

    struct Entry: Encodable {
        let code: String
        let message: String
    }

    /// A request that cannot be read is wrong use; a key that is taken is a refusal.
    static func stop(_ refusal: AlarmRefusal, json: Bool) throws {
        let entries: [Entry]
        let status: Int32
        switch refusal {
        case .faults(let faults):
            entries = faults.map { Entry(code: $0.code, message: $0.sentence) }
            status = 2
        case .noRegion:
            entries = [Entry(code: refusal.code, message: refusal.sentence)]
            status = 2
        case .keyTaken, .over:
            entries = [Entry(code: refusal.code, message: refusal.sentence)]
            status = 1
        }
        if json { try Terminal.json(AlarmRefusalJSON(errors: entries)) }
        throw CommandStop(status: status, text: refusal.sentence)
    }
}
