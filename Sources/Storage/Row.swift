package import Domain

/// The names of a result's columns, shared by its rows.
package final class Columns: Sendable {
    package let names: [String]

    package init(_ names: [String]) {
        self.names = names
    }
}

/// One row of a result, read by column name.
///
/// A name that is not in the result or a value of another type is a fault of the program: it throws
/// `StorageFault.column`.
package struct Row: Sendable {
    private let columns: Columns
    private let values: [Value]

    package init(columns: Columns, values: [Value]) {
        self.columns = columns
        self.values = values
    }

    package func value(_ name: String) throws(StorageFault) -> Value {
        // At most some twenty columns: comparing short strings beats hashing them.
        guard let index = columns.names.firstIndex(of: name) else { throw .column(name) }
        return values[index]
    }

    package func isNull(_ name: String) throws(StorageFault) -> Bool {
        try value(name) == .null
    }

    package func text(_ name: String) throws(StorageFault) -> String {
        guard case .text(let text) = try value(name) else { throw .column(name) }
        return text
    }

    package func integer(_ name: String) throws(StorageFault) -> Int {
        guard case .integer(let number) = try value(name) else { throw .column(name) }
        return Int(number)
    }

    package func real(_ name: String) throws(StorageFault) -> Double {
        switch try value(name) {
        case .real(let number): return number
        case .integer(let number): return Double(number)
        case .null, .text, .bytes: throw .column(name)
        }
    }

    package func bytes(_ name: String) throws(StorageFault) -> [UInt8] {
        guard case .bytes(let bytes) = try value(name) else { throw .column(name) }
        return bytes
    }

    package func flag(_ name: String) throws(StorageFault) -> Bool {
        try integer(name) != 0
    }

    package func instant(_ name: String) throws(StorageFault) -> Instant {
        Instant(milliseconds: Int64(try integer(name)))
    }

    package func day(_ name: String) throws(StorageFault) -> Day {
        guard let day = Day(iso: try text(name)) else { throw .column(name) }
        return day
    }

    package func id<Entity>(_ name: String, of: Entity.Type = Entity.self) throws(StorageFault) -> ID<Entity>
    {
        guard let id = ID<Entity>(try text(name)) else { throw .column(name) }
        return id
    }

    package func kind<Kind: RawRepresentable>(_ name: String, of: Kind.Type = Kind.self) throws(StorageFault)
        -> Kind
    where Kind.RawValue == String {
        guard let kind = Kind(rawValue: try text(name)) else { throw .column(name) }
        return kind
    }
}

/// The same reads for columns that may be NULL.
extension Row {
    package func optionalText(_ name: String) throws(StorageFault) -> String? {
        try isNull(name) ? nil : try text(name)
    }

    package func optionalInteger(_ name: String) throws(StorageFault) -> Int? {
        try isNull(name) ? nil : try integer(name)
    }

    package func optionalReal(_ name: String) throws(StorageFault) -> Double? {
        try isNull(name) ? nil : try real(name)
    }

    package func optionalInstant(_ name: String) throws(StorageFault) -> Instant? {
        try isNull(name) ? nil : try instant(name)
    }

    package func optionalDay(_ name: String) throws(StorageFault) -> Day? {
        try isNull(name) ? nil : try day(name)
    }

    package func optionalID<Entity>(
        _ name: String, of: Entity.Type = Entity.self
    ) throws(StorageFault) -> ID<Entity>? {
        try isNull(name) ? nil : try id(name)
    }
}
