import Foundation

extension String {
    /// Lower case without diacritics, for sorting and comparing names: "Élzenaar" is "elzenaar".
    ///
    /// The ligature ĳ becomes the two letters that people type; "ij" is never taken for "y".
    package var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        var folded = ""
        for scalar in decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark { continue }
            if let letters = undecomposed[scalar] {
                folded += letters
            } else {
                folded.unicodeScalars.append(scalar)
            }
        }
        return folded
    }

    /// The letters and digits of `folded`: "E-mail (werk)" is "emailwerk", "OvD-Bz" is "ovdbz".
    package var foldedKey: String {
        var key = ""
        for scalar in folded.unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal {
            key.unicodeScalars.append(scalar)
        }
        return key
    }

    /// With single spaces inside and none around; spreadsheets add non-breaking and invisible ones.
    package var tidied: String {
        var words: [String] = []
        var word = ""
        for scalar in unicodeScalars where !invisible.contains(scalar) {
            if scalar.properties.isWhitespace {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.joined(separator: " ")
    }
}

/// Letters that Unicode does not take apart.
private let undecomposed: [Unicode.Scalar: String] = [
    "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ĳ": "ij",
]

/// Zero-width space, joiners, word joiner, byte order mark and soft hyphen.
private let invisible: Set<Unicode.Scalar> = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}",
]
