import App
import ArgumentParser
import Domain
import Storage
import Web

struct ImportPopulationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "population",
        abstract: "Leest inwonertallen uit een csv-bestand van CBS StatLine.",
        discussion: "Nodig zijn een kolom met de gemeente (code of naam) en een met het aantal inwoners.")

    @Argument(help: "Het csv-bestand.")
    var file: String

    @OptionGroup var place: DataOptions

    @Option(
        help: ArgumentHelp(
            "Peildatum; niet nodig als het bestand een kolom met de peildatum heeft.", valueName: "jjjj-mm-dd"
        ))
    var date: Day?

    @OptionGroup var table: TableOptions

    func run() async throws {
        let bytes = try ImportedBytes.read(file)
        let application = try await place.open()
        let outcome = try await application.importPopulation(
            bytes, date: date, source: table.source, isApplied: table.apply)
        try await application.storage.close()
        try table.tell(outcome)
    }
}

struct ImportTravelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "travel",
        abstract: "Leest reistijden uit een csv-bestand met de kolommen van, naar en minuten.")

    @Argument(help: "Het csv-bestand.")
    var file: String

    @OptionGroup var place: DataOptions

    @OptionGroup var table: TableOptions

    func run() async throws {
        let bytes = try ImportedBytes.read(file)
        let application = try await place.open()
        let outcome = try await application.importTravel(bytes, source: table.source, isApplied: table.apply)
        try await application.storage.close()
        try table.tell(outcome)
    }
}

/// What the imports of a table of facts have in common.
struct TableOptions: ParsableArguments {
    @Option(help: "Waar de tabel vandaan komt; staat later bij elk getal.")
    var source: String

    @Flag(help: "Verwerk de goede rijen; zonder deze vlag wordt alleen getoond wat er zou veranderen.")
    var apply = false

    @Flag(help: "Schrijf JSON.")
    var json = false

    func validate() throws {
        guard !source.allSatisfy(\.isWhitespace) else { throw ValidationError("Geef met --source een bron.") }
    }

    /// - Throws: `CommandStop` when the file or some of its rows cannot be used.
    func tell(_ outcome: TableOutcome) throws {
        if json { try Terminal.json(TableJSON(outcome)) } else { Terminal.line(outcome.summary) }
        if outcome.isUnreadable { throw CommandStop(status: 2, text: nil) }
        if !outcome.faults.isEmpty { throw CommandStop.refused() }
    }
}

/// What programs read; every field is always present.
private struct TableJSON: Encodable {
    let rows: Int
    let accepted: Int
    let created: Int
    let changed: Int
    let unchanged: Int
    let rejected: Int
    let applied: Bool
    let errors: [ImportNoticeJSON]
    let warnings: [ImportNoticeJSON]

    init(_ outcome: TableOutcome) {
        rows = outcome.count
        accepted = outcome.accepted
        created = outcome.created
        changed = outcome.changed
        unchanged = outcome.unchanged
        rejected = outcome.rejected
        applied = outcome.isApplied
        errors = outcome.errors.map(ImportNoticeJSON.init)
        warnings = outcome.warnings.map(ImportNoticeJSON.init)
    }
}
