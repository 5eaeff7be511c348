import Domain
import Storage
import Web

extension API {
    static let journal: [APIOperation] = [
        .list(
            "/journaalregels", needs: .permission(.seeJournal), scope: .readJournal,
            .init(
                id: "leesJournaalregels", group: .journal, summary: "Het journaal, oudste regel eerst",
                explanation: "Waarden van personen staan er niet in, alleen welke velden er zijn vastgelegd."),
            parameters: [APIParameter.limit.described, APIParameter.afterRecord.described],
            of: RecordResource.schema
        ) { call, tx in
            let records = try tx.journalRecords(after: call[.afterRecord] ?? 0, limit: call.limit + 1)
            return APIPage(
                try records.map(RecordResource.init), limit: call.limit, cursor: { "\($0.sequence)" })
        }
    ]
}

extension APIParameter where Value == Int {
    static let afterRecord = APIParameter.query(
        "na", .integer(0...Int(Int32.max)), "Begin na de regel met dit nummer.")
}

/// A record of the journal as the auditor may see it.
struct RecordResource: Hashable, Sendable {
    let sequence: Int
    let at: Instant
    let action: String
    let objectKind: String
    let objectID: String
    let actor: String
    let origin: String
    let fields: [String]
    let previousHash: String
    let hash: String

    static let schema = Schema<RecordResource>.object(
        "Journaalregel", "Een wijziging, aan de vorige geketend.",
        Property("nummer", \.sequence, .count, "Volgnummer, vanaf 1."),
        Property("tijdstip", \.at, .instant, "Wanneer."),
        Property("handeling", \.action, .anyText, "Wat er is gedaan."),
        Property("soort", \.objectKind, .anyText, "Soort van het gewijzigde."),
        Property("object", \.objectID, .anyText, "Wat er is gewijzigd."),
        Property("door", \.actor, .anyText, "Account, opdracht of achtergrondwerk."),
        Property("herkomst", \.origin, .anyText, "Pagina, API-sleutel, opdracht of achtergrond."),
        Property(
            "velden", \.fields, .list(of: .scalar(.anyText), countMax: 1000), "Welke velden zijn vastgelegd."),
        Property("vorigeHash", \.previousHash, .anyText, "SHA-256 van de regel ervoor; leeg bij de eerste."),
        Property("hash", \.hash, .anyText, "SHA-256 van deze regel."),
        make: RecordResource.init)
}

extension RecordResource {
    init(_ record: JournalRecord) throws {
        self.init(
            sequence: record.sequence, at: record.at, action: record.action, objectKind: record.objectKind,
            objectID: record.objectID, actor: record.actor, origin: record.origin,
            fields: try record.changedFields,
            previousHash: record.previousHash, hash: record.hash)
    }
}

extension JournalRecord {
    /// Names of the fields before and after, without their values.
    fileprivate var changedFields: [String] {
        get throws {
            let names = try [before, after].flatMap { state -> [String] in
                guard let state, case .object(let members) = try JSONReader.read(Array(state.utf8)) else {
                    return []
                }
                return members.map(\.name)
            }
            return Set(names).sorted()
        }
    }
}
