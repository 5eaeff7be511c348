import Domain
import Web

/// What a form of an aftermath file got wrong.
struct AftermathFormRefusal: Error {
    let errors: [FieldError]
}

/// Forms of an aftermath file.
struct AftermathForm: Sendable {
    static let textMax = 2_000

    let fields: FormFields

    init(_ fields: FormFields) {
        self.fields = fields
    }

    func text(_ name: String) -> String { fields[name].tidied }

    /// A new point, or what is typed in the place of what `before` says.
    ///
    /// - Throws: `AftermathFormRefusal` with every fault.
    func point(_ id: ID<AftermathPoint>, before: AftermathPoint? = nil) throws -> AftermathPoint {
        var errors: [FieldError] = []
        let due = Dutch.day(fields["uiterlijk"])
        if due == nil, !fields["uiterlijk"].isEmpty {
            errors.append(
                FieldError("uiterlijk", "Dit is geen bestaande dag. Schrijf de datum als 23-11-2026."))
        }
        let amount = Dutch.money(fields["bedrag"])
        if !fields["bedrag"].isEmpty, amount.map({ $0.cents < 0 }) ?? true {
            errors.append(FieldError("bedrag", "Schrijf een bedrag als 1.250,00, nul of meer."))
        }
        let what = text("wat").isEmpty ? before?.what ?? "" : text("wat")
        if what.isEmpty { errors.append(FieldError("wat", AftermathRefusal.noText.sentence)) }
        guard errors.isEmpty else { throw AftermathFormRefusal(errors: errors) }
        return AftermathPoint(
            id: id, topic: before?.topic ?? AftermathTopic(rawValue: fields["onderwerp"]) ?? .damage,
            what: what, owner: text("wie").isEmpty ? before?.owner ?? "" : text("wie"),
            dueOn: due ?? before?.dueOn,
            isDone: fields["gereed"].isEmpty ? before?.isDone ?? false : fields["gereed"] == "ja",
            amount: amount ?? before?.amount, source: before?.source)
    }
}
