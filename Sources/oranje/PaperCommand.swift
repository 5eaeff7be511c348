import App
import ArgumentParser
import Domain
import Foundation
import Storage
import Web

struct PaperCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Maakt stukken voor een vergadering.",
        subcommands: [AgendaPaperCommand.self])
}

struct AgendaPaperCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda", abstract: "Schrijft de agendapost van een plan van aanpak (html).")

    @OptionGroup var place: DataOptions

    @Option(help: ArgumentHelp("Het plan, zoals in zijn adres; anders het nieuwste.", valueName: "id"))
    var plan: String?

    @Option(help: ArgumentHelp("Bestand waarin de agendapost komt.", valueName: "bestand"))
    var out: String

    func run() async throws {
        let id = try plan.map { text -> ID<ActionPlan> in
            guard let id = ID<ActionPlan>(text) else {
                throw CommandStop.misuse(
                    "--plan ‘\(text)’ is geen nummer van een plan. Het staat in het adres van de pagina.")
            }
            return id
        }
        let application = try await place.open()
        let paper = try await application.agendaPaper(of: id)
        try await application.close()
        guard let paper else {
            throw CommandStop.refused(
                id == nil
                    ? "Er is nog geen plan. Maak er een op de pagina Plan van aanpak."
                    : "Dat plan is er niet.")
        }
        do {
            try Data(paper.document.bytes).write(to: URL(filePath: out))
        } catch {
            throw CommandStop.misuse("In \(out) kan niet worden geschreven.")
        }
        Terminal.line("\(paper.kind) ‘\(paper.title)’ staat in \(out).")
    }
}
