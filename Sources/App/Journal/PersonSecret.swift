import Crypto
import Domain
import Foundation
import Storage

/// Why a personal value of the journal cannot be read.
enum PersonSecretFault: Error, Equatable {
    /// The person was anonymised: the key is destroyed and the value is gone for good.
    case keyDestroyed
    case damaged
}

/// AES-GCM with one key a person. The stored form is base64 of nonce, ciphertext and tag.
enum PersonSecret {
    static let keyBytes = 32
    private static let nonceBytes = 12

    static func encrypt(_ text: String, key: [UInt8], randomness: inout Randomness) throws -> String {
        let nonce = try AES.GCM.Nonce(data: randomness.bytes(nonceBytes))
        let box = try AES.GCM.seal(Array(text.utf8), using: SymmetricKey(data: key), nonce: nonce)
        guard let combined = box.combined else { throw PersonSecretFault.damaged }
        return combined.base64EncodedString()
    }

    static func decrypt(_ stored: String, key: [UInt8]) throws -> String {
        guard let combined = Data(base64Encoded: stored) else { throw PersonSecretFault.damaged }
        let box = try AES.GCM.SealedBox(combined: combined)
        return String(decoding: try AES.GCM.open(box, using: SymmetricKey(data: key)), as: UTF8.self)
    }

    /// A state of the journal as sentences, "naam: waarde", with what this key opens.
    static func opened(_ state: String, key: [UInt8]?) throws -> String {
        let values = try JSONDecoder().decode([String: StateValue].self, from: Data(state.utf8))
        return try values.sorted { $0.key < $1.key }.map { name, value in
            switch value {
            case .plain(let text): "\(name): \(text)"
            case .secret(let stored):
                "\(name): \(try key.map { try decrypt(stored, key: $0) } ?? "niet te lezen")"
            }
        }.joined(separator: "; ")
    }

    private enum StateValue: Decodable {
        case plain(String)
        case secret(String)

        private struct Secret: Decodable {
            let geheim: String
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .plain("–")
                return
            }
            do {
                self = .secret(try container.decode(Secret.self).geheim)
            } catch {
                // It is no secret: a text or a number.
                do {
                    self = .plain(try container.decode(String.self))
                } catch {
                    // Nor a text; what then is no number is damaged and throws.
                    self = .plain("\(try container.decode(Int.self))")
                }
            }
        }
    }
}
