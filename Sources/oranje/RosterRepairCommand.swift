import App
import ArgumentParser
import Domain

struct RosterRepairCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract:
            "Legt vast dat iemand verhinderd is en geeft diens diensten aan anderen; verder verandert er niets."
    )

    @OptionGroup var place: DataOptions

    @Option(help: ArgumentHelp("Id van de functionaris.", valueName: "id"))
    var absent: String

    @Option(help: ArgumentHelp("Eerste dag.", valueName: "jjjj-mm-dd"))
    var from: Day

    @Option(help: ArgumentHelp("Laatste dag.", valueName: "jjjj-mm-dd"))
    var to: Day

    @Flag(help: "Schrijf JSON.")
    var json = false

    func validate() throws {
        guard from <= to else { throw ValidationError("--to ligt voor --from.") }
    }

    func run() async throws {
        let application = try await place.open()
        let clock = ContinuousClock()
        let begin = clock.now
        let repair = try await application.repairRoster(
            absent: absent, during: Interval(from: from, through: to))
        let milliseconds = (clock.now - begin) / .milliseconds(1)
        try await application.close()
        if json {
            try Terminal.json(RepairJSON(repair, milliseconds))
        } else {
            for place in repair.places {
                Terminal.line("\(place.line) \(place.from): \(place.name ?? "niemand") – \(place.text)")
            }
            if repair.places.isEmpty { Terminal.line("Er waren geen diensten in deze tijd.") }
        }
        if repair.unfilled > 0 { throw CommandStop.refused() }
    }
}

private struct RepairJSON: Encodable {
    let changed: Int
    let unfilled: Int
    let milliseconds: Double
    let places: [PlaceJSON]

    struct PlaceJSON: Encodable {
        let line: String
        let slot: String
        let from: String
        let to: String
        let replacement: String?
        let name: String?
        let message: String

        private enum CodingKeys: CodingKey { case line, slot, from, to, replacement, name, message }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(line, forKey: .line)
            try container.encode(slot, forKey: .slot)
            try container.encode(from, forKey: .from)
            try container.encode(to, forKey: .to)
            // Unknown is null, never left out.
            try container.encode(replacement, forKey: .replacement)
            try container.encode(name, forKey: .name)
            try container.encode(message, forKey: .message)
        }
    }

    init(_ repair: RosterRepair, _ milliseconds: Double) {
        changed = repair.places.count
        unfilled = repair.unfilled
        self.milliseconds = milliseconds
        places = repair.places.map {
            PlaceJSON(
                line: $0.line, slot: $0.slot, from: $0.from, to: $0.to, replacement: $0.replacement,
                name: $0.name, message: $0.text)
        }
    }
}
