import App
import ArgumentParser
import Domain
import Storage
import Web

struct CompetenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "competence",
        abstract: "Zegt van iedereen die voor een functie is aangewezen of die op een moment vakbekwaam is.")

    @OptionGroup var place: DataOptions

    @Option(help: ArgumentHelp("Moment met tijdzone: 2026-11-23T12:00:00+01:00.", valueName: "moment"))
    var at: Instant

    @Option(help: ArgumentHelp("Code van de functie, zoals OVDBZ.", valueName: "code"))
    var function: String

    @Flag(help: "Schrijf JSON.")
    var json = false

    func run() async throws {
        let application = try await place.open()
        let (instant, code) = (at, Code<CrisisFunction>(function))
        let found: FunctionCompetence
        do {
            found = try await application.storage.read { tx in
                try FunctionCompetence(of: code, at: instant, tx)
            }
        } catch FunctionCompetenceFault.unknownFunction(let code) {
            try await application.storage.close()
            throw CommandStop.misuse("Functie \(code) staat niet in de catalogus van deze regio.")
        }
        try await application.storage.close()
        if json {
            try Terminal.json(CompetenceJSON(found))
        } else {
            Terminal.line(summary(found))
        }
    }

    private func summary(_ found: FunctionCompetence) -> String {
        var lines = [
            "\(found.function.name), \(Dutch.moment(found.instant)): \(Dutch.count(found.people.count, "persoon", "personen")) aangewezen."
        ]
        for member in found.people {
            let until = member.assessment.changesAt.map { ", verandert \(Dutch.moment($0))" } ?? ""
            lines.append("  \(member.person.name.full): \(member.assessment.competence.stateWord)\(until)")
            lines += member.assessment.reasons.map { "    \($0.sentence)" }
        }
        return lines.joined(separator: "\n")
    }
}

extension Instant: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(iso8601: argument)
    }
}

/// What programs read; every field is always present.
private struct CompetenceJSON: Encodable {
    let at: String
    let function: String
    let people: [PersonJSON]

    struct PersonJSON: Encodable {
        let person: String
        let name: String
        let state: String
        let reasons: [ReasonJSON]
        let changesAt: String?

        enum Key: String, CodingKey { case person, name, state, reasons, changesAt }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(person, forKey: .person)
            try container.encode(name, forKey: .name)
            try container.encode(state, forKey: .state)
            try container.encode(reasons, forKey: .reasons)
            try container.encode(changesAt, forKey: .changesAt)
        }
    }

    struct ReasonJSON: Encodable {
        let code: String
        let text: String
        let source: String?
        let until: String?

        enum Key: String, CodingKey { case code, text, source, until }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(code, forKey: .code)
            try container.encode(text, forKey: .text)
            try container.encode(source, forKey: .source)
            try container.encode(until, forKey: .until)
        }
    }

    init(_ found: FunctionCompetence) {
        at = found.instant.iso8601
        function = found.function.code.text
        people = found.people.map { member in
            PersonJSON(
                person: member.person.id.description, name: member.person.name.full,
                state: member.assessment.competence.state.rawValue,
                reasons: member.assessment.reasons.map { reason in
                    ReasonJSON(
                        code: reason.code, text: reason.sentence, source: member.record.source(of: reason),
                        until: reason.until?.iso8601)
                },
                changesAt: member.assessment.changesAt?.iso8601)
        }
    }
}
