import Web

/// What of a server's own words may be kept and shown.
enum ShownAnswer {
    private static let charactersMax = 300
    /// Shorter values would take ordinary words out of an answer.
    private static let secretLengthMin = 4

    /// On one line, cut, and with every secret replaced.
    static func text(_ text: String, hiding secrets: [String]) -> String {
        var line = String(
            text.prefix(4 * charactersMax).map { $0.isNewline || $0 == "\t" ? " " : $0 }.filter { character in
                character.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
            })
        for secret in secrets { line = line.replacing(secret, with: "•••") }
        let words = line.split(separator: " ").joined(separator: " ")
        return words.count > charactersMax ? "\(words.prefix(charactersMax))…" : words
    }

    /// Each secret in the forms in which a server could send it back.
    static func hidden(_ secrets: [String]) -> [String] {
        secrets.filter { $0.count >= secretLengthMin }.flatMap { [$0, queryEncoded($0)] }
    }
}
