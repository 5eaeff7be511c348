import App
import ArgumentParser
import Foundation

/// The command line of the product. Exit codes: 0 done, 1 refused, gaps or row errors, 2 wrong use or
/// unreadable input.
@main
struct Oranje: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "oranje",
        abstract: "Bevolkingszorg op orde: wie kan er komen, bewezen voor een jaar.",
        subcommands: [
            SampleCommand.self, ServeCommand.self, ImportCommand.self, CoverageCommand.self,
            RosterCommand.self,
            CompetenceCommand.self,
            SimulateCommand.self, AlarmCommand.self, DrillCommand.self, VerifyCommand.self, KeysCommand.self,
            RegionCommand.self, UserCommand.self, TokenCommand.self, MoneyCommand.self,
            DeploymentCommand.self, ReliefCommand.self, ExportCommand.self, RoutesCommand.self,
            AgreementsCommand.self, PaperCommand.self,
        ])

    static func main() async {
        // What this program writes holds people's telephone numbers: for its own user only.
        umask(0o077)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let stop as CommandStop {
            if let text = stop.text { Terminal.error(text) }
            Foundation.exit(stop.status)
        } catch {
            let code = exitCode(for: error)
            guard code != .success else {
                Terminal.line(fullMessage(for: error))
                Foundation.exit(0)
            }
            if let sentence = CommandFault.sentence(for: error) {
                Terminal.error(sentence)
            } else {
                Terminal.error("Verkeerd gebruik van oranje.\n\(fullMessage(for: error))")
            }
            Foundation.exit(2)
        }
    }
}

/// Ends a command with a status, after an explanation on standard error if there is one.
struct CommandStop: Error {
    let status: Int32
    let text: String?

    /// Refused, gaps or row errors: what was asked for is not so.
    static func refused(_ text: String? = nil) -> CommandStop { CommandStop(status: 1, text: text) }
    /// Wrong use or unreadable input.
    static func misuse(_ text: String) -> CommandStop { CommandStop(status: 2, text: text) }
}

/// Where a command writes: results on standard output, explanations on standard error.
enum Terminal {
    /// Written at once: a program that waits for the server's address reads it through a pipe, where `print`
    /// would hold it back.
    static func line(_ text: String) {
        FileHandle.standardOutput.write(Data("\(text)\n".utf8))
    }

    static func error(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }

    /// Keys sorted and every named field present: an absent value is `null`.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        line(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}

extension String {
    /// With spaces after it, up to `width` characters.
    func padded(_ width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    /// With spaces before it, up to `width` characters.
    func leftPadded(_ width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
