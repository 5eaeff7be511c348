package import Domain

/// A value as both engines store it. Instants are milliseconds UTC, days ISO text, money cents.
package enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}

/// What may be bound to a statement; the conformance fixes the stored form in one place.
package protocol Bindable {
    var storedValue: Value { get }
}

extension Int: Bindable {
    package var storedValue: Value { .integer(Int64(self)) }
}

extension Int64: Bindable {
    package var storedValue: Value { .integer(self) }
}

extension Double: Bindable {
    package var storedValue: Value { .real(self) }
}

extension String: Bindable {
    package var storedValue: Value { .text(self) }
}

extension Bool: Bindable {
    package var storedValue: Value { .integer(self ? 1 : 0) }
}

extension [UInt8]: Bindable {
    package var storedValue: Value { .bytes(self) }
}

extension ID: Bindable {
    package var storedValue: Value { .text(description) }
}

extension Instant: Bindable {
    package var storedValue: Value { .integer(milliseconds) }
}

extension Day: Bindable {
    package var storedValue: Value { .text(iso) }
}

extension Code: Bindable {
    package var storedValue: Value { .text(text) }
}
