/// Fields of a form or of an address, as the browser sent them; a name may come more than once.
package struct FormFields: Sendable, Equatable {
    private var values: [String: [String]] = [:]

    package init() {}

    package init(_ pairs: KeyValuePairs<String, String>) {
        for (name, value) in pairs { values[name, default: []].append(value) }
    }

    /// Reads `a=1&b=twee+woorden` (application/x-www-form-urlencoded). Bytes that are no UTF-8 become the
    /// replacement character.
    package init(urlEncoded text: String) {
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(parts[0])
            values[name, default: []].append(parts.count == 2 ? Self.decoded(parts[1]) : "")
        }
    }

    package mutating func add(_ name: String, _ value: String) {
        values[name, default: []].append(value)
    }

    /// The first value without the spaces around it; empty when the field is missing.
    package subscript(_ name: String) -> String {
        let text = values[name]?.first ?? ""
        return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The first value exactly as sent, for passwords and pasted files.
    package func raw(_ name: String) -> String {
        values[name]?.first ?? ""
    }

    package func all(_ name: String) -> [String] {
        values[name] ?? []
    }

    package var isEmpty: Bool { values.isEmpty }

    /// In order of the alphabet.
    package var names: [String] { values.keys.sorted() }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let high = digit(rest[rest.startIndex]),
                    let low = digit(rest[rest.startIndex + 1])
                else {
                    bytes.append(byte)
                    continue
                }
                bytes.append(high * 16 + low)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
    }
}

/// Percent-encodes a value for the query of an address.
package func queryEncoded(_ text: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        if plain.contains(byte) {
            bytes.append(byte)
        } else {
            bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
