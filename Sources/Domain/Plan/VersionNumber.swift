/// The number of a version of a document, as people write it: `0.3`, `1.0`, `1.10b`. In order part by part, so that
/// 0.10 comes after 0.9, and 1 is the same as 1.0.
package struct VersionNumber: Comparable, Sendable {
    private struct Part: Comparable {
        let number: Int
        let letters: String

        static func < (one: Part, other: Part) -> Bool {
            (one.number, one.letters) < (other.number, other.letters)
        }
    }

    private let parts: [Part]

    /// Nil when it does not begin with a digit, holds anything but digits, letters and points, or has a part
    /// without a number.
    package init?(_ text: String) {
        guard text.count <= Self.charactersMax, text.wholeMatch(of: /[0-9][0-9A-Za-z.]*/) != nil else {
            return nil
        }
        var parts: [Part] = []
        for piece in text.split(separator: ".", omittingEmptySubsequences: false) {
            let digits = piece.prefix { ("0"..."9").contains($0) }
            guard let number = Int(digits) else { return nil }
            parts.append(Part(number: number, letters: piece.dropFirst(digits.count).lowercased()))
        }
        while parts.count > 1, parts.last == Part(number: 0, letters: "") { parts.removeLast() }
        self.parts = parts
    }

    package static let charactersMax = 12

    package static func < (one: VersionNumber, other: VersionNumber) -> Bool {
        one.parts.lexicographicallyPrecedes(other.parts)
    }
}
