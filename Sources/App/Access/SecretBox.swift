import Crypto
import Domain
import Foundation

/// Why something sealed cannot be opened.
enum SecretBoxFault: Error, Equatable {
    /// Sealed with another key, for another purpose, or changed since.
    case damaged
}

/// Keeps passwords of other systems unreadable in the database and its backups: AES-GCM under a key that is
/// itself under the region's master key.
struct SecretBox: Sendable {
    static let keyBytes = 32
    private static let nonceBytes = 12

    private let key: [UInt8]

    init(key: [UInt8]) {
        self.key = key
    }

    /// - Parameter purpose: what it is for; it opens for nothing else.
    func seal(_ text: String, for purpose: String, randomness: inout Randomness) throws -> String {
        let nonce = try AES.GCM.Nonce(data: randomness.bytes(Self.nonceBytes))
        let box = try AES.GCM.seal(
            Array(text.utf8), using: SymmetricKey(data: key), nonce: nonce,
            authenticating: Array(purpose.utf8))
        guard let combined = box.combined else { throw SecretBoxFault.damaged }
        return combined.base64EncodedString()
    }

    func open(_ stored: String, for purpose: String) throws -> String {
        guard let combined = Data(base64Encoded: stored) else { throw SecretBoxFault.damaged }
        do {
            let box = try AES.GCM.SealedBox(combined: combined)
            let bytes = try AES.GCM.open(
                box, using: SymmetricKey(data: key), authenticating: Array(purpose.utf8))
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            throw SecretBoxFault.damaged
        }
    }
}

extension Change {
    /// The box of this database; its key is made at the first use.
    mutating func secretBox() throws -> SecretBox {
        if let box = try tx.secretBox() { return box }
        let key = randomness.bytes(SecretBox.keyBytes)
        try tx.insertSecretBoxKey(key)
        return SecretBox(key: key)
    }
}
