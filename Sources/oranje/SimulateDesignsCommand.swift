import App
import ArgumentParser
import Domain
import Foundation
import Simulation
import Storage
import Web

/// Designs compared on the region's own people (docs/simulation.md).
struct SimulateDesignsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "designs",
        abstract: "Vergelijkt lokale, intergemeentelijke en regionale groepen met de mensen van de regio.")

    @OptionGroup var place: DataOptions

    @Option(help: ArgumentHelp("Dag van het begin; anders vandaag.", valueName: "jjjj-mm-dd"))
    var from: Day?

    @Option(help: "Uur van het begin, Nederlandse tijd.")
    var hour = 12

    @Option(help: "Aantal dagen.")
    var days = 7

    @Option(
        help: ArgumentHelp(
            "Gemeente van de inzet; anders die van het coördinatiecentrum.", valueName: "GMxxxx"))
    var municipality: String?

    @Option(help: ArgumentHelp("Gemeente van een tweede inzet, tegelijk.", valueName: "GMxxxx"))
    var second: String?

    @Option(help: "Lengte van een dienst, in uren.")
    var shift: Int?

    @Option(help: "Griep: zoveel procent van alle mensen is ziek.")
    var flu = 0

    @Option(help: "Aantal herhalingen.")
    var replications = SimulationRequest.replicationsUsual

    @Option(help: "Startgetal van het toeval.")
    var seed: UInt64?

    @Option(help: "Aantal threads; het resultaat hangt er niet van af.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @Flag(
        name: .customLong("with-2019"),
        help: "Vergelijk eerst met de indeling van 2019 (alleen regio's waarvan die bekend is).")
    var with2019 = false

    @Flag(help: "Schrijf JSON.")
    var json = false

    func validate() throws {
        func require(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws {
            guard range.contains(value) else {
                throw ValidationError(
                    "\(name) moet tussen \(range.lowerBound) en \(range.upperBound) liggen.")
            }
        }
        try require("--hour", hour, 0...23)
        try require("--days", days, 1...28)
        try require("--flu", flu, 0...100)
        try require("--replications", replications, 1...SimulationRequest.replicationsMax)
        try require("--threads", threads, 1...1024)
        if let shift { try require("--shift", shift, 1...24) }
    }

    func run() async throws {
        let application = try await place.open()
        let (request, pool) = try await asked(application)
        try await application.storage.close()
        guard !pool.functions.isEmpty else {
            throw CommandStop.refused("Er zijn geen piketlijnen, dus ook geen posten om door te rekenen.")
        }
        let filled = try filled(request, pool)
        let clock = ContinuousClock()
        let start = clock.now
        let workers = ReplicationThreads(count: threads)
        let comparison = try await DesignRun(filled, pool, workers).comparison()
        let seconds = start.duration(to: clock.now) / .seconds(1)
        try await workers.stop()
        if json {
            try Terminal.json(DesignsJSON(comparison, seconds: seconds, threads: threads))
        } else {
            Terminal.line(summary(comparison))
        }
    }

    private func asked(
        _ application: Application
    ) async throws -> (request: SimulationRequest, pool: StaffingPool) {
        do {
            return try await application.usualSimulation(
                from: from.map { Amsterdam.instant($0, hour: hour) }, days: days, with2019: with2019)
        } catch SimulationFault.unknownYear {
            throw CommandStop.refused("Van deze regio is niet bekend hoe zij in 2019 was ingedeeld.")
        }
    }

    private func filled(_ usual: SimulationRequest, _ pool: StaffingPool) throws -> SimulationRequest {
        var request = usual
        request.replications = replications
        if let seed { request.seed = seed }
        request.scenario.illness = flu * 100
        if let municipality {
            request.scenario.deployments[0].municipality = try known(municipality, pool)
        }
        if let second {
            request.scenario.deployments.append(
                StaffingScenario.Deployment(municipality: try known(second, pool), startHour: 0))
        }
        if let shift {
            for index in request.designs.indices { request.designs[index].shiftHours = shift }
        }
        return request
    }

    private func known(_ code: String, _ pool: StaffingPool) throws -> Code<Municipality> {
        guard pool.municipalities.contains(Code(code)) else {
            throw CommandStop.misuse(
                "\(code) is geen gemeente van deze regio. Bekend zijn: "
                    + pool.municipalities.map(\.text).joined(separator: ", ") + ".")
        }
        return Code(code)
    }

    private func summary(_ comparison: DesignComparison) -> String {
        let hours = comparison.scenario.hours
        var lines = [
            "Alle posten gevuld tot en met uur \(hours), vanaf \(Dutch.moment(comparison.scenario.start)):"
        ]
        for design in comparison.designs {
            let held =
                design.survival.last.map { Int(($0.value * Double(design.replications)).rounded()) } ?? 0
            let breaks = design.firstBreaks.first.map { ", breekt het eerst bij \($0.function)" } ?? ""
            lines.append("  \(design.name): \(Dutch.percentage(held, of: design.replications))\(breaks)")
        }
        return lines.joined(separator: "\n")
    }
}
