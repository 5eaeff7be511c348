package import Domain

/// A value that is one JSON text, number or boolean, and can stand in an address too: how it is read, written and
/// described.
package struct Scalar<Value: Sendable>: Sendable {
    package enum Kind: String, Sendable {
        case string, integer, boolean

        var word: String {
            switch self {
            case .string: "een tekst"
            case .integer: "een geheel getal"
            case .boolean: "true of false"
            }
        }
    }

    package let kind: Kind
    /// Keywords of JSON Schema besides `type`.
    package let keywords: [JSONValue.Member]
    /// What a refusal says is expected: "een dag zoals 2026-11-23".
    package let expected: String
    package let parse: @Sendable (String) -> Value?
    package let print: @Sendable (Value) -> String

    package init(
        _ kind: Kind, expected: String, keywords: JSONValue = [:],
        parse: @escaping @Sendable (String) -> Value?,
        print: @escaping @Sendable (Value) -> String
    ) {
        self.kind = kind
        if case .object(let members) = keywords { self.keywords = members } else { self.keywords = [] }
        self.expected = expected
        self.parse = parse
        self.print = print
    }

    package var description: JSONValue {
        .object([JSONValue.Member("type", .text(kind.rawValue))] + keywords)
    }

    /// What is wrong with `text`, as a sentence. The text itself is not told: it may be a secret in the wrong field.
    package var sentence: String { "Verwacht wordt \(expected)." }
}

extension Scalar where Value == String {
    /// Without control characters and without spaces at either end. Characters are counted as JSON Schema does: by code
    /// point.
    package static func text(_ lengths: ClosedRange<Int>) -> Scalar<String> {
        Scalar(
            .string,
            expected: "een tekst van \(lengths.lowerBound) tot \(lengths.upperBound) tekens op één regel",
            keywords: [
                "minLength": .number("\(lengths.lowerBound)"), "maxLength": .number("\(lengths.upperBound)"),
                "pattern": lengths.lowerBound == 0
                    ? "^([^\\x00-\\x20\\x7F]([^\\x00-\\x1F\\x7F]*[^\\x00-\\x20\\x7F])?)?$"
                    : "^[^\\x00-\\x20\\x7F]([^\\x00-\\x1F\\x7F]*[^\\x00-\\x20\\x7F])?$",
            ],
            parse: { text in
                let scalars = text.unicodeScalars
                let isPlain = scalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
                guard lengths.contains(scalars.count), isPlain, scalars.first != " ", scalars.last != " "
                else {
                    return nil
                }
                return text
            }, print: { $0 })
    }

    /// A text of our own in an answer: any characters.
    package static let anyText = Scalar(.string, expected: "een tekst", parse: { $0 }, print: { $0 })
}

extension Scalar where Value == Int {
    package static func integer(_ range: ClosedRange<Int>) -> Scalar<Int> {
        Scalar(
            .integer, expected: "een geheel getal van \(range.lowerBound) tot en met \(range.upperBound)",
            keywords: [
                "minimum": .number("\(range.lowerBound)"), "maximum": .number("\(range.upperBound)"),
            ],
            parse: { text in
                // JSON Schema counts 5.0 as an integer.
                let digits = text.hasSuffix(".0") ? text.dropLast(2) : text[...]
                guard let number = Int(digits), range.contains(number) else { return nil }
                return number
            }, print: { "\($0)" })
    }

    /// A count in an answer.
    package static let count = Scalar.integer(0...Int(Int32.max))
}

extension Scalar where Value == Bool {
    package static let boolean = Scalar(
        .boolean, expected: "true of false",
        parse: { text in
            switch text {
            case "true": true
            case "false": false
            default: nil
            }
        }, print: { $0 ? "true" : "false" })
}

extension Scalar where Value == Day {
    /// The years in which the product plans; a day far outside them is a typing error.
    package static let day = Scalar(
        .string, expected: "een bestaande dag zoals 2026-11-23",
        keywords: ["format": "date", "pattern": .text("^\(dayPattern)$"), "examples": ["2026-11-23"]],
        parse: { text in text.hasPlannedYear ? Day(iso: text) : nil }, print: \.iso)
}

extension Scalar where Value == Instant {
    /// Any offset comes in; UTC goes out.
    package static let instant = Scalar(
        .string, expected: "een tijdstip zoals 2026-11-23T11:00:00Z of 2026-11-23T12:00:00+01:00",
        keywords: [
            "format": "date-time", "pattern": .text("^\(dayPattern)T\(timePattern)$"),
            "examples": ["2026-11-23T11:00:00Z"],
        ],
        parse: { text in text.hasPlannedYear ? Instant(iso8601: text) : nil }, print: \.iso8601)
}

private let dayPattern = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
private let timePattern =
    "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])"

extension String {
    fileprivate var hasPlannedYear: Bool {
        ["19", "20", "21"].contains { hasPrefix($0) }
    }
}

extension Scalar {
    /// The identity of an `Entity`: a UUID in lower or upper case.
    package static func id<Entity>(of: Entity.Type) -> Scalar<ID<Entity>> where Value == ID<Entity> {
        Scalar<ID<Entity>>(
            .string, expected: "een id zoals 01a13951-2b4c-7d3e-8f00-112233445566",
            keywords: [
                "format": "uuid",
                "pattern": "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
            ],
            parse: { ID<Entity>($0) }, print: \.description)
    }

    /// A natural key: capitals, digits, hyphens and low lines.
    package static func code<Entity>(of: Entity.Type, example: String) -> Scalar<Code<Entity>>
    where Value == Code<Entity> {
        Scalar<Code<Entity>>(
            .string, expected: "een code zoals \(example)",
            keywords: ["pattern": "^[A-Z0-9][A-Z0-9_-]{0,39}$", "examples": .array([.text(example)])],
            parse: { text in
                let isCode = text.utf8.allSatisfy { byte in
                    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                }
                guard isCode, (1...40).contains(text.utf8.count), !text.hasPrefix("-"),
                    !text.hasPrefix("_")
                else { return nil }
                return Code<Entity>(text)
            }, print: \.text)
    }

    /// One of a fixed set of words.
    package static func choice(_ cases: [Value], word: @escaping @Sendable (Value) -> String) -> Scalar<Value>
    {
        let words = cases.map(word)
        return Scalar(
            .string, expected: "een van: \(words.joined(separator: ", "))",
            keywords: ["enum": .array(words.map { .text($0) })],
            parse: { text in words.firstIndex(of: text).map { cases[$0] } }, print: word)
    }
}
