import Domain
import Foundation
import Storage

/// A journalled write under way: it holds the lock row, knows who writes and when, and records what was done.
///
/// One shape for every operation: permission, load, ask the domain, save, record, queue what must follow
/// (design.md §3).
struct Change {
    let tx: Transaction
    let actor: Actor
    let now: Instant
    var randomness: Randomness
    /// Whether somebody further out will look what this write leaves uncovered.
    var isNoticingGaps = false
    /// What was done, by its name in the journal.
    private(set) var actions: Set<String> = []
    private var sequence: Int
    private var hash: String

    fileprivate init(_ tx: Transaction, _ actor: Actor, _ now: Instant, _ randomness: Randomness) throws {
        self.tx = tx
        self.actor = actor
        self.now = now
        self.randomness = randomness
        (sequence, hash) = try tx.lockJournalHead()
    }

    mutating func newID<Entity>() -> ID<Entity> {
        randomness.id(at: now)
    }

    mutating func record(_ entry: JournalEntry) throws {
        let before = try entry.before.map { try json($0) }
        let after = try entry.after.map { try json($0) }
        let next = JournalRecord.hash(
            sequence: sequence + 1, at: now, actor: actor.journalText, origin: actor.journalOrigin,
            action: entry.action,
            objectKind: entry.objectKind, objectID: entry.objectID, result: "ok", before: before,
            after: after,
            previousHash: hash)
        try tx.insert(
            JournalRecord(
                sequence: sequence + 1, at: now, actor: actor.journalText, origin: actor.journalOrigin,
                action: entry.action, objectKind: entry.objectKind, objectID: entry.objectID, result: "ok",
                before: before, after: after, previousHash: hash, hash: next))
        actions.insert(entry.action)
        sequence += 1
        hash = next
    }

    fileprivate func writeHead() throws {
        try tx.setJournalHead(sequence: sequence, hash: hash)
    }

    /// Keys sorted, so that the same state has the same text.
    private mutating func json(_ state: [String: JournalValue]) throws -> String {
        var values: [String: JSONValue] = [:]
        for (name, value) in state.sorted(by: { $0.key < $1.key }) {
            switch value {
            case .text(let text): values[name] = .text(text)
            case .number(let number): values[name] = .number(number)
            case .none: values[name] = .null
            case .secret(let text, let person):
                values[name] = .secret(
                    try PersonSecret.encrypt(text, key: try key(of: person), randomness: &randomness))
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(values), as: UTF8.self)
    }

    private mutating func key(of person: ID<Functionary>) throws -> [UInt8] {
        if let key = try tx.personKey(person) { return key }
        let key = randomness.bytes(PersonSecret.keyBytes)
        try tx.insertPersonKey(key, of: person)
        return key
    }

    private enum JSONValue: Encodable {
        case text(String)
        case number(Int)
        case null
        case secret(String)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .null: try container.encodeNil()
            case .secret(let text): try container.encode(["geheim": text])
            }
        }
    }
}

extension Storage {
    /// Runs `body` as one journalled write. It may run more than once; only the last run counts.
    func change<Result: Sendable>(
        by actor: Actor, at now: Instant, randomness: Randomness,
        _ body: @escaping @Sendable (inout Change) throws -> Result
    ) async throws -> Result {
        try await write { tx in try tx.change(by: actor, at: now, randomness: randomness, body) }
    }
}

extension Transaction {
    /// Journals `body` as a part of this transaction, which may do more than that: the alarm engine decides in
    /// the journal and claims messages outside it.
    func change<Result>(
        by actor: Actor, at now: Instant, randomness: Randomness, _ body: (inout Change) throws -> Result
    ) throws -> Result {
        var change = try Change(self, actor, now, randomness)
        let result = try body(&change)
        try change.writeHead()
        return result
    }
}
