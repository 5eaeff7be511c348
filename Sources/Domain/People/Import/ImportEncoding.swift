import Foundation

/// How the bytes of an imported file stand for letters.
package enum ImportEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// What Excel writes as "CSV" in Western Europe.
    case windows1252 = "Windows-1252"
}

/// The text of an imported file, without byte order mark.
package struct ImportText: Equatable, Sendable {
    package let text: String
    package let encoding: ImportEncoding

    /// A byte order mark decides; then valid UTF-8; then Windows-1252, in which every byte means something.
    package static func decode(_ bytes: [UInt8]) -> Result<ImportText, ImportFileFault> {
        if bytes.isEmpty { return .failure(.empty) }
        if bytes.count > PeopleFile.bytesMax {
            return .failure(.tooLarge(bytes: bytes.count, max: PeopleFile.bytesMax))
        }
        if spreadsheets.contains(where: { bytes.starts(with: $0) }) { return .failure(.spreadsheet) }
        let decoded: ImportText
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            // Stray bytes after the mark become U+FFFD, which the row that holds them refuses.
            decoded = ImportText(text: String(decoding: bytes.dropFirst(3), as: UTF8.self), encoding: .utf8)
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            decoded = utf16(bytes, .utf16LittleEndian) { UInt16($0) | UInt16($1) << 8 }
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            decoded = utf16(bytes, .utf16BigEndian) { UInt16($0) << 8 | UInt16($1) }
        } else if let text = String(validating: bytes, as: UTF8.self) {
            decoded = ImportText(text: text, encoding: .utf8)
        } else {
            decoded = ImportText(text: windows1252(bytes), encoding: .windows1252)
        }
        if decoded.text.utf8.contains(0) { return .failure(.notText) }
        if decoded.text.utf8.allSatisfy({ blanks.contains($0) }) { return .failure(.empty) }
        return .success(decoded)
    }

    /// An odd last byte is half a character: it is left out, as the file was cut off there.
    private static func utf16(
        _ bytes: [UInt8], _ encoding: ImportEncoding, unit: (UInt8, UInt8) -> UInt16
    ) -> ImportText {
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
        return ImportText(text: String(decoding: units, as: UTF16.self), encoding: encoding)
    }

    private static func windows1252(_ bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let isMoved = (0x80...0x9F).contains(byte)
            scalars.append(isMoved ? windows1252Moved[Int(byte - 0x80)] : Unicode.Scalar(byte))
        }
        return String(scalars)
    }

    /// 0x80–0x9F differ from Latin-1. Five bytes are unused: control characters, which fields refuse.
    private static let windows1252Moved: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]

    /// The first bytes of a zip (xlsx, ods) and of an old xls.
    private static let spreadsheets: [[UInt8]] = [
        [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0xD0, 0xCF, 0x11, 0xE0],
    ]

    private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
}
