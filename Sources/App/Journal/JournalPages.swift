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

    init(_ visit: Visit, _ tx: Transaction, rowsMax: Int = rowsMax) throws {
        let before = Int(visit.request.query["voor"]) ?? Int(Int32.max)
        records = try tx.latestJournalRecords(before: before, limit: rowsMax)
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
                "\(model.name(of: record.actor))", "\(record.fieldNames)",
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
                \(DownloadPages.links("/journaal/journaal", query: before(model)))
                """)
    }

    /// The same place in the journal, as part of an address.
    private static func before(_ model: JournalPage) -> String {
        guard let newest = model.records.first, newest.sequence < model.headSequence else { return "" }
        return "voor=\(newest.sequence + 1)"
    }
}

extension JournalRecord {
    /// Names of the fields only: the values of people are nobody's business here.
    var fieldNames: String {
        do {
            let state = Data((after ?? before ?? "{}").utf8)
            let values = try JSONDecoder().decode([String: Skipped].self, from: state)
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
