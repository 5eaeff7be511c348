/// One member of an object: its name, where the value comes from, and how it is read, written and described.
package struct Property<Whole: Sendable, Part: Sendable>: Sendable {
    let name: String
    let explanation: String
    let schema: Schema<Part>
    /// What an absent member means; nil when it must be there.
    let absent: Part?
    let value: @Sendable (Whole) -> Part

    /// A member that must be there.
    package init(
        _ name: String, _ value: @escaping @Sendable (Whole) -> Part, _ schema: Schema<Part>,
        _ explanation: String
    ) {
        self.init(name, value, schema, absent: nil, explanation)
    }

    package init(
        _ name: String, _ value: @escaping @Sendable (Whole) -> Part, _ scalar: Scalar<Part>,
        _ explanation: String
    ) {
        self.init(name, value, .scalar(scalar), absent: nil, explanation)
    }

    /// A member of what comes in that may be left out.
    package init(
        _ name: String, _ value: @escaping @Sendable (Whole) -> Part, _ schema: Schema<Part>, absent: Part?,
        _ explanation: String
    ) {
        self.name = name
        self.value = value
        self.schema = schema
        self.absent = absent
        self.explanation = explanation
    }

    fileprivate var description: JSONValue.Member {
        JSONValue.Member(name, schema.usage.setting("description", .text(explanation)))
    }

    fileprivate func write(_ whole: Whole, _ writer: inout JSONWriter) {
        writer.name(name)
        schema.write(value(whole), &writer)
    }

    fileprivate func read(
        _ members: [JSONValue.Member], _ path: [String], _ faults: inout [InputFault]
    ) -> Part? {
        guard let member = members.first(where: { $0.name == name }) else {
            if let absent { return absent }
            faults.append(
                .init(
                    body: InputPlace.pointer(path + [name]), "ontbreekt",
                    "Dit veld is verplicht en ontbreekt."))
            return nil
        }
        return schema.read(member.value, path + [name], &faults)
    }
}

extension Schema {
    /// An object with these members and no others, described as the component `name`.
    ///
    /// Reading tells every fault of every member; `make` is called only when there is none.
    package static func object<each Part: Sendable>(
        _ name: String, _ explanation: String, _ properties: repeat Property<Value, each Part>,
        make: @escaping @Sendable (repeat each Part) -> Value
    ) -> Schema<Value> {
        var members: [JSONValue.Member] = []
        var required: [JSONValue] = []
        var components: [String: JSONValue] = [:]
        for property in repeat each properties {
            members.append(property.description)
            if property.absent == nil { required.append(.text(property.name)) }
            components.merge(property.schema.components) { first, _ in first }
        }
        let names = Set(members.map(\.name))
        var description: JSONValue = [
            "type": "object", "description": .text(explanation), "properties": .object(members),
            "additionalProperties": false,
        ]
        if !required.isEmpty { description = description.setting("required", .array(required)) }
        components[name] = description
        return Schema(
            usage: ["$ref": "#/components/schemas/\(name)"], components: components,
            write: { value, writer in
                writer.object { writer in repeat (each properties).write(value, &writer) }
            },
            read: { json, path, faults in
                guard case .object(let given) = json else {
                    faults.append(.wrongKind(path, "een object", json))
                    return nil
                }
                for member in given where !names.contains(member.name) {
                    faults.append(
                        .init(
                            body: InputPlace.pointer(path + [member.name]), "onbekend-veld",
                            "Dit veld bestaat hier niet. Bekend zijn: \(names.sorted().joined(separator: ", "))."
                        ))
                }
                let count = faults.count
                let parts = (repeat (each properties).read(given, path, &faults))
                // Whatever is absent has told its fault already, so the error says nothing new.
                guard faults.count == count, let values = try? (repeat present(each parts)) else {
                    return nil
                }
                return make(repeat each values)
            })
    }
}

private struct Absent: Error {}

private func present<Part>(_ part: Part?) throws(Absent) -> Part {
    guard let part else { throw Absent() }
    return part
}
