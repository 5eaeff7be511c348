import App
import ArgumentParser
import Domain
import Foundation
import Storage
import Web

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Leest gegevens uit een bestand.",
        subcommands: [ImportPeopleCommand.self, ImportPopulationCommand.self, ImportTravelCommand.self])
}

struct ImportPeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "Leest functionarissen uit een csv- of xlsx-bestand van een personeelssysteem.")

    @Argument(help: "Het csv- of xlsx-bestand.")
    var file: String

    @OptionGroup var place: DataOptions

    @Flag(help: "Verwerk de goede rijen; zonder deze vlag wordt alleen getoond wat er zou veranderen.")
    var apply = false

    @Flag(help: "Schrijf JSON.")
    var json = false

    func run() async throws {
        let bytes = try ImportedBytes.read(file)
        let application = try await place.open()
        let outcome = try await application.importPeople(bytes, isApplied: apply)
        try await application.storage.close()
        if json { try Terminal.json(ImportJSON(outcome)) } else { Terminal.line(outcome.summary) }
        if outcome.isUnreadable { throw CommandStop(status: 2, text: nil) }
        if !outcome.file.faults.isEmpty { throw CommandStop.refused() }
    }
}

/// The file that a command was told to import.
enum ImportedBytes {
    static func read(_ file: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: file)))
        } catch {
            throw CommandStop.misuse("Het bestand \(file) is niet te lezen: \(error.localizedDescription)")
        }
    }
}

/// What programs read; every field is always present.
private struct ImportJSON: Encodable {
    let rows: Int
    let accepted: Int
    let created: Int
    let changed: Int
    let unchanged: Int
    let rejected: Int
    let applied: Bool
    let errors: [ImportNoticeJSON]
    let warnings: [ImportNoticeJSON]

    init(_ outcome: ImportOutcome) {
        rows = outcome.file.count
        accepted = outcome.file.accepted
        created = outcome.created
        changed = outcome.changed
        unchanged = outcome.unchanged
        rejected = outcome.file.rejected
        applied = outcome.isApplied
        errors = outcome.errors.map(ImportNoticeJSON.init)
        warnings = outcome.warnings.map(ImportNoticeJSON.init)
    }
}

/// A fault or warning of an import; every field is always present.
struct ImportNoticeJSON: Encodable {
    private let notice: ImportNotice

    init(_ notice: ImportNotice) {
        self.notice = notice
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(notice.row, forKey: .row)
        try container.encode(notice.line, forKey: .line)
        try container.encode(notice.field, forKey: .field)
        try container.encode(notice.code, forKey: .code)
        try container.encode(notice.message, forKey: .message)
    }

    private enum CodingKeys: CodingKey {
        case row, line, field, code, message
    }
}
