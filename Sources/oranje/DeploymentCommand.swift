import App
import ArgumentParser
import Domain
import Storage
import Web

struct DeploymentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deployment",
        abstract: "Opent een inzet, of toont wat er op een moment over bekend was.",
        subcommands: [DeploymentOpenCommand.self, DeploymentTimelineCommand.self])
}

struct DeploymentOpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Opent een inzet en legt het niveau vast dat elders is afgekondigd.")

    @OptionGroup var place: DataOptions

    @Option(help: ArgumentHelp("Wat er is, in een paar woorden.", valueName: "tekst"))
    var title: String

    @Option(
        name: .customLong("municipality"),
        help: ArgumentHelp("Gemeente waar het is; mag vaker.", valueName: "GMxxxx"))
    var municipalities: [String]

    @Option(help: ArgumentHelp("GRIP-niveau dat is afgekondigd, 1 tot en met 5.", valueName: "niveau"))
    var grip: Int?

    @Option(
        help: ArgumentHelp(
            "Opgeschaald buiten GRIP: \(ScalingDomain.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "domein"))
    var flexible: String?

    @Flag(help: "Een oefening.")
    var exercise = false

    @Option(help: ArgumentHelp("Eigen sleutel: dezelfde sleutel is dezelfde inzet.", valueName: "sleutel"))
    var key: String?

    @Flag(help: "Schrijf JSON.")
    var json = false

    func validate() throws {
        if grip != nil, flexible != nil { throw ValidationError("Geef --grip of --flexible, niet beide.") }
        if let grip, GRIPLevel(rawValue: grip) == nil {
            throw ValidationError("--grip is een getal van 1 tot en met 5.")
        }
        if let flexible, ScalingDomain(argument: flexible) == nil {
            throw ValidationError(
                "--flexible is een van: \(ScalingDomain.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func run() async throws {
        let application = try await place.open()
        let codes = municipalities.map { Code<Municipality>($0) }
        let request = OpeningRequest(
            key: key ?? application.newRequestKey(), title: title, municipalities: codes,
            isExercise: exercise,
            declaration: grip.flatMap(GRIPLevel.init).map {
                Declaration(level: $0, municipalities: codes)
            },
            flexible: flexible.flatMap(ScalingDomain.init(argument:)).map { FlexibleScaling(domain: $0) })
        do {
            let opened = try await application.openDeployment(request)
            try await application.close()
            if json {
                try Terminal.json(OpenedDeploymentJSON(opened))
            } else {
                Terminal.line("Inzet \(opened.number) is geopend: \(opened.title) (\(opened.id)).")
            }
        } catch let refusal as OpeningRefusal {
            try await application.close()
            if json { try Terminal.json(OpeningRefusalJSON(refusal)) }
            throw CommandStop.misuse(refusal.sentence)
        }
    }
}

struct DeploymentTimelineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Toont wat er op een moment over een inzet bekend was.")

    @Argument(help: "Het nummer van de inzet, zoals `deployment open` het gaf.")
    var id: String

    @OptionGroup var place: DataOptions

    @Option(
        help: ArgumentHelp(
            "Zoals het toen bekend was, zoals 2026-11-23T03:00:00+01:00; anders nu.", valueName: "moment"))
    var at: String?

    @Flag(help: "Schrijf JSON.")
    var json = false

    func validate() throws {
        if let at, Instant(iso8601: at) == nil {
            throw ValidationError("--at is een moment met tijdzone, zoals 2026-11-23T03:00:00+01:00.")
        }
    }

    func run() async throws {
        let application = try await place.open()
        let timeline = try await application.deploymentTimeline(id, at: at.flatMap(Instant.init(iso8601:)))
        try await application.close()
        guard let timeline else { throw CommandStop.misuse("Er is geen inzet met nummer \(id).") }
        if json {
            try Terminal.json(DeploymentTimelineJSON(timeline))
        } else {
            Terminal.line("\(timeline.number) \(timeline.title), zoals bekend \(Dutch.moment(timeline.at))")
            for entry in timeline.entries {
                Terminal.line(
                    "  \(Dutch.shortMoment(entry.occurredAt))  \(entry.word): \(entry.text) (\(entry.author))"
                )
            }
        }
    }
}

extension ScalingDomain {
    /// As it stands in the data, or with a hyphen: `publicOrder`, `public-order`.
    init?(argument: String) {
        let plain = argument.lowercased().filter { $0 != "-" && $0 != "_" }
        guard let domain = Self.allCases.first(where: { $0.rawValue.lowercased() == plain }) else {
            return nil
        }
        self = domain
    }
}

/// What programs read; every field is always present.
private struct OpenedDeploymentJSON: Encodable {
    let opened: OpenedDeployment

    init(_ opened: OpenedDeployment) {
        self.opened = opened
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(opened.id, forKey: .id)
        try container.encode(opened.number, forKey: .number)
        try container.encode(opened.title, forKey: .title)
        try container.encode(opened.level?.rawValue, forKey: .grip)
        try container.encode(opened.domain?.rawValue, forKey: .flexible)
        try container.encode(opened.municipalities, forKey: .municipalities)
        try container.encode(opened.isExercise, forKey: .exercise)
    }

    private enum CodingKeys: CodingKey {
        case id, number, title, grip, flexible, municipalities, exercise
    }
}

private struct DeploymentTimelineJSON: Encodable {
    let deployment: String
    let number: String
    let title: String
    let exercise: Bool
    let at: String
    let entries: [Entry]

    struct Entry: Encodable {
        let id: String
        let number: Int
        let kind: String
        let occurredAt: String
        let receivedAt: String
        let recordedAt: String
        let author: String
        let text: String
    }

    init(_ timeline: DeploymentTimeline) {
        deployment = timeline.id
        number = timeline.number
        title = timeline.title
        exercise = timeline.isExercise
        at = timeline.at.iso8601
        entries = timeline.entries.map { entry in
            Entry(
                id: entry.id, number: entry.number, kind: entry.kind, occurredAt: entry.occurredAt.iso8601,
                receivedAt: entry.receivedAt.iso8601, recordedAt: entry.recordedAt.iso8601,
                author: entry.author, text: entry.text)
        }
    }
}

private struct OpeningRefusalJSON: Encodable {
    let errors: [Entry]

    struct Entry: Encodable {
        let code: String
        let message: String
    }

    init(_ refusal: OpeningRefusal) {
        errors = [Entry(code: refusal.code, message: refusal.sentence)]
    }
}
