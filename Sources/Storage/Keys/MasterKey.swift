import Crypto
import Foundation

/// A key that wraps other keys (AES key wrap, RFC 3394): 32 bytes, known by a name that may be public.
struct MasterKey: Equatable, Sendable {
    static let bytesCount = 32
    private static let idBytes = 8
    /// In front of what is wrapped, so that a later way of wrapping can be told from this one.
    private static let version: UInt8 = 1

    /// Eight bytes in hexadecimal.
    let id: String
    let bytes: [UInt8]

    /// Version, key id, then 8 bytes more than the secret.
    func wrap(_ secret: [UInt8]) throws -> [UInt8] {
        let wrapped = try AES.KeyWrap.wrap(SymmetricKey(data: secret), using: SymmetricKey(data: bytes))
        return [Self.version] + idAsBytes + wrapped
    }

    /// - Throws: `KeyFault.wrong` when this is another key with the same id, or the bytes were changed.
    func unwrap(_ stored: [UInt8]) throws(KeyFault) -> [UInt8] {
        do {
            let secret = try AES.KeyWrap.unwrap(
                Data(stored.dropFirst(1 + Self.idBytes)), using: SymmetricKey(data: bytes))
            return secret.withUnsafeBytes { Array($0) }
        } catch {
            throw .wrong(id: id)
        }
    }

    /// Under which master key a stored secret is; nil when it is not wrapped, as before there were any.
    static func id(of stored: [UInt8]) -> String? {
        guard stored.count > bytesCount, stored.first == version else { return nil }
        return stored[1..<(1 + idBytes)].map { byte in
            byte < 16 ? "0\(String(byte, radix: 16))" : String(byte, radix: 16)
        }.joined()
    }

    private var idAsBytes: [UInt8] {
        stride(from: 0, to: id.utf8.count, by: 2).map { start in
            let digits = id.dropFirst(start).prefix(2)
            return UInt8(digits, radix: 16) ?? 0
        }
    }
}

/// Why the keys of the data cannot be used. The data is left as it is; no new key takes their place.
package enum KeyFault: Error, Equatable, Sendable {
    /// The data is under a master key and no file with keys was given.
    case noFile(id: String)
    /// The file is not there.
    case missing(path: String, id: String)
    /// The file is there and holds other keys.
    case unknown(id: String)
    /// The file holds a key of this name with another content, or what it wrapped was changed.
    case wrong(id: String)
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
}
