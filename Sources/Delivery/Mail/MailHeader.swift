/// The headers of a message. Nothing that is put in can end its line: control characters become spaces.
struct MailHeader {
    private(set) var bytes: [UInt8] = []

    /// RFC 2047 §2: an encoded word is at most 75 characters. `=?utf-8?B?` and `?=` take 12, which leaves 63:
    /// fifteen groups of four, from 45 bytes.
    private static let wordBytesMax = 45

    mutating func add(_ name: String, _ value: String) {
        bytes += "\(name): \(Self.oneLine(value))\r\n".utf8
    }

    /// A value that people read: encoded unless it is plain ASCII on a short line.
    mutating func add(_ name: String, text: String) {
        bytes += "\(name): ".utf8
        bytes += Self.encoded(text)
        bytes += "\r\n".utf8
    }

    /// An address with the name of its owner; an empty name leaves the address alone.
    mutating func add(_ name: String, _ owner: String, _ address: String) {
        bytes += "\(name): ".utf8
        if owner.isEmpty {
            bytes += Self.oneLine(address).utf8
        } else {
            bytes += Self.isAtoms(owner) ? Array(owner.utf8) : Self.words(owner)
            bytes += "\r\n <\(Self.oneLine(address))>".utf8
        }
        bytes += "\r\n".utf8
    }

    /// The name of a file: as it is when it is plain, else by RFC 2231. Both at once would make readers choose
    /// the plain one.
    mutating func addAttachment(named file: String) {
        let name = Self.oneLine(file)
        bytes += "Content-Disposition: attachment;\r\n ".utf8
        guard !name.allSatisfy(Self.isFileCharacter) else {
            bytes += "filename=\"\(name)\"\r\n".utf8
            return
        }
        bytes += "filename*=utf-8''".utf8
        for byte in name.utf8 {
            let character = Character(UnicodeScalar(byte))
            if Self.isFileCharacter(character) {
                bytes.append(byte)
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                bytes += "%\(hex.count == 1 ? "0" : "")\(hex)".utf8
            }
        }
        bytes += "\r\n".utf8
    }

    private static func isFileCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
    }

    /// Without line ends and other control characters; whoever writes them into a name or subject gets spaces.
    static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                }))
    }

    private static func encoded(_ text: String) -> [UInt8] {
        let line = oneLine(text)
        // A text that looks like an encoded word would be decoded by whoever reads it.
        let isPlain = line.utf8.count <= 60 && line.utf8.allSatisfy { (32...126).contains($0) }
        return isPlain && !line.contains("=?") ? Array(line.utf8) : words(line)
    }

    /// RFC 5322 §3.2.3: letters, digits and a few marks need no quotes.
    private static func isAtoms(_ text: String) -> Bool {
        text.utf8.count <= 60
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " " || $0 == "-") }
    }

    /// Encoded words, each of whole characters (RFC 2047 §5), one on a line.
    private static func words(_ text: String) -> [UInt8] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for scalar in oneLine(text).unicodeScalars {
            let utf8 = Array(String(scalar).utf8)
            if word.count + utf8.count > wordBytesMax {
                words.append(word)
                word = []
            }
            word += utf8
        }
        if !word.isEmpty { words.append(word) }
        var bytes: [UInt8] = []
        for (index, word) in words.enumerated() {
            bytes += "\(index == 0 ? "" : "\r\n ")=?utf-8?B?".utf8
            MailEncoding.base64(word[...], into: &bytes)
            bytes += "?=".utf8
        }
        return bytes
    }
}
