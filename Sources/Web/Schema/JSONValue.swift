/// A JSON text as a value (RFC 8259). Members keep their order, numbers the digits with which they were written.
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case text(String)
    case array([JSONValue])
    case object([Member])

    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// Nil for anything but an object that has the member.
    package subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// An object with one more member, or with another value for it.
    package func setting(_ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.name != name } + [Member(name, value)])
    }

    package var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.bytes
    }

    /// What a Dutch sentence calls it.
    package var word: String {
        switch self {
        case .null: "null"
        case .bool: "waar of onwaar"
        case .number: "een getal"
        case .text: "een tekst"
        case .array: "een lijst"
        case .object: "een object"
        }
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
    ExpressibleByStringInterpolation,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }

    package init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    package init(stringLiteral text: String) {
        self = .text(text)
    }

    package init(integerLiteral number: Int) {
        self = .number("\(number)")
    }

    package init(booleanLiteral flag: Bool) {
        self = .bool(flag)
    }

    package init(nilLiteral: ()) {
        self = .null
    }
}
