/// A set of indices that is written in ascending order, so that the same people are always kept as the same text.
@propertyWrapper
package struct Ascending: Hashable, Codable, Sendable {
    package var wrappedValue: Set<Int>

    package init(wrappedValue: Set<Int>) {
        self.wrappedValue = wrappedValue
    }

    package init(from decoder: any Decoder) throws {
        wrappedValue = Set(try decoder.singleValueContainer().decode([Int].self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue.sorted())
    }
}
