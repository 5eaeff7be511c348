import Domain
import Foundation
import Storage
import Web

/// What the journal page shows: a page of records, newest first.
struct JournalPage: Sendable {
    static let rowsMax = 100

    let records: [JournalRecord]
    let headSequence: Int
    let accounts: [String: String]

    init(_ visit: Visit, _ tx: Transaction) throws {
        let before = Int(visit.request.query["voor"]) ?? Int(Int32.max)
        records = try tx.latestJournalRecords(before: before, limit: Self.rowsMax)
        headSequence = try tx.journalHead()?.sequence ?? 0
        accounts = try tx.accountNames()
    }

    /// Both names where somebody acted for another.
    func name(of actor: String) -> String {
        actor.components(separatedBy: Actor.onBehalf).map { accounts[$0] ?? $0 }.joined(
            separator: Actor.onBehalf)
    }
}

/// The journal for the auditor: who did what to what, and when. Personal values stay encrypted.
enum JournalPages {
    static func journal(_ model: JournalPage) -> Page {
        var table = Table(
            "Nieuwste bovenaan",
            columns: ["Nr.", "Wanneer", "Handeling", "Waarvan", "Door", "Vastgelegde gegevens"])
        for record in model.records {
            table.add([
                "\(record.sequence)", "\(Dutch.shortMoment(record.at))", "\(record.action)",
                "\(record.objectKind) <span class=\"muted\">\(record.objectID)</span>",
                "\(model.name(of: record.actor))", "\(fields(record))",
            ])
        }
        let older = model.records.last.map { record -> HTML in
            record.sequence > 1
                ? "<a class=\"button quiet\" href=\"/journaal?voor=\(record.sequence)\">Ouder</a>" : ""
        }
        return Page(
            heading: "Journaal: \(Dutch.count(model.headSequence, "regel", "regels"))",
            body: """
                <p>Elke wijziging staat hier, aan de vorige geketend. Of de keten heel is, controleert u met
                <code>oranje verify</code>.</p>
                \(table.html)<nav class="pages" aria-label="Bladeren">\(older)</nav>
                """)
    }

    /// Names of the fields only: the values of people are nobody's business here.
    private static func fields(_ record: JournalRecord) -> String {
        let state = record.after ?? record.before ?? "{}"
        do {
            let values = try JSONDecoder().decode([String: Skipped].self, from: Data(state.utf8))
            return values.keys.sorted().joined(separator: ", ")
        } catch {
            return "niet te lezen"
        }
    }

    /// Any value, read over.
    private struct Skipped: Decodable {
        init(from decoder: any Decoder) {}
    }
}
