import App
import ArgumentParser
import Storage

struct RegionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region", abstract: "Regiogegevens.", subcommands: [RegionLoadCommand.self])
}

struct RegionLoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Laadt een meegeleverde regio in nieuwe gegevens.")

    @Argument(help: "Regiocode, zoals VR17.")
    var code: String

    @OptionGroup var place: DataOptions

    func run() async throws {
        guard ShippedRegions.codes.contains(code) else { throw LoadRegionFault.unknownRegion(code) }
        let application = try await place.open(isNew: true)
        do {
            try await application.loadRegion(code)
        } catch let fault as LoadRegionFault {
            throw CommandStop.refused(CommandFault.sentence(for: fault))
        }
        try await application.storage.close()
        Terminal.line("Regio \(code) is geladen. Maak nu een account met: oranje user add")
    }
}
