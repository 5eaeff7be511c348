import ArgumentParser

struct RosterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster",
        abstract: "Maakt een rooster, legt het uit en herstelt het als iemand uitvalt.",
        subcommands: [RosterGenerateCommand.self, RosterExplainCommand.self, RosterRepairCommand.self])
}
