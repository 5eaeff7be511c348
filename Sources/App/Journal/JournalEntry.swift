import Crypto
import Domain
import Storage

/// One fact of a state before or after a write, as it stands in the journal.
enum JournalValue: Sendable {
    case text(String)
    case number(Int)
    case none
    /// A value about a person: encrypted with that person's key, so that destroying the key makes it
    /// unreadable for good while the chain stays valid (spec X2).
    case secret(String, of: ID<Functionary>)

    static func day(_ day: Day?) -> JournalValue { day.map { .text($0.iso) } ?? .none }
    static func code<Entity>(_ code: Code<Entity>?) -> JournalValue { code.map { .text($0.text) } ?? .none }
}

/// What a write did to what: the facts that BIO2 8.15.01 asks for, besides actor and time.
struct JournalEntry: Sendable {
    /// `absence.recorded`: noun and past participle.
    let action: String
    let objectKind: String
    let objectID: String
    var before: [String: JournalValue]?
    var after: [String: JournalValue]?

    init(
        _ action: String, _ objectKind: String, _ objectID: some CustomStringConvertible,
        before: [String: JournalValue]? = nil, after: [String: JournalValue]? = nil
    ) {
        self.action = action
        self.objectKind = objectKind
        self.objectID = objectID.description
        self.before = before
        self.after = after
    }
}

/// A record as it is stored, with its place in the chain.
struct JournalRecord: Sendable {
    let sequence: Int
    let at: Instant
    let actor: String
    let origin: String
    let action: String
    let objectKind: String
    let objectID: String
    let result: String
    let before: String?
    let after: String?
    let previousHash: String
    let hash: String

    /// SHA-256 over every field, each preceded by its length, so that no two records share a text.
    static func hash(
        sequence: Int, at: Instant, actor: String, origin: String, action: String, objectKind: String,
        objectID: String,
        result: String, before: String?, after: String?, previousHash: String
    ) -> String {
        let fields = [
            "\(sequence)", "\(at.milliseconds)", actor, origin, action, objectKind, objectID, result,
            before ?? "-", after ?? "-", previousHash,
        ]
        var hasher = SHA256()
        for field in fields {
            let bytes = Array(field.utf8)
            hasher.update(data: Array("\(bytes.count):".utf8))
            hasher.update(data: bytes)
        }
        return [UInt8](hasher.finalize()).hexadecimal
    }

    var isIntact: Bool {
        hash
            == Self.hash(
                sequence: sequence, at: at, actor: actor, origin: origin, action: action,
                objectKind: objectKind,
                objectID: objectID, result: result, before: before, after: after, previousHash: previousHash)
    }
}
