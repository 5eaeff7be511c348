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
