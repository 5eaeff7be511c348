import App
import ArgumentParser
import Storage

struct DrillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill",
        abstract: "Oefent een hele alarmering op een kopie van de gegevens. Er gaat niets uit.")

    @OptionGroup var place: DataOptions

    @Option(help: "Bepaalt de gemeente en wie hoe antwoordt.")
    var seed: UInt64 = 1

    func run() async throws {
        let application = try await place.open()
        let report: DrillReport
        do {
            report = try await application.runDrill(seed: seed)
            try await application.storage.close()
        } catch let refusal as AlarmRefusal {
            throw CommandStop.misuse(refusal.sentence)
        }
        for line in report.lines { Terminal.line(line) }
        Terminal.line(report.sentence)
        if !report.isFilled { throw CommandStop.refused() }
    }
}
