import App
import ArgumentParser
import Storage

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Controleert of het journaal heel is.")

    @OptionGroup var place: DataOptions

    @Flag(help: "Schrijf JSON.")
    var json = false

    func run() async throws {
        let application = try await place.open()
        let verdict = try await verifyJournal(application.storage)
        try await application.storage.close()
        if json {
            try Terminal.json(VerdictJSON(verdict))
        } else if let broken = verdict.firstBroken {
            Terminal.line("Het journaal is niet heel: regel \(broken) klopt niet met wat ervoor staat.")
        } else if verdict.unreadableKeys > 0 {
            Terminal.line(
                "Het journaal is heel, maar \(verdict.unreadableKeys) persoonssleutels zijn niet te lezen: "
                    + "beschadigd, of onder een hoofdsleutel die er niet is.")
        } else {
            Terminal.line("Het journaal is heel: \(verdict.recordCount) regels.")
        }
        if !verdict.isWhole { throw CommandStop.refused() }
    }
}

private struct VerdictJSON: Encodable {
    let records: Int
    let ok: Bool
    let firstBroken: Int?
    let unreadableKeys: Int

    init(_ verdict: JournalVerdict) {
        records = verdict.recordCount
        ok = verdict.isWhole
        firstBroken = verdict.firstBroken
        unreadableKeys = verdict.unreadableKeys
    }

    /// Written by hand, because an absent `firstBroken` must be `null` and not left out.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(records, forKey: .records)
        try container.encode(ok, forKey: .ok)
        try container.encode(firstBroken, forKey: .firstBroken)
        try container.encode(unreadableKeys, forKey: .unreadableKeys)
    }

    private enum CodingKeys: CodingKey {
        case records, ok, firstBroken, unreadableKeys
    }
}
