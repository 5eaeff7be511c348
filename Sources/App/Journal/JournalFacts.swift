import Domain
import Foundation
import Storage

/// What other features may read of the journal.
extension Transaction {
    /// The end of the chain. Its sequence number rises with every change of a fact.
    func journalHead() throws -> (sequence: Int, hash: String)? {
        try row("SELECT sequence, hash FROM journal_head WHERE id = 1")
            .map { (try $0.integer("sequence"), try $0.text("hash")) }
    }

    /// How far the journal is, and whether it holds anything but `action` after `sequence`.
    func journalProgress(
        after sequence: Int, except action: String
    ) throws -> (last: Int, hasOthers: Bool) {
        let last = try row("SELECT MAX(sequence) AS last FROM journal")?.optionalInteger("last") ?? 0
        let other = try row(
            "SELECT sequence FROM journal WHERE sequence > \(sequence) AND action <> \(action) LIMIT 1")
        return (last, other != nil)
    }

    /// Those of `ids` to which that actor did `action`.
    func recordedObjects<Entity>(
        _ action: String, _ objectKind: String, among ids: [ID<Entity>], by actor: Actor
    ) throws -> Set<ID<Entity>> {
        guard !ids.isEmpty else { return [] }
        let found = try rows(
            """
            SELECT object_id FROM journal
            WHERE object_kind = \(objectKind) AND object_id IN (\(list: ids.map(\.description)))
                AND action = \(action) AND actor = \(actor.journalText)
            """
        ).map { try $0.text("object_id") }
        return Set(found.compactMap { ID($0) })
    }

    /// Who did `action` to that object last, by display name; nil when nobody did.
    func authorOfLast<Entity>(
        _ action: String, _ objectKind: String, _ id: ID<Entity>
    ) throws -> String? {
        let actor = try row(
            """
            SELECT actor FROM journal
            WHERE object_kind = \(objectKind) AND object_id = \(id.description) AND action = \(action)
            ORDER BY sequence DESC LIMIT 1
            """
        )?.text("actor")
        guard let actor else { return nil }
        let names = try accountNames()
        return actor.components(separatedBy: Actor.onBehalf).map { names[$0] ?? $0 }
            .joined(separator: Actor.onBehalf)
    }
}

/// What the journal says of one person, with their own values readable.
struct PersonRecord: Sendable {
    let sequence: Int
    let at: Instant
    let action: String
    let before: String?
    let after: String?
}

extension Transaction {
    /// Oldest first. Values of other people in a record stay unreadable.
    func journalRecords(about person: ID<Functionary>) throws -> [PersonRecord] {
        let key = try personKey(person)
        return try rows(
            """
            SELECT sequence, at, action, before_state, after_state FROM journal
            WHERE object_kind = 'person' AND object_id = \(person.description) ORDER BY sequence
            """
        ).map { row in
            PersonRecord(
                sequence: try row.integer("sequence"), at: try row.instant("at"),
                action: try row.text("action"),
                before: try row.optionalText("before_state").map { try PersonSecret.opened($0, key: key) },
                after: try row.optionalText("after_state").map { try PersonSecret.opened($0, key: key) })
        }
    }
}
