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
        let (request, pool) = try await application.usualSimulation(
            from: from.map { Amsterdam.instant($0, hour: hour) }, days: days)
        try await application.storage.close()
        guard !pool.functions.isEmpty else {
            throw CommandStop.refused("Er zijn geen piketlijnen, dus ook geen posten om door te rekenen.")
        }
        let asked = try filled(request, pool)
        let clock = ContinuousClock()
        let start = clock.now
        let workers = ReplicationThreads(count: threads)
        let comparison = try await DesignRun(asked, pool, workers).comparison()
        let seconds = start.duration(to: clock.now) / .seconds(1)
        try await workers.stop()
        if json {
            try Terminal.json(DesignsJSON(comparison, seconds: seconds, threads: threads))
        } else {
            Terminal.line(summary(comparison))
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

/// What programs read; every named field is always present, and unknown is `null`.
private struct DesignsJSON: Encodable {
    let start: String
    let hours: Int
    let seed: UInt64
    let replications: Int
    let threads: Int
    /// By the clock on the wall, reading the data excluded.
    let seconds: Double
    /// The widest half of an interval of `s`, over all designs and hours.
    let halfWidthMax: Double
    let designs: [DesignJSON]
    let differences: [DifferenceJSON]

    init(_ comparison: DesignComparison, seconds: Double, threads: Int) {
        start = comparison.scenario.start.iso8601
        hours = comparison.scenario.hours
        seed = comparison.seed
        replications = comparison.designs.first?.replications ?? 0
        self.threads = threads
        self.seconds = seconds
        halfWidthMax = comparison.designs.flatMap(\.survival).map(\.halfWidth).max() ?? 0
        designs = comparison.designs.map { DesignJSON($0) }
        differences = comparison.differences.map { DifferenceJSON($0) }
    }

    struct DesignJSON: Encodable {
        let name: String
        let people: Int
        let posts: Int
        let shift: Int
        let checksum: String
        /// By hour, from 0 through the horizon, with the interval of 95 %.
        let s: [Double]
        let sLow: [Double]
        let sHigh: [Double]
        let meanFirstGapHours: Double
        let medianFirstGapHours: Int?
        let gapMinutes: Double
        let firstBreaks: [BreakJSON]
        let peopleUsed: Double
        let calls: Double
        let shifts: Double
        let noShows: Double
        let hoursPerPersonUsed: Double
        let hoursMostLoaded: Double
        let hoursByMunicipality: [String: Double]
        let acquaintedShare: Double?
        let nightShare: Double?

        init(_ design: DesignResult) {
            name = design.name
            people = design.people
            posts = design.posts
            shift = design.design.shiftHours
            checksum = design.checksum
            s = design.survival.map(\.value)
            sLow = design.survival.map(\.low)
            sHigh = design.survival.map(\.high)
            meanFirstGapHours = design.meanFirstGapHours
            medianFirstGapHours = design.medianFirstGapHours
            gapMinutes = design.gapMinutes
            firstBreaks = design.firstBreaks.map {
                BreakJSON(
                    function: $0.function.text, share: $0.share.value, low: $0.share.low,
                    high: $0.share.high)
            }
            peopleUsed = design.peopleUsed
            calls = design.calls
            shifts = design.shifts
            noShows = design.noShows
            hoursPerPersonUsed = design.hoursPerPersonUsed
            hoursMostLoaded = design.hoursMostLoaded
            hoursByMunicipality = Dictionary(
                design.hoursByMunicipality.map { ($0.municipality.text, $0.hours) },
                uniquingKeysWith: { first, _ in first })
            acquaintedShare = design.acquaintedShare
            nightShare = design.nightShare
        }

        /// Written by hand, because an absent figure must be `null` and not left out.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try container.encode(people, forKey: .people)
            try container.encode(posts, forKey: .posts)
            try container.encode(shift, forKey: .shift)
            try container.encode(checksum, forKey: .checksum)
            try container.encode(s, forKey: .s)
            try container.encode(sLow, forKey: .sLow)
            try container.encode(sHigh, forKey: .sHigh)
            try container.encode(meanFirstGapHours, forKey: .meanFirstGapHours)
            try container.encode(medianFirstGapHours, forKey: .medianFirstGapHours)
            try container.encode(gapMinutes, forKey: .gapMinutes)
            try container.encode(firstBreaks, forKey: .firstBreaks)
            try container.encode(peopleUsed, forKey: .peopleUsed)
            try container.encode(calls, forKey: .calls)
            try container.encode(shifts, forKey: .shifts)
            try container.encode(noShows, forKey: .noShows)
            try container.encode(hoursPerPersonUsed, forKey: .hoursPerPersonUsed)
            try container.encode(hoursMostLoaded, forKey: .hoursMostLoaded)
            try container.encode(hoursByMunicipality, forKey: .hoursByMunicipality)
            try container.encode(acquaintedShare, forKey: .acquaintedShare)
            try container.encode(nightShare, forKey: .nightShare)
        }

        private enum CodingKeys: CodingKey {
            case name, people, posts, shift, checksum, s, sLow, sHigh, meanFirstGapHours, medianFirstGapHours
            case gapMinutes, firstBreaks, peopleUsed, calls, shifts, noShows, hoursPerPersonUsed
            case hoursMostLoaded, hoursByMunicipality, acquaintedShare, nightShare
        }
    }

    struct BreakJSON: Encodable {
        let function: String
        let share: Double
        let low: Double
        let high: Double
    }

    /// Against the first design, replication by replication with the same chance.
    struct DifferenceJSON: Encodable {
        let name: String
        let s: [Double]
        let sLow: [Double]
        let sHigh: [Double]
        let gapMinutesClosed: Double

        init(_ difference: DesignDifference) {
            name = difference.name
            s = difference.survival.map(\.value)
            sLow = difference.survival.map(\.low)
            sHigh = difference.survival.map(\.high)
            gapMinutesClosed = difference.gapMinutesClosed
        }
    }
}
