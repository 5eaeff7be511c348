import App
import ArgumentParser
import Storage
import Web

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "De sleutels van versleutelde persoonsgegevens.",
        subcommands: [KeysRotateCommand.self])
}

struct KeysRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Maakt een nieuwe hoofdsleutel en versleutelt alle persoonssleutels daarmee opnieuw.")

    @OptionGroup var place: DataOptions

    @Flag(help: "Schrijf JSON.")
    var json = false

    func run() async throws {
        let application = try await place.open()
        let rotation = try await application.rotateKeys()
        try await application.storage.close()
        guard let rotation else {
            throw CommandStop.misuse(
                "Deze gegevens hebben geen hoofdsleutel. Geef met --keys een bestand om er een te maken.")
        }
        if json {
            try Terminal.json(RotationJSON(keyID: rotation.keyID, rewrapped: rotation.rewrapped))
        } else {
            Terminal.line(
                "Hoofdsleutel \(rotation.keyID) is nu in gebruik; "
                    + "\(Dutch.count(rotation.rewrapped, "persoonssleutel", "persoonssleutels")) opnieuw versleuteld. "
                    + "Maak een nieuwe reservekopie van het sleutelbestand. De oude sleutel blijft erin voor oudere "
                    + "reservekopieën.")
        }
    }
}

private struct RotationJSON: Encodable {
    let keyID: String
    let rewrapped: Int
}
