package import Foundation

/// The identity of one `Entity`; a UUIDv7, so that ids sort by the moment they were made (ADR 4).
///
/// Stored and shown as 36 lower-case characters. The phantom type keeps a person's id from being used where a
/// line's is meant.
package struct ID<Entity>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let uuid: UUID

    package init(uuid: UUID) {
        self.uuid = uuid
    }

    /// Nil when `text` is not a UUID; ids from addresses and forms come in here.
    package init?(_ text: String) {
        guard let uuid = UUID(uuidString: text) else { return nil }
        self.uuid = uuid
    }

    package var description: String { uuid.uuidString.lowercased() }

    package static func < (left: ID, right: ID) -> Bool {
        left.description < right.description
    }
}
