import Domain
import Storage
import Web

/// A form about a task organisation that cannot be saved.
struct TaskOrganisationRefusal: Error {
    let errors: [FieldError]
}

private let taskOrganisationNameMax = 80
private let taskOrganisationPurposeMax = 400
/// As long as the interface for programs reads a code.
private let taskOrganisationCodeMax = 40

/// What the form says of one task organisation.
struct TaskOrganisationDraft {
    let name: String
    let purpose: String
    /// Its place in the region's own order, from 0.
    let position: Int

    /// - Parameters:
    ///   - code: of the one that is changed; nil for a new one.
    ///   - present: all of the region, in their order.
    /// - Throws: `TaskOrganisationRefusal` with every fault.
    init(
        _ fields: FormFields, code: Code<TaskOrganisation>?, among present: [TaskOrganisation]
    ) throws(TaskOrganisationRefusal) {
        let others = present.filter { $0.code != code }
        var errors: [FieldError] = []
        func text(_ name: String, _ what: String, max: Int) -> String {
            let text = fields[name].tidied
            if text.isEmpty { errors.append(FieldError(name, "Vul \(what) in.")) }
            if text.count > max {
                errors.append(FieldError(name, "Dit is te lang; gebruik hoogstens \(max) tekens."))
            }
            return text
        }
        let name = text("naam", "de naam", max: taskOrganisationNameMax)
        if others.contains(where: { $0.name.folded == name.folded }) {
            errors.append(FieldError("naam", "Er is al een taakorganisatie met deze naam."))
        } else if code == nil, !name.isEmpty {
            let new = Code<TaskOrganisation>(name: name)
            if new.text.isEmpty || others.contains(where: { $0.code == new }) {
                errors.append(FieldError("naam", "Kies een naam die meer van de andere verschilt."))
            }
        }
        let purpose = text("doel", "het doel", max: taskOrganisationPurposeMax)
        let position = Int(fields["plaats"]).map { $0 - 1 } ?? -1
        if !(0...others.count).contains(position) {
            errors.append(FieldError("plaats", "Maak een keuze uit de lijst."))
        }
        guard errors.isEmpty else { throw TaskOrganisationRefusal(errors: errors) }
        (self.name, self.purpose, self.position) = (name, purpose, position)
    }
}

extension Code where Entity == TaskOrganisation {
    /// `Acute bevolkingszorg` is `ACUTE_BEVOLKINGSZORG`. It stays when the name changes.
    init(name: String) {
        let words = name.folded.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        self.init(String(words.joined(separator: "_").prefix(taskOrganisationCodeMax)))
    }
}

extension Change {
    /// Adds a task organisation, or changes one; what is arranged with it stays arranged with it.
    ///
    /// - Parameter code: nil for a new one.
    mutating func saveTaskOrganisation(_ draft: TaskOrganisationDraft, code: Code<TaskOrganisation>?) throws {
        try actor.require(.editRegion)
        let present = try tx.taskOrganisations()
        let saved = TaskOrganisation(
            code: code ?? Code(name: draft.name), name: draft.name, purpose: draft.purpose)
        var order = present.filter { $0.code != saved.code }
        order.insert(saved, at: min(draft.position, order.count))
        for (position, organisation) in order.enumerated() { try tx.save(organisation, position: position) }
        try record(
            JournalEntry(
                "taskOrganisation.set", "taskOrganisation", saved.code,
                before: present.first { $0.code == code }?.journalState(among: present),
                after: saved.journalState(among: order)))
    }

    /// Only one with which nothing was ever arranged: what was, stays readable.
    ///
    /// - Throws: `WebFailure.changedMeanwhile` when something is.
    mutating func removeTaskOrganisation(_ organisation: TaskOrganisation) throws {
        try actor.require(.editRegion)
        let present = try tx.taskOrganisations()
        guard try !tx.arrangements().contains(where: { $0.taskOrganisation == organisation.code }) else {
            throw WebFailure.changedMeanwhile
        }
        try tx.delete(organisation.code)
        try record(
            JournalEntry(
                "taskOrganisation.removed", "taskOrganisation", organisation.code,
                before: organisation.journalState(among: present)))
    }
}

extension TaskOrganisation {
    fileprivate func journalState(among order: [TaskOrganisation]) -> [String: JournalValue] {
        [
            "naam": .text(name), "doel": .text(purpose),
            "plaats": .number((order.firstIndex { $0.code == code } ?? 0) + 1),
        ]
    }
}
