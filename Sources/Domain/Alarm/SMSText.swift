/// How a text travels as SMS (3GPP TS 23.038): in the alphabet of seven bits when every character is in it,
/// else as UCS-2; and in how many parts.
package struct SMSText: Equatable, Sendable {
    package enum Alphabet: String, Sendable {
        case gsm7, ucs2
    }

    package let alphabet: Alphabet
    /// Septets, or UTF-16 code units.
    package let units: Int
    /// Messages on the wire; a provider counts each.
    package let parts: Int

    package init(_ text: String) {
        var septets = 0
        for scalar in text.unicodeScalars {
            guard let width = Self.septets(scalar) else {
                alphabet = .ucs2
                units = text.utf16.count
                parts = Self.parts(units, alone: 70, joined: 67)
                return
            }
            septets += width
        }
        alphabet = .gsm7
        units = septets
        parts = Self.parts(septets, alone: 160, joined: 153)
    }

    /// A joined part gives six bytes to the header that tells its place.
    private static func parts(_ units: Int, alone: Int, joined: Int) -> Int {
        units <= alone ? 1 : (units + joined - 1) / joined
    }

    private static func septets(_ scalar: Unicode.Scalar) -> Int? {
        if basic.contains(scalar) { return 1 }
        return extended.contains(scalar) ? 2 : nil
    }

    /// TS 23.038 §6.2.1. What Dutch needs and lacks here: ë, ï, á, í, ó, ú, ê, typographic quotes and dashes.
    private static let basic = Set(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)

    /// TS 23.038 §6.2.1.1: each takes an escape and a character.
    private static let extended = Set("^{}\\[~]|€\u{0C}".unicodeScalars)
}
