import App
import ArgumentParser
import Domain

struct RosterExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Waarom deze persoon, wie was de volgende, en waarom de anderen niet.")

    @OptionGroup var place: DataOptions

    @Option(help: "Piketlijn.")
    var line: String

    @Option(help: ArgumentHelp("Een dag in de week.", valueName: "jjjj-mm-dd"))
    var week: Day

    @Flag(help: "De achterwacht in plaats van de eerste.")
    var backup = false

    @Flag(help: "Schrijf JSON.")
    var json = false

    func run() async throws {
        let application = try await place.open()
        let found = try await application.explainDuty(
            line: line, weekOf: week, slot: backup ? .backup : .first)
        try await application.close()
        if json { return try Terminal.json(ExplanationJSON(found)) }
        Terminal.line("\(found.name ?? "Niemand") – \(found.explanation ?? "De plaats is leeg.")")
        if let next = found.next {
            Terminal.line("Daarna: \(next.name), \(next.points) punten meer: \(next.text).")
        }
        for other in found.others {
            Terminal.line("  \(other.isFit ? "kan" : "kan niet")  \(other.name): \(other.text)")
        }
    }
}

private struct ExplanationJSON: Encodable {
    let line: String
    let week: String
    let slot: String
    let person: String?
    let name: String?
    let explanation: String?
    let next: OtherJSON?
    let others: [OtherJSON]

    struct OtherJSON: Encodable {
        let person: String
        let name: String
        let isFit: Bool
        let points: Int
        let message: String

        init(_ other: DutyExplanation.Other) {
            (person, name, isFit) = (other.person, other.name, other.isFit)
            (points, message) = (other.points, other.text)
        }
    }

    private enum CodingKeys: CodingKey { case line, week, slot, person, name, explanation, next, others }

    init(_ found: DutyExplanation) {
        (line, week, slot) = (found.line, found.week, found.slot)
        (person, name, explanation) = (found.person, found.name, found.explanation)
        next = found.next.map(OtherJSON.init)
        others = found.others.map(OtherJSON.init)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(line, forKey: .line)
        try container.encode(week, forKey: .week)
        try container.encode(slot, forKey: .slot)
        // Unknown is null, never left out.
        try container.encode(person, forKey: .person)
        try container.encode(name, forKey: .name)
        try container.encode(explanation, forKey: .explanation)
        try container.encode(next, forKey: .next)
        try container.encode(others, forKey: .others)
    }
}
