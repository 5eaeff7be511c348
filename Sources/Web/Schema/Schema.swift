/// One value that reads a resource from JSON, writes it as JSON and describes it, so that what the API does and what
/// `openapi.json` says cannot part ways.
package struct Schema<Value: Sendable>: Sendable {
    /// What stands where the value is used: keywords, or a reference to a component.
    package let usage: JSONValue
    /// The named descriptions that `usage` needs, its own included.
    package let components: [String: JSONValue]
    package let write: @Sendable (Value, inout JSONWriter) -> Void
    /// Nil after it added at least one fault.
    package let read: @Sendable (JSONValue, _ path: [String], _ faults: inout [InputFault]) -> Value?

    package init(
        usage: JSONValue, components: [String: JSONValue] = [:],
        write: @escaping @Sendable (Value, inout JSONWriter) -> Void,
        read: @escaping @Sendable (JSONValue, _ path: [String], _ faults: inout [InputFault]) -> Value?
    ) {
        self.usage = usage
        self.components = components
        self.write = write
        self.read = read
    }

    /// - Throws: nothing; every fault is in `faults`, and the value is then nil.
    package func decode(_ bytes: [UInt8], _ faults: inout [InputFault]) -> Value? {
        let value: JSONValue
        do {
            value = try JSONReader.read(bytes)
        } catch .duplicateName(let pointer) {
            let fault = JSONReadingFault.duplicateName(pointer: pointer)
            faults.append(InputFault(body: pointer, fault.code, fault.sentence))
            return nil
        } catch {
            faults.append(InputFault(body: "", error.code, error.sentence))
            return nil
        }
        return read(value, [], &faults)
    }

    package func bytes(_ value: Value) -> [UInt8] {
        var writer = JSONWriter()
        write(value, &writer)
        return writer.bytes
    }
}

extension Schema {
    package static func scalar(_ scalar: Scalar<Value>) -> Schema<Value> {
        Schema(
            usage: scalar.description,
            write: { value, writer in
                let text = scalar.print(value)
                switch scalar.kind {
                case .string: writer.text(text)
                case .integer, .boolean: writer.value(.number(text))
                }
            },
            read: { value, path, faults in
                guard let text = text(of: value, scalar.kind) else {
                    faults.append(
                        .init(
                            body: InputPlace.pointer(path), "verkeerde-soort",
                            "Verwacht wordt \(scalar.kind.word), gegeven is \(value.word)."))
                    return nil
                }
                guard let read = scalar.parse(text) else {
                    faults.append(.init(body: InputPlace.pointer(path), "ongeldige-waarde", scalar.sentence))
                    return nil
                }
                return read
            })
    }

    private static func text(of value: JSONValue, _ kind: Scalar<Value>.Kind) -> String? {
        switch (value, kind) {
        case (.text(let text), .string): text
        case (.number(let digits), .integer): digits
        case (.bool(let flag), .boolean): flag ? "true" : "false"
        default: nil
        }
    }

    /// At most `countMax` of `element`.
    package static func list<Element>(of element: Schema<Element>, countMax: Int) -> Schema<[Element]>
    where Value == [Element] {
        Schema<[Element]>(
            usage: ["type": "array", "items": element.usage, "maxItems": .number("\(countMax)")],
            components: element.components,
            write: { values, writer in
                writer.array { writer in for value in values { element.write(value, &writer) } }
            },
            read: { value, path, faults in
                guard case .array(let values) = value else {
                    faults.append(.wrongKind(path, "een lijst", value))
                    return nil
                }
                guard values.count <= countMax else {
                    faults.append(
                        .init(
                            body: InputPlace.pointer(path), "te-veel", "Geef hoogstens \(countMax) waarden."))
                    return nil
                }
                let read = values.enumerated().compactMap { index, value in
                    element.read(value, path + ["\(index)"], &faults)
                }
                return read.count == values.count ? read : nil
            })
    }

    /// The same, or `null`.
    package func orNull() -> Schema<Value?> {
        Schema<Value?>(
            usage: usage.orNull, components: components,
            write: { value, writer in if let value { write(value, &writer) } else { writer.null() } },
            read: { json, path, faults in
                json == .null ? .some(nil) : read(json, path, &faults).map { .some($0) }
            })
    }

    /// What can be told from the value alone but not by JSON Schema.
    ///
    /// - Parameter faults: pointers are relative to the value: `/einde`.
    package func refusing(
        _ faults: @escaping @Sendable (Value) -> [(pointer: String, code: String, sentence: String)]
    ) -> Schema<Value> {
        Schema(
            usage: usage, components: components, write: write,
            read: { json, path, found in
                guard let value = read(json, path, &found) else { return nil }
                let refused = faults(value)
                found += refused.map {
                    .init(body: InputPlace.pointer(path) + $0.pointer, $0.code, $0.sentence)
                }
                return refused.isEmpty ? value : nil
            })
    }
}

extension InputFault {
    static func wrongKind(_ path: [String], _ expected: String, _ value: JSONValue) -> InputFault {
        InputFault(
            body: InputPlace.pointer(path), "verkeerde-soort",
            "Verwacht wordt \(expected), gegeven is \(value.word)."
        )
    }
}

extension JSONValue {
    /// A description that also admits `null`.
    fileprivate var orNull: JSONValue {
        guard case .text(let type) = self["type"] else { return ["anyOf": [self, ["type": "null"]]] }
        let nullable = setting("type", [.text(type), "null"])
        guard case .array(let choices) = self["enum"] else { return nullable }
        return nullable.setting("enum", .array(choices + [.null]))
    }
}

extension Scalar {
    package var orNull: Schema<Value?> { Schema.scalar(self).orNull() }
}
