import ArgumentParser

struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Rekent door hoe lang een groep mensen posten gevuld kan houden.",
        subcommands: [SimulateModelCommand.self, SimulateDesignsCommand.self])
}
