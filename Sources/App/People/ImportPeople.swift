package import Domain
import Storage
import Web

/// What an import would do or did: counts, and every fault and warning by row and field.
package struct ImportOutcome: Sendable {
    package let file: PeopleFile
    package let created: Int
    package let changed: Int
    package let unchanged: Int
    package let isApplied: Bool
    package let differences: [Difference]

    /// What one row would change: per field from what to what.
    package struct Difference: Sendable {
        package let row: Int
        package let name: String
        package let isNew: Bool
        package let fields: [(name: String, before: String, after: String)]
    }
}

extension Transaction {
    /// Names under which municipalities and functions are known in HR files, limited to what the importer may
    /// see.
    func importLookup(reach: Reach, today: Day) throws -> ImportLookup {
        var municipalities: [Code<Municipality>: [String]] = [:]
        for municipality in try self.municipalities()
        where municipality.exists(on: today) && reach.includes(municipality.code) {
            municipalities[municipality.code] = [municipality.name]
        }
        var functions: [Code<CrisisFunction>: [String]] = [:]
        for function in try self.functions() {
            functions[function.code] = [function.name, function.abbreviation]
        }
        for (function, alias) in try functionAliases() { functions[function, default: []].append(alias) }
        return ImportLookup(municipalities: municipalities, functions: functions)
    }

    /// What an import of `file` would do, without doing it.
    func importPreview(_ file: PeopleFile) throws -> ImportOutcome {
        let plans = try file.people.map { try ImportPlan($0, self) }
        return ImportOutcome(file: file, plans: plans, isApplied: false)
    }
}

extension Change {
    /// Writes the accepted rows of `file`. Nothing is ever deleted: a person, function or certificate that
    /// the file does not name stays as it is.
    ///
    /// - Parameter fileHash: SHA-256 of the file as it came in, for the journal.
    mutating func importPeople(_ file: PeopleFile, fileHash: String? = nil) throws -> ImportOutcome {
        try actor.require(.importPeople)
        let plans = try file.people.map { try ImportPlan($0, tx) }
        for plan in plans { try actor.require(.importPeople, for: plan.municipality) }
        try noticingGaps(of: nil, cause: "people.imported") { change in
            for plan in plans { try change.apply(plan) }
        }
        try record(
            JournalEntry(
                "people.imported", "region", try tx.region()?.code.text ?? "",
                after: [
                    "rijen": .number(file.count), "geaccepteerd": .number(file.accepted),
                    "bestand": fileHash.map(JournalValue.text) ?? .none,
                ]))
        return ImportOutcome(file: file, plans: plans, isApplied: true)
    }

    private mutating func apply(_ plan: ImportPlan) throws {
        guard !plan.isUnchanged else { return }
        let id: ID<Functionary>
        if let before = plan.before {
            id = before.id
            try update(before, plan)
        } else {
            id = newID()
            let person = plan.functionary(id: id)
            try tx.insert(person, at: now)
            try replaceChannels(plan.channels, of: id)
            try record(
                JournalEntry("person.imported", "person", id, after: journalState(person, plan.channels)))
        }
        for wanted in plan.designations {
            let designation = wanted.designation(id: newID(), person: id)
            if wanted.isNew { try tx.insert(designation) } else { try tx.update(designation) }
            try record(
                JournalEntry(
                    wanted.isNew ? "designation.added" : "designation.changed", "person", id,
                    before: wanted.before?.journalState, after: designation.journalState))
        }
        for wanted in plan.certificates {
            let certificate = wanted.certificate(id: newID(), person: id)
            let recorder = actor.journalText
            if wanted.isNew {
                try tx.insert(certificate, by: recorder)
            } else {
                try tx.update(certificate, by: recorder)
            }
            try record(
                JournalEntry(
                    wanted.isNew ? "certificate.added" : "certificate.changed", "person", id,
                    before: wanted.before?.journalState, after: certificate.journalState))
        }
    }

    private mutating func update(_ before: Functionary, _ plan: ImportPlan) throws {
        let person = plan.functionary(id: before.id)
        guard person != before || plan.channels != plan.channelsBefore else { return }
        guard try tx.update(person, at: now) else { throw WebFailure.changedMeanwhile }
        try replaceChannels(plan.channels, of: before.id)
        try record(
            JournalEntry(
                "person.imported", "person", before.id, before: journalState(before, plan.channelsBefore),
                after: journalState(person, plan.channels)))
    }
}
