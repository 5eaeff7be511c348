import Domain
import Storage
import Web

/// A form about how something is organised that cannot be saved.
struct ArrangementRefusal: Error {
    let errors: [FieldError]
}

/// The longest text of each field of an arrangement, and of the definition.
private let arrangementTextMax = 400
private let definitionTextMax = 2000

extension Arrangement {
    /// What the form says.
    ///
    /// - Throws: `ArrangementRefusal` with every fault.
    init(
        _ fields: FormFields, subject: Subject, organisations: [TaskOrganisation]
    ) throws(ArrangementRefusal) {
        var errors: [FieldError] = []
        func text(_ name: String, _ what: String) -> String {
            let text = fields[name]
            if text.isEmpty { errors.append(FieldError(name, "Vul \(what) in.")) }
            if text.count > arrangementTextMax {
                errors.append(
                    FieldError(name, "Dit is te lang; gebruik hoogstens \(arrangementTextMax) tekens."))
            }
            return text
        }
        let level = Level(rawValue: fields["niveau"])
        if level == nil { errors.append(FieldError("niveau", "Maak een keuze uit de lijst.")) }
        let organisation = organisations.first { $0.code.text == fields["taakorganisatie"] }?.code
        if organisation == nil, !fields["taakorganisatie"].isEmpty {
            errors.append(FieldError("taakorganisatie", "Maak een keuze uit de lijst."))
        }
        let reason = text("waarom", "de reden")
        let responsible = text("verantwoordelijk", "wie verantwoordelijk is")
        let executes = text("uitvoering", "wie het uitvoert")
        let source = text("besluit", "waar dit is afgesproken")
        let day = Dutch.day(fields["vanaf"])
        if day == nil { errors.append(FieldError("vanaf", "Schrijf de datum als 23-11-2026.")) }
        guard errors.isEmpty, let level, let day else { throw ArrangementRefusal(errors: errors) }
        self.init(
            subject: subject, level: level, taskOrganisation: organisation, reason: reason,
            responsible: responsible, executes: executes, validFrom: day, status: .established, source: source
        )
    }
}

extension CareDefinition {
    /// - Throws: `ArrangementRefusal` with every fault.
    init(_ fields: FormFields) throws(ArrangementRefusal) {
        var errors: [FieldError] = []
        let text = fields["definitie"]
        if text.isEmpty { errors.append(FieldError("definitie", "Vul de definitie in.")) }
        if text.count > definitionTextMax {
            errors.append(
                FieldError("definitie", "Dit is te lang; gebruik hoogstens \(definitionTextMax) tekens."))
        }
        if fields["besluit"].isEmpty {
            errors.append(FieldError("besluit", "Vul in waar dit is afgesproken."))
        }
        if fields["besluit"].count > arrangementTextMax {
            errors.append(
                FieldError("besluit", "Dit is te lang; gebruik hoogstens \(arrangementTextMax) tekens."))
        }
        let day = Dutch.day(fields["vanaf"])
        if day == nil { errors.append(FieldError("vanaf", "Schrijf de datum als 23-11-2026.")) }
        guard errors.isEmpty, let day else { throw ArrangementRefusal(errors: errors) }
        self.init(text: text, validFrom: day, status: .established, source: fields["besluit"])
    }
}

extension Change {
    /// From its day on; what held before stays as history. One that begins on the same day is corrected.
    mutating func arrange(_ arrangement: Arrangement) throws {
        try actor.require(.editRegion)
        let before = try tx.arrangements().last {
            $0.subject == arrangement.subject && $0.validFrom <= arrangement.validFrom
        }
        try tx.save(arrangement)
        try record(
            JournalEntry(
                "arrangement.set", arrangement.subject.kind.rawValue, arrangement.subject.code,
                before: before?.journalState, after: arrangement.journalState))
    }

    /// One definition for all municipalities, from its day on.
    mutating func defineCare(_ definition: CareDefinition) throws {
        try actor.require(.editRegion)
        let before = try tx.careDefinitions().first { $0.validFrom <= definition.validFrom }
        try tx.save(definition)
        try record(
            JournalEntry(
                "definition.set", "region", try tx.region()?.code.text ?? "", before: before?.journalState,
                after: definition.journalState))
    }
}

extension Arrangement {
    fileprivate var journalState: [String: JournalValue] {
        [
            "niveau": .text(level.rawValue), "taakorganisatie": .code(taskOrganisation),
            "waarom": .text(reason),
            "verantwoordelijk": .text(responsible), "uitvoering": .text(executes), "vanaf": .day(validFrom),
            "besluit": .text(source),
        ]
    }
}

extension CareDefinition {
    fileprivate var journalState: [String: JournalValue] {
        ["definitie": .text(text), "vanaf": .day(validFrom), "besluit": .text(source)]
    }
}
