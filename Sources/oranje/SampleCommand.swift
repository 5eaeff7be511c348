import App
import ArgumentParser
import Domain
import Foundation
import Storage

struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Maakt een map met een verzonnen organisatie in een echte regio.")

    @Option(help: ArgumentHelp("Nieuwe of lege map.", valueName: "map"))
    var data: String

    @Option(help: "Zelfde getal, zelfde inhoud.")
    var seed: UInt64 = 1

    @Option(help: "Regiocode.")
    var region = "VR17"

    @Option(
        help: ArgumentHelp("Eerste dag van het gepubliceerde jaar, een maandag.", valueName: "jjjj-mm-dd"))
    var start = Day(daysSince1970: 20_780)

    @Option(
        help: ArgumentHelp(
            "Hoe de regio is georganiseerd: pooled (regionale en gedeelde piketten) of 2019 (elke gemeente op haar "
                + "eigen manier; alleen VR17).", valueName: "pooled|2019"))
    var situation = SampleSituation.pooled

    func validate() throws {
        guard start.weekday == .monday else { throw ValidationError("--start \(start.iso) is geen maandag.") }
    }

    func run() async throws {
        // A folder that cannot be listed is not there yet and is made below.
        if let present = try? FileManager.default.contentsOfDirectory(atPath: data), !present.isEmpty {
            throw CommandStop.misuse(
                "De map \(data) is niet leeg. Kies een nieuwe map; er is niets gewijzigd.")
        }
        guard ShippedRegions.codes.contains(region) else {
            throw CommandStop.misuse(
                "Regio \(region) is niet bekend. Meegeleverd zijn: \(ShippedRegions.codes.joined(separator: ", "))."
            )
        }
        guard situation == .pooled || situation.regions.contains(region) else {
            throw CommandStop.misuse(
                CommandFault.sentence(for: LoadRegionFault.unknownSituation(situation, region: region)) ?? "")
        }
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        let application = try await Application.open(
            .folder(data), at: Amsterdam.startOfDay(start.adding(days: -40)),
            keySource: Randomness(seed: seed))
        let signIns = try await application.makeSample(
            SampleRequest(
                seed: seed, region: region, start: start, situation: situation, asksSimulation: true,
                hasPast: true))
        try await application.storage.close()
        let text = SignInList(signIns).text
        try SignInList.write(text, into: data)
        Terminal.line("Voorbeeld van regio \(region) gemaakt in \(data).\n\n\(text)")
    }
}

extension SampleSituation: ExpressibleByArgument {}

/// The sign-ins of a sample, also kept in the folder so that they can be shown again.
struct SignInList {
    static let fileName = "aanmeldingen.txt"

    let text: String

    init(_ signIns: [SampleSignIn]) {
        let lines = signIns.map { signIn in
            "  \(signIn.role.padded(28)) \(signIn.name.padded(20)) \(signIn.password)"
        }
        text = (["Aanmelden in het voorbeeld (rol, naam, wachtwoord):"] + lines).joined(separator: "\n")
    }

    /// Readable by its owner only.
    static func write(_ text: String, into folder: String) throws {
        let path = URL(filePath: folder).appending(path: fileName).path
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data("\(text)\n".utf8), attributes: [.posixPermissions: 0o600])
        else { throw CommandStop.misuse("Kan \(path) niet schrijven.") }
    }
}
