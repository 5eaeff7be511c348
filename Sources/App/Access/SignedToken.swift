import Crypto
import Foundation
import Storage

/// Some bytes and who made them, short enough for an address: without the key nobody can make one for other bytes.
struct SignedToken {
    /// In front of what is signed, so that the key signs nothing else.
    let context: String
    let key: [UInt8]

    /// Guessing a signature of 96 bits is 2⁹⁶ tries.
    private static let signatureBytes = 12

    /// Letters, digits, `-` and `_`.
    func text(_ payload: [UInt8]) -> String {
        Data(payload + signature(payload)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").filter { $0 != "=" }
    }

    /// Nil when `text` was not made with the key, or holds another number of bytes.
    func payload(_ text: String, bytes count: Int) -> [UInt8]? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: plain + padding), data.count == count + Self.signatureBytes
        else { return nil }
        let payload = Array(data.prefix(count))
        let signed = Array(data.dropFirst(count))
        return Secrets.areEqual(signed.hexadecimal, signature(payload).hexadecimal) ? payload : nil
    }

    private func signature(_ payload: [UInt8]) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(Array(context.utf8) + payload), using: SymmetricKey(data: key))
        return Array(Array(code).prefix(Self.signatureBytes))
    }
}
