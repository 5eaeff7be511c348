import Foundation

/// One record of a table: a line of a csv, or several when a quoted field has line ends in it.
package struct ImportRecord: Equatable, Sendable {
    /// The physical line on which the record starts, from 1.
    package let line: Int
    package let fields: [String]
    package let damage: ImportDamage?

    package init(line: Int, fields: [String], damage: ImportDamage? = nil) {
        self.line = line
        self.fields = fields
        self.damage = damage
    }

    /// Spreadsheets end with rows of separators only.
    package var isBlank: Bool {
        damage == nil && fields.allSatisfy { $0.tidied.isEmpty }
    }
}

/// Why the fields of a record cannot be trusted.
package enum ImportDamage: Equatable, Sendable {
    /// The quote opened on `line` is never closed; the record runs to the end of the file.
    case unclosedQuote(line: Int)
    case textAfterQuote(line: Int)
    case tooManyFields(max: Int)
}

/// Takes a csv apart by RFC 4180: quotes, doubled quotes, line ends within quotes; CRLF, LF or CR.
package struct ImportScanner: Sendable {
    package var separator: ImportSeparator
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    /// No HR list is this wide; more is a file of separators.
    package static let fieldsMax = 200

    package init(_ text: String, separator: ImportSeparator = .semicolon) {
        bytes = Array(text.utf8)
        self.separator = separator
    }

    /// Nil at the end of the file.
    package mutating func next() -> ImportRecord? {
        guard position < bytes.count else { return nil }
        let start = line
        var fields: [String] = []
        var damage: ImportDamage?
        repeat {
            let field = nextField(&damage)
            if fields.count < ImportScanner.fieldsMax {
                fields.append(field)
            } else {
                damage = damage ?? .tooManyFields(max: ImportScanner.fieldsMax)
            }
        } while takeSeparator()
        takeLineEnd()
        return ImportRecord(line: start, fields: fields, damage: damage)
    }

    /// The first line as it stands, for `sep=`; taken out of the records when `isDeclaration` says so.
    package mutating func takeFirstLine(where isDeclaration: (String) -> Bool) {
        let end = bytes.firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? bytes.count
        guard isDeclaration(String(decoding: bytes[..<end], as: UTF8.self)) else { return }
        position = end
        takeLineEnd()
    }

    private mutating func nextField(_ damage: inout ImportDamage?) -> String {
        guard position < bytes.count, bytes[position] == .quote else { return takePlain() }
        let opened = line
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == .quote {
                position += 1
                guard position < bytes.count, bytes[position] == .quote else {
                    let rest = takePlain()
                    if !rest.tidied.isEmpty { damage = damage ?? .textAfterQuote(line: opened) }
                    return String(decoding: content, as: UTF8.self) + rest
                }
            } else {
                countLine(byte)
            }
            content.append(byte)
            position += 1
        }
        damage = damage ?? .unclosedQuote(line: opened)
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func takePlain() -> String {
        let start = position
        while position < bytes.count, bytes[position] != separator.rawValue, bytes[position] != .lineFeed,
            bytes[position] != .carriageReturn
        {
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func takeSeparator() -> Bool {
        guard position < bytes.count, bytes[position] == separator.rawValue else { return false }
        position += 1
        return true
    }

    private mutating func takeLineEnd() {
        guard position < bytes.count else { return }
        let isPair =
            bytes[position] == .carriageReturn && position + 1 < bytes.count
            && bytes[position + 1] == .lineFeed
        position += isPair ? 2 : 1
        line += 1
    }

    /// Within quotes: CRLF counts once, at its line feed.
    private mutating func countLine(_ byte: UInt8) {
        let followedByLineFeed = position + 1 < bytes.count && bytes[position + 1] == .lineFeed
        if byte == .lineFeed || (byte == .carriageReturn && !followedByLineFeed) { line += 1 }
    }
}

extension UInt8 {
    fileprivate static let quote: UInt8 = 0x22
    fileprivate static let lineFeed: UInt8 = 0x0A
    fileprivate static let carriageReturn: UInt8 = 0x0D
}
