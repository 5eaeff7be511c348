import App
import ArgumentParser
import Foundation

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Maakt een stuk over een inzet.",
        subcommands: [ExportArticle40Command.self])
}

struct ExportArticle40Command: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "article40",
        abstract: "Schrijft het verslag aan de raden na een inzet onder de voorzitter (Wvr, artikel 40).")

    @Argument(help: "Het nummer van de inzet, zoals `deployment open` het gaf.")
    var id: String

    @OptionGroup var place: DataOptions

    @Option(
        help: ArgumentHelp(
            "Waarheen: een bestand op .pdf, of een html-bestand dat overal opent.", valueName: "bestand"))
    var out: String

    func run() async throws {
        let application = try await place.open()
        let export: [UInt8]?
        do {
            export = try await application.exportArticle40(id, asPDF: out.hasSuffix(".pdf"))
        } catch let fault as PDFFault {
            try await application.close()
            throw CommandStop.misuse(
                "\(fault.sentence) Met een naam op .html komt er een pagina om af te drukken.")
        }
        try await application.close()
        guard let export else { throw CommandStop.misuse("Er is geen inzet met nummer \(id).") }
        do {
            try Data(export).write(to: URL(filePath: out), options: .atomic)
        } catch {
            throw CommandStop.misuse("Naar \(out) kan niet worden geschreven: \(error.localizedDescription)")
        }
        Terminal.line("Geschreven: \(out)")
    }
}
