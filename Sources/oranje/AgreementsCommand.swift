import App
import ArgumentParser
import Domain
import Storage
import Web

struct AgreementsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreements", abstract: "Regionale afspraken en toezeggingen.",
        subcommands: [AgreementsCheckCommand.self])
}

struct AgreementsCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Rekent uit of alle toezeggingen tegelijk waar te maken zijn, en wat het eerst breekt.")

    @OptionGroup var place: DataOptions

    @Option(help: ArgumentHelp("De dag, om 12.00 uur; anders nu.", valueName: "jjjj-mm-dd"))
    var on: Day?

    @Flag(help: "Schrijf JSON.")
    var json = false

    func run() async throws {
        let application = try await place.open()
        let report = try await application.checkPromises(on: on)
        try await application.storage.close()
        if json {
            try Terminal.json(PromiseReportJSON(report))
        } else {
            Terminal.line(Self.summary(report))
        }
        if !report.overPromised.isEmpty { throw CommandStop.refused() }
    }

    static func summary(_ report: PromiseReport) -> String {
        let count = Dutch.count(report.promises.count, "toezegging", "toezeggingen")
        guard !report.overPromised.isEmpty else {
            return "\(count) op \(Dutch.moment(report.at)): samen waar te maken."
        }
        let lines = report.overPromised.map { over in
            "  \(Dutch.list(over.promises.map(\.text))): nodig \(over.needed), beschikbaar \(over.available)"
                + (over.isSmallest ? "" : " (mogelijk breekt een kleinere groep al)")
        }
        return
            (["\(count) op \(Dutch.moment(report.at)). Dit is te veel beloofd, het kleinste eerst:"] + lines)
            .joined(separator: "\n")
    }
}

/// What programs read; every field is always present.
private struct PromiseReportJSON: Encodable {
    let at: String
    let promises: Int
    let overPromised: [OverPromiseJSON]

    struct OverPromiseJSON: Encodable {
        let set: [String]
        let needed: Int
        let available: Int
        let isSmallest: Bool
    }

    init(_ report: PromiseReport) {
        at = report.at.iso8601
        promises = report.promises.count
        overPromised = report.overPromised.map { over in
            OverPromiseJSON(
                set: over.promises.map(\.text), needed: over.needed, available: over.available,
                isSmallest: over.isSmallest)
        }
    }
}
