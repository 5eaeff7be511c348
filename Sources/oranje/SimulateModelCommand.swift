import App
import ArgumentParser
import Foundation
import Simulation
import Web

/// The exact continuity model, version 1, on a file (docs/continuity-model.md).
struct SimulateModelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Rekent het continuïteitsmodel, versie 1, door op een bestand.",
        discussion: "Wat in het bestand staat geldt, tenzij een optie iets anders zegt.")

    /// No more than anybody has cores for; each thread has its own state in memory.
    private static let threadsMax = 1024
    private static let replicationsMax = 1_000_000_000

    @Argument(help: ArgumentHelp("Het bestand met mensen en posten (JSON).", valueName: "bestand"))
    var file: String

    @Option(help: ArgumentHelp("Wie een post mag vullen.", valueName: "regional|cluster|local"))
    var scope: ContinuityInstance.Scope?

    @Option(help: "Lengte van een dienst, in uren.")
    var shift: Int?

    @Option(help: "Rust na een dienst, in uren.")
    var rest: Int?

    @Option(help: "Aantal herhalingen.")
    var replications = 10_000

    @Option(help: "Startgetal van het toeval; hetzelfde getal geeft hetzelfde resultaat.")
    var seed: UInt64?

    @Option(help: "Aantal threads; het resultaat hangt er niet van af.")
    var threads = 1

    @Flag(help: "Schrijf JSON.")
    var json = false

    func validate() throws {
        try require("--replications", replications, 1...Self.replicationsMax)
        try require("--threads", threads, 1...Self.threadsMax)
        if let shift { try require("--shift", shift, 1...ContinuityFile.shiftHoursMax) }
        if let rest { try require("--rest", rest, 0...ContinuityFile.shiftHoursMax) }
    }

    private func require(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws {
        guard range.contains(value) else {
            throw ValidationError("\(name) moet tussen \(range.lowerBound) en \(range.upperBound) liggen.")
        }
    }

    func run() async throws {
        let (instance, seed) = try read()
        let clock = ContinuousClock()
        let start = clock.now
        let workers = ReplicationThreads(count: threads)
        let tally = try await workers.tally(instance.staffing, seed: seed, replications: 0..<replications)
        let seconds = start.duration(to: clock.now) / .seconds(1)
        try await workers.stop()
        let result = ModelJSON(tally, seconds: seconds, threads: threads)
        if json {
            try Terminal.json(result)
        } else {
            Terminal.line(summary(tally, result, instance, seed))
        }
    }

    private func read() throws -> (ContinuityInstance, UInt64) {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(filePath: file))
        } catch {
            throw CommandStop.misuse("Het bestand \(file) is niet te lezen.")
        }
        do {
            let content = try ContinuityFile(bytes)
            let instance = try content.instance(scope: scope, shiftHours: shift, restHours: rest)
            guard let seed = seed ?? content.seed else { throw ContinuityFileFault.missing(field: "seed") }
            return (instance, seed)
        } catch let fault as ContinuityFileFault {
            throw CommandStop.misuse("Het bestand \(file) is niet te gebruiken: \(fault.sentence)")
        }
    }

    private func summary(
        _ tally: ReplicationTally, _ result: ModelJSON, _ instance: ContinuityInstance, _ seed: UInt64
    ) -> String {
        let hours = Set([24, 72, 168, instance.hours].filter { $0 <= instance.hours }).sorted()
        var lines = [
            "\(instance.persons.count) mensen, \(instance.positions.count) posten, \(instance.hours) uur; "
                + "\(tally.count) herhalingen, startgetal \(seed).",
            "Alle posten gevuld:",
        ]
        lines += hours.map { hour in
            let held = tally.firstGapsByHour[hour...].reduce(0, +)
            return "  tot en met uur \(hour): \(Dutch.percentage(held, of: tally.count))"
        }
        lines += [
            "Eerste gat na gemiddeld \(Int(result.meanFirstGapHours.rounded())) uur "
                + "(geen gat telt als \(instance.hours) uur).",
            "Controlegetal \(result.checksum), \(Int(result.replicationsPerSecond)) herhalingen per seconde "
                + "op \(Dutch.count(threads, "thread", "threads")).",
        ]
        return lines.joined(separator: "\n")
    }
}

extension ContinuityInstance.Scope: ExpressibleByArgument {}

/// What programs read; every field is always present.
private struct ModelJSON: Encodable {
    /// 16 lower-case hexadecimal digits.
    let checksum: String
    /// By hour, from 0 through the horizon: the share in which every post was filled through that hour.
    let s: [Double]
    let meanFirstGapHours: Double
    /// By the clock on the wall, reading the file excluded.
    let replicationsPerSecond: Double
    let threads: Int

    init(_ tally: ReplicationTally, seconds: Double, threads: Int) {
        let digits = String(tally.checksum, radix: 16)
        checksum = String(repeating: "0", count: 16 - digits.count) + digits
        s = tally.survival
        meanFirstGapHours = tally.meanFirstGapHours
        replicationsPerSecond = Double(tally.count) / max(seconds, 1e-9)
        self.threads = threads
    }
}

extension ContinuityFileFault {
    fileprivate var sentence: String {
        switch self {
        case .notJSON: "het is geen JSON, of geen object."
        case .missing(let field): "\(field) ontbreekt."
        case .wrongKind(let field): "\(field) is niet van de juiste soort (een geheel getal, tekst of lijst)."
        case .outOfBounds(let field, let from, let through):
            "\(field) moet tussen \(from) en \(through) liggen."
        case .unknownScope(let name): "scope is \(name); bekend zijn regional, cluster en local."
        case .tooMany(let field, let max): "\(field) heeft er meer dan \(max)."
        }
    }
}
