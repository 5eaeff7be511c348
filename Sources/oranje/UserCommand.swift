import App
import ArgumentParser
import Storage

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Accounts.", subcommands: [UserAddCommand.self])
}

struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Maakt een account met een wachtwoord dat bij de eerste aanmelding verandert.")

    @Argument(help: "Aanmeldnaam.")
    var name: String

    @Option(help: "Rol, zoals regionalOffice of functionalAdministrator.")
    var role: String

    @Option(help: "Gemeentecode, voor een gemeentelijke rol.")
    var municipality: String?

    @OptionGroup var place: DataOptions

    func run() async throws {
        let application = try await place.open()
        let result = try await application.addAccount(name: name, role: role, municipality: municipality)
        try await application.storage.close()
        switch result {
        case .success(let password):
            Terminal.line("Account \(name) is gemaakt. Eenmalig wachtwoord: \(password)")
        case .failure(let refusal): throw CommandStop.refused(refusal.sentence)
        }
    }
}
