/// A natural key that people know: `GM0599`, `VR17`, `OVDBZ`. The phantom type says of what.
package struct Code<Entity>: Hashable, Comparable, Sendable, LosslessStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package var description: String { text }

    package static func < (left: Code, right: Code) -> Bool {
        left.text < right.text
    }
}

extension Code: Codable {
    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
