import App
import ArgumentParser

struct RoutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Toont elk adres van de server en wat het vraagt.",
        discussion: "Niemand (nobody), wie is aangemeld (signedIn), of een recht. Raakt geen gegevens aan.")

    @Flag(help: "Uitvoer voor programma's.")
    var json = false

    func run() async throws {
        if json { return try Terminal.json(RouteEntry.all) }
        for entry in RouteEntry.all {
            let method = entry.method.padded(5)
            Terminal.line("\(method)\(entry.path)  \(entry.needs)")
        }
    }
}
