package import Foundation

/// The identity of one `Entity`; a UUIDv7, so that ids sort by the moment they were made (ADR 4).
///
/// Stored and shown as 36 lower-case characters. The phantom type keeps a person's id from being used where a
/// line's is meant.
package struct ID<Entity>: Hashable, Sendable, Comparable, LosslessStringConvertible {
    package let uuid: UUID

    package init(uuid: UUID) {
        self.uuid = uuid
    }

    /// Nil when `text` is not a UUID; ids from addresses and forms come in here.
    package init?(_ text: String) {
        var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        guard withUnsafeMutableBytes(of: &bytes, { UUIDText.read(text, into: $0) }) else { return nil }
        uuid = UUID(uuid: bytes)
    }

    package var description: String {
        withUnsafeBytes(of: uuid.uuid) { UUIDText.write($0) }
    }

    package static func < (left: ID, right: ID) -> Bool {
        withUnsafeBytes(of: left.uuid.uuid) { leftBytes in
            withUnsafeBytes(of: right.uuid.uuid) { leftBytes.lexicographicallyPrecedes($0) }
        }
    }
}

/// The 36 characters of a UUID. By hand, because Foundation on Linux goes through `scanf` and `printf`: with
/// hundreds of ids a page that was a fifth of its processor time.
private enum UUIDText {
    /// A hyphen stands before bytes 4, 6, 8 and 10.
    private static func hasHyphen(before index: Int) -> Bool {
        index == 4 || index == 6 || index == 8 || index == 10
    }
    static func read(_ text: String, into bytes: UnsafeMutableRawBufferPointer) -> Bool {
        var text = text
        return text.withUTF8 { utf8 in
            guard utf8.count == 36 else { return false }
            var position = 0
            for index in 0..<16 {
                if hasHyphen(before: index) {
                    guard utf8[position] == UInt8(ascii: "-") else { return false }
                    position += 1
                }
                guard let high = digit(utf8[position]), let low = digit(utf8[position + 1]) else {
                    return false
                }
                bytes[index] = high << 4 | low
                position += 2
            }
            return true
        }
    }

    static func write(_ bytes: UnsafeRawBufferPointer) -> String {
        String(unsafeUninitializedCapacity: 36) { utf8 in
            var position = 0
            for index in 0..<16 {
                if hasHyphen(before: index) {
                    utf8[position] = UInt8(ascii: "-")
                    position += 1
                }
                utf8[position] = character(bytes[index] >> 4)
                utf8[position + 1] = character(bytes[index] & 15)
                position += 2
            }
            return position
        }
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func character(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}
