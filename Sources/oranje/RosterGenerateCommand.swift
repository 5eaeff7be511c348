import App
import ArgumentParser
import Domain

/// A draft roster, as good as it gets in the time given.
struct RosterGenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Maakt een conceptrooster; er verandert niets tot het is gepubliceerd.")

    @OptionGroup var place: DataOptions

    @Option(help: "Piketlijn, of all voor alle; meer keer te geven.")
    var line: [String] = ["all"]

    @Option(help: ArgumentHelp("Een dag in de eerste week.", valueName: "jjjj-mm-dd"))
    var from: Day

    @Option(help: "Aantal weken.")
    var weeks = 52

    @Option(help: "Hoelang er gezocht wordt, in seconden.")
    var seconds = 10.0

    @Option(help: "Zaad: hetzelfde zaad geeft hetzelfde werk.")
    var seed = 1

    @Option(help: "Hoogste aantal stappen; zonder grens als het ontbreekt.")
    var steps: Int?

    @Flag(help: "Schrijf JSON.")
    var json = false

    func validate() throws {
        guard (1...104).contains(weeks) else { throw ValidationError("--weeks moet tussen 1 en 104 liggen.") }
        guard seconds > 0, seconds <= 3_600 else {
            throw ValidationError("Geef bij --seconds een getal boven 0, ten hoogste 3600.")
        }
        guard seed >= 0 else { throw ValidationError("--seed is nul of hoger.") }
    }

    func run() async throws {
        let application = try await place.open()
        let lines = line.contains("all") ? [] : line.map { Code<DutyLine>($0) }
        let outcome = try await application.generateRoster(
            RosterQuestion(lines: lines, from: from, weeks: weeks, seconds: seconds, seed: seed, steps: steps)
        )
        try await application.close()
        if json {
            try Terminal.json(RosterJSON(outcome))
        } else {
            Terminal.line(
                """
                Concept \(outcome.roster): \(outcome.assigned) diensten, \(outcome.unfilled) plaatsen open.
                Kosten \(outcome.cost) punten, ondergrens \(outcome.bound.map(String.init) ?? "onbekend").
                """)
            for violation in outcome.violations { Terminal.line(violation.text) }
        }
        if outcome.unfilled > 0 { throw CommandStop.refused() }
    }
}

/// What programs read; every field is always present.
private struct RosterJSON: Encodable {
    let roster: String
    let cost: Int
    let bound: Int?
    let assigned: Int
    let unfilled: Int
    let violations: [ViolationJSON]

    struct ViolationJSON: Encodable {
        let code: String
        let person: String
        let from: String
        let to: String
        let message: String
        let isNotice: Bool
    }

    private enum CodingKeys: CodingKey { case roster, cost, bound, assigned, unfilled, violations }

    init(_ outcome: RosterOutcome) {
        roster = outcome.roster
        cost = outcome.cost
        bound = outcome.bound
        assigned = outcome.assigned
        unfilled = outcome.unfilled
        violations = outcome.violations.map {
            ViolationJSON(
                code: $0.code, person: $0.person, from: $0.from, to: $0.to, message: $0.text,
                isNotice: $0.isNotice)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(roster, forKey: .roster)
        try container.encode(cost, forKey: .cost)
        // Unknown is null, never left out.
        try container.encode(bound, forKey: .bound)
        try container.encode(assigned, forKey: .assigned)
        try container.encode(unfilled, forKey: .unfilled)
        try container.encode(violations, forKey: .violations)
    }
}
