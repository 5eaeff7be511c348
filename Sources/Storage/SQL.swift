import Domain

/// A statement whose interpolated values are bound, never spelled: `SQL("… WHERE id = \(id)")`.
///
/// Fragments are composed with `\(sql: other)`. Placeholders are `$1 …` in order of appearance, which SQLite
/// and PostgreSQL both read, so one text serves both.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The literal parts around the values; always one more than there are values.
    private var literals: [String]
    package private(set) var values: [Value]

    package init(stringLiteral text: String) {
        literals = [text]
        values = []
    }

    package init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.statement
    }

    package var text: String {
        var text = literals[0]
        for (index, literal) in literals.dropFirst().enumerated() {
            text += "$\(index + 1)"
            text += literal
        }
        return text
    }

    private mutating func append(literal: String) {
        literals[literals.count - 1] += literal
    }

    private mutating func append(value: Value) {
        values.append(value)
        literals.append("")
    }

    private mutating func append(_ other: SQL) {
        append(literal: other.literals[0])
        literals += other.literals.dropFirst()
        values += other.values
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var statement = SQL(stringLiteral: "")

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            statement.append(literal: literal)
        }

        package mutating func appendInterpolation(_ value: some Bindable) {
            statement.append(value: value.storedValue)
        }

        /// Nil is bound as NULL.
        package mutating func appendInterpolation<Wrapped: Bindable>(_ value: Wrapped?) {
            statement.append(value: value?.storedValue ?? .null)
        }

        package mutating func appendInterpolation<Kind: RawRepresentable>(_ value: Kind)
        where Kind.RawValue == String {
            statement.append(value: .text(value.rawValue))
        }

        package mutating func appendInterpolation(sql fragment: SQL) {
            statement.append(fragment)
        }

        /// The values of an `IN (…)`; an empty list becomes `NULL`, which nothing equals.
        package mutating func appendInterpolation(list values: [any Bindable]) {
            guard !values.isEmpty else { return statement.append(literal: "NULL") }
            for (index, value) in values.enumerated() {
                if index > 0 { statement.append(literal: ", ") }
                statement.append(value: value.storedValue)
            }
        }
    }
}
