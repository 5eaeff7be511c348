import App
import ArgumentParser
import Domain
import Storage

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "API-sleutels voor andere programma's.",
        subcommands: [TokenAddCommand.self, TokenRevokeCommand.self])
}

struct TokenAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Maakt een API-sleutel en toont hem één keer.")

    @Argument(help: "Waarvoor de sleutel is.")
    var purpose: String

    @Option(help: "Aanmeldnaam van het account namens wie de sleutel werkt.")
    var account: String

    @Option(
        help:
            "Wat de sleutel mag, met komma's ertussen: \(TokenScope.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var scopes: String

    @Option(help: "Laatste dag waarop de sleutel geldt, zoals 2027-01-31.")
    var through: String

    @Flag(help: "Uitvoer voor programma's.")
    var json = false

    @OptionGroup var place: DataOptions

    func run() async throws {
        guard let last = Day(iso: through) else {
            throw CommandStop.misuse("--through is geen dag. Schrijf de datum als 2027-01-31.")
        }
        let application = try await place.open()
        let words = scopes.split(separator: ",").map { $0.filter { $0 != " " } }
        let result = try await application.addToken(
            account: account, for: purpose, scopes: words, through: last)
        try await application.storage.close()
        switch result {
        case .success(let made):
            if json {
                try Terminal.json(Made(id: made.id, token: made.secret, through: last.iso))
            } else {
                Terminal.line("Sleutel \(made.id), geldig t/m \(last.iso):\n\(made.secret)")
            }
        case .failure(let refusal): throw CommandStop.refused(refusal.sentence)
        }
    }

    private struct Made: Encodable {
        let id: String
        let token: String
        let through: String
    }
}

struct TokenRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Trekt een API-sleutel in.")

    @Argument(help: "Id van de sleutel.")
    var id: String

    @OptionGroup var place: DataOptions

    func run() async throws {
        let application = try await place.open()
        let isRevoked = try await application.revokeToken(id)
        try await application.storage.close()
        guard isRevoked else { throw CommandStop.refused("Er is geen API-sleutel met dit id.") }
        Terminal.line("De API-sleutel is ingetrokken en werkt niet meer.")
    }
}
