/// Why bytes are no JSON that may come in.
package enum JSONReadingFault: Error, Equatable, Sendable {
    case empty
    /// Byte at which the text stops being JSON, from 0.
    case syntax(byte: Int)
    /// A name comes twice in one object; which of the two is meant nobody can tell.
    case duplicateName(pointer: String)
    case tooDeep(levelsMax: Int)
    case notUTF8

    package var code: String {
        switch self {
        case .empty: "leeg"
        case .syntax: "geen-json"
        case .duplicateName: "dubbel-veld"
        case .tooDeep: "te-diep"
        case .notUTF8: "geen-utf8"
        }
    }

    package var sentence: String {
        switch self {
        case .empty: "De inhoud is leeg; verwacht wordt een JSON-object."
        case .syntax(let byte): "De inhoud is geen JSON: byte \(byte + 1) kan daar niet staan."
        case .duplicateName: "Dit veld komt twee keer voor. Geef het één keer."
        case .tooDeep(let max): "De inhoud is dieper genest dan \(max) lagen."
        case .notUTF8: "De inhoud is geen UTF-8."
        }
    }
}

/// Reads JSON strictly (RFC 8259). By hand, because Foundation's decoder takes the last of two equal names without a
/// word and does not say where in the text something is wrong.
package struct JSONReader {
    /// More than any resource has, and far less than the stack holds.
    private static let levelsMax = 32

    private let bytes: [UInt8]
    private var at = 0
    private var path: [String] = []

    package static func read(_ bytes: [UInt8]) throws(JSONReadingFault) -> JSONValue {
        guard !bytes.isEmpty else { throw .empty }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(level: 0)
        reader.skipSpace()
        guard reader.at == bytes.count else { throw .syntax(byte: reader.at) }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
        guard let byte = next, byte == character.asciiValue else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ character: Character) throws(JSONReadingFault) {
        guard take(character) else { throw .syntax(byte: at) }
    }

    private mutating func value(level: Int) throws(JSONReadingFault) -> JSONValue {
        guard level <= Self.levelsMax else { throw .tooDeep(levelsMax: Self.levelsMax) }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(level: level)
        case UInt8(ascii: "["): return try array(level: level)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func literal(_ text: String, _ value: JSONValue) throws(JSONReadingFault) -> JSONValue {
        for character in text { try expect(character) }
        return value
    }

    private mutating func object(level: Int) throws(JSONReadingFault) -> JSONValue {
        at += 1
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        skipSpace()
        if take("}") { return .object([]) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw .syntax(byte: at) }
            let name = try text()
            path.append(name)
            guard names.insert(name).inserted else {
                throw .duplicateName(pointer: InputPlace.pointer(path))
            }
            skipSpace()
            try expect(":")
            members.append(JSONValue.Member(name, try value(level: level + 1)))
            path.removeLast()
            skipSpace()
            if take("}") { return .object(members) }
            try expect(",")
        }
    }

    private mutating func array(level: Int) throws(JSONReadingFault) -> JSONValue {
        at += 1
        var values: [JSONValue] = []
        skipSpace()
        if take("]") { return .array([]) }
        while true {
            path.append("\(values.count)")
            values.append(try value(level: level + 1))
            path.removeLast()
            skipSpace()
            if take("]") { return .array(values) }
            try expect(",")
        }
    }

    private mutating func number() throws(JSONReadingFault) -> String {
        let start = at
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("-") { _ = take("+") }
            try digits()
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func digits() throws(JSONReadingFault) {
        let start = at
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
        guard at > start else { throw .syntax(byte: at) }
    }

    private mutating func text() throws(JSONReadingFault) -> String {
        at += 1
        var text: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                at += 1
                try escape(into: &text)
            case 0x00..<0x20: throw .syntax(byte: at)
            default:
                text.append(byte)
                at += 1
            }
        }
        throw .syntax(byte: at)
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONReadingFault) {
        guard let byte = next else { throw .syntax(byte: at) }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += Array(String(try scalar()).utf8)
        default: throw .syntax(byte: at - 1)
        }
    }

    /// The four digits after `\u`, or eight in two halves; half a character is none.
    private mutating func scalar() throws(JSONReadingFault) -> Unicode.Scalar {
        let start = at
        let high = try fourDigits()
        var code = high
        if (0xD800..<0xDC00).contains(high) {
            try expect("\\")
            try expect("u")
            let low = try fourDigits()
            guard (0xDC00..<0xE000).contains(low) else { throw .syntax(byte: start) }
            code = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw .syntax(byte: start) }
        return scalar
    }

    private mutating func fourDigits() throws(JSONReadingFault) -> UInt32 {
        guard at + 4 <= bytes.count else { throw .syntax(byte: bytes.count) }
        var number: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(UnicodeScalar(bytes[at])).hexDigitValue else {
                throw .syntax(byte: at)
            }
            number = number * 16 + UInt32(digit)
            at += 1
        }
        return number
    }
}
