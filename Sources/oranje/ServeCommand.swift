import App
import ArgumentParser
import Foundation
import Storage
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Toont de pagina's.")

    @OptionGroup var place: DataOptions

    @Option(help: "Poort; 0 kiest een vrije.")
    var port = 8017

    @Option(
        help:
            "Adres waarop de server luistert. Zet voor gebruik buiten deze machine een proxy met TLS ervoor.")
    var host = "127.0.0.1"

    @Flag(
        help:
            "Er staat een proxy met TLS voor: cookies alleen over https, en het adres van de bezoeker uit X-Forwarded-For."
    )
    var behindProxy = false

    @Option(
        help: ArgumentHelp(
            "Stijlbestand van de regio met tokens; anders \(Theme.fileName) in de map met gegevens, als dat er is.",
            valueName: "bestand"))
    var theme: String?

    @Option(
        help: ArgumentHelp(
            "Programma dat toegankelijke pdf's maakt (WeasyPrint, versie 70 of nieuwer); anders weasyprint op het zoekpad.",
            valueName: "programma"))
    var weasyprint = "weasyprint"

    @Flag(
        help: ArgumentHelp(
            "Zet ook een stroom om mee te meten op /proef/stroom, zonder rechten. Niet voor gewoon gebruik.")
    )
    var trialStream = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port moet tussen 0 en 65535 liggen.")
        }
    }

    func run() async throws {
        let application = try await place.open(
            isBehindProxy: behindProxy, theme: try readTheme(), hasTrialStream: trialStream,
            printer: PDFPrinter(program: weasyprint))
        do {
            try await application.serve(host: host, port: port) { [host] port in
                Terminal.line("Oranje luistert op http://\(host):\(port)/ (stoppen met Ctrl-C)")
            }
        } catch {
            throw CommandStop.misuse(
                "Oranje kan niet luisteren op \(host):\(port). Is de poort al in gebruik? (\(error))")
        }
        try await application.close()
    }

    /// The file that was named, or the one beside the data; nil when there is neither.
    private func readTheme() throws -> Theme? {
        let beside = place.data.map { URL(filePath: $0).appending(path: Theme.fileName).path }
        guard let path = theme ?? beside.flatMap({ FileManager.default.fileExists(atPath: $0) ? $0 : nil })
        else { return nil }
        do {
            return try Theme.checked(css: try String(contentsOfFile: path, encoding: .utf8))
        } catch let fault as ThemeFault {
            throw CommandStop.misuse("Het stijlbestand \(path) is niet te gebruiken: \(fault.sentence)")
        } catch {
            throw CommandStop.misuse("Het stijlbestand \(path) is niet te lezen als tekst (UTF-8).")
        }
    }
}
