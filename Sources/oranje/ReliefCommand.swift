import App
import ArgumentParser
import Domain
import Web

struct ReliefCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relief",
        abstract: "Plant de aflossing van een inzet, of zegt tot wanneer de regio het volhoudt.",
        subcommands: [ReliefPlanCommand.self, ReliefHorizonCommand.self])
}

/// The next shifts, as good as it gets in the time given; kept as the plan of the deployment.
struct ReliefPlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Maakt het aflosplan van een inzet; wie al is gevraagd of vastgezet, blijft.")

    @OptionGroup var place: DataOptions

    @Option(help: ArgumentHelp("Het nummer van de inzet, zoals `deployment open` het gaf.", valueName: "id"))
    var deployment: String

    @Option(help: "Aantal ploegen vooruit; zonder deze optie zoveel als de norm zegt.")
    var shifts: Int?

    @Option(help: "Hoelang er gezocht wordt, in seconden.")
    var seconds = 5.0

    @Option(help: "Zaad: hetzelfde zaad geeft hetzelfde werk.")
    var seed = 1

    @Flag(help: "Schrijf JSON.")
    var json = false

    func validate() throws {
        if let shifts, !(1...ReliefQuestion.shiftsMax).contains(shifts) {
            throw ValidationError("--shifts moet tussen 1 en \(ReliefQuestion.shiftsMax) liggen.")
        }
        guard seconds > 0, seconds <= 3_600 else {
            throw ValidationError("Geef bij --seconds een getal boven 0, ten hoogste 3600.")
        }
        guard seed >= 0 else { throw ValidationError("--seed is nul of hoger.") }
    }

    func run() async throws {
        let application = try await place.open()
        do {
            let outcome = try await application.planRelief(
                ReliefQuestion(deployment: deployment, shifts: shifts, seconds: seconds, seed: seed))
            try await application.close()
            try write(outcome)
            if !outcome.uncovered.isEmpty { throw CommandStop.refused() }
        } catch let refusal as ReliefRefusal {
            try await application.close()
            throw CommandStop.misuse(refusal.sentence)
        }
    }

    private func write(_ outcome: ReliefOutcome) throws {
        if json { return try Terminal.json(ReliefPlanJSON(outcome)) }
        for shift in outcome.shifts {
            Terminal.line("\(Dutch.shortMoment(shift.from))  \(shift.function)  \(shift.name)")
        }
        for gap in outcome.uncovered {
            Terminal.line(
                "\(Dutch.shortMoment(gap.from))  \(gap.function)  niemand (\(gap.missing) te weinig)")
        }
        Terminal.line(
            "Kosten \(outcome.cost) punten, ondergrens \(outcome.bound.map(String.init) ?? "onbekend").")
    }
}

/// Until when each function can be kept filled.
struct ReliefHorizonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "horizon",
        abstract: "Zegt per functie wanneer de mensen op zijn en wanneer een buurregio gevraagd moet zijn.")

    @OptionGroup var place: DataOptions

    @Option(help: ArgumentHelp("Het nummer van de inzet, zoals `deployment open` het gaf.", valueName: "id"))
    var deployment: String

    @Flag(help: "Schrijf JSON.")
    var json = false

    func run() async throws {
        let application = try await place.open()
        let power: StayingPower?
        do {
            power = try await application.stayingPower(ofDeployment: deployment)
            try await application.close()
        } catch let refusal as ReliefRefusal {
            try await application.close()
            throw CommandStop.misuse(refusal.sentence)
        }
        guard let power else { throw CommandStop.misuse(ReliefRefusal.unknownDeployment.sentence) }
        if json { return try Terminal.json(ReliefHorizonJSON(power)) }
        for function in power.functions {
            let end = function.exhaustedAt.map { "op \(Dutch.shortMoment($0)) zijn de mensen op" }
            let ask = function.askBy.map { by in
                by <= power.askedAt ? ", vraag nu een buur" : ", vraag een buur vóór \(Dutch.shortMoment(by))"
            }
            let none = "houdt het vol tot na \(Dutch.shortMoment(power.horizon))"
            Terminal.line("\(function.function)  \(end ?? none)\(ask ?? "")")
        }
    }
}

/// What programs read; every field is always present.
private struct ReliefPlanJSON: Encodable {
    let shifts: [ShiftJSON]
    let uncovered: [GapJSON]
    let cost: Int
    let bound: Int?

    struct ShiftJSON: Encodable {
        let function: String
        let from: String
        let to: String
        let person: String
    }

    struct GapJSON: Encodable {
        let function: String
        let from: String
        let to: String
        let missing: Int
    }

    private enum CodingKeys: CodingKey { case shifts, uncovered, cost, bound }

    init(_ outcome: ReliefOutcome) {
        shifts = outcome.shifts.map {
            ShiftJSON(function: $0.function, from: $0.from.iso8601, to: $0.to.iso8601, person: $0.person)
        }
        uncovered = outcome.uncovered.map {
            GapJSON(function: $0.function, from: $0.from.iso8601, to: $0.to.iso8601, missing: $0.missing)
        }
        (cost, bound) = (outcome.cost, outcome.bound)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(shifts, forKey: .shifts)
        try container.encode(uncovered, forKey: .uncovered)
        try container.encode(cost, forKey: .cost)
        // Unknown is null, never left out.
        try container.encode(bound, forKey: .bound)
    }
}

private struct ReliefHorizonJSON: Encodable {
    let functions: [FunctionJSON]

    struct FunctionJSON: Encodable {
        let function: String
        let exhaustedAt: String?
        let askBy: String?

        private enum CodingKeys: CodingKey { case function, exhaustedAt, askBy }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(function, forKey: .function)
            try container.encode(exhaustedAt, forKey: .exhaustedAt)
            try container.encode(askBy, forKey: .askBy)
        }
    }

    init(_ power: StayingPower) {
        functions = power.functions.map {
            FunctionJSON(
                function: $0.function.text, exhaustedAt: $0.exhaustedAt?.iso8601, askBy: $0.askBy?.iso8601)
        }
    }
}
