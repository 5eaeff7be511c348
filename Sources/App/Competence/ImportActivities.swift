import Domain
import Storage
import Web

/// What an import of attendance did, or would do.
struct ActivityOutcome: Sendable {
    let file: ActivityFile
    let entries: [Entry]
    /// Rows about somebody who is not in the register.
    let unknownPeople: [(line: Int, number: String)]
    let isApplied: Bool

    struct Entry: Sendable {
        let person: Functionary
        let draft: ActivityDraft
        let source: PerformedActivity.Source
        let isNew: Bool
    }

    var newCount: Int { entries.filter(\.isNew).count }
}

extension ActivityFile {
    /// Reads a list by what is in it, csv or xlsx.
    static func read(content bytes: [UInt8], lookup: ImportLookup, today: Day) -> ActivityFile {
        switch ImportRecord.read(content: bytes, rowsMax: rowsMax) {
        case .success(let records): read(records: records, lookup: lookup, today: today)
        case .failure(let fault): refused(fault)
        }
    }
}

extension Transaction {
    func activityPreview(_ file: ActivityFile) throws -> ActivityOutcome {
        try activityOutcome(file, isApplied: false)
    }

    /// Rows of one person for the same day and title are one activity, for all their functions together.
    fileprivate func activityOutcome(_ file: ActivityFile, isApplied: Bool) throws -> ActivityOutcome {
        var people: [String: Functionary] = [:]
        for person in try functionaries() {
            people["\(person.municipality) \(person.personnelNumber)"] = person
        }
        var order: [String] = []
        var rows: [String: [ActivityFile.Row]] = [:]
        var unknown: [(line: Int, number: String)] = []
        for row in file.rows {
            guard let person = people["\(row.municipality) \(row.personnelNumber)"] else {
                unknown.append((row.line, row.personnelNumber))
                continue
            }
            let key = "\(person.id) \(row.kind.rawValue) \(row.day.iso) \(row.title)"
            if rows[key] == nil { order.append(key) }
            rows[key, default: []].append(row)
        }
        let known = Dictionary(grouping: try performedActivities(), by: \.person)
        let entries = order.compactMap { key -> ActivityOutcome.Entry? in
            guard let same = rows[key], let first = same.first,
                let person = people["\(first.municipality) \(first.personnelNumber)"]
            else { return nil }
            let isForAll = same.contains { $0.function == nil }
            let draft = ActivityDraft(
                person: person.id, kind: first.kind,
                functions: isForAll ? [] : Set(same.compactMap(\.function)), day: first.day,
                minutes: same.map(\.minutes).max() ?? 0,
                title: first.title.isEmpty ? first.kind.word.capitalisedFirst : first.title)
            let source = PerformedActivity.Source(
                .imported, key: "\(first.kind.rawValue) \(first.day.iso) \(draft.title)")
            let before = (known[person.id] ?? []).filter { $0.source == source }
            // What another source says already is not said again by a list that was taken along.
            let isKnown = (known[person.id] ?? []).contains {
                $0.source != source && $0.kind == draft.kind && $0.day == draft.day
                    && $0.title == draft.title
            }
            let isSame =
                isKnown
                || !before.isEmpty && Set(before.compactMap(\.function)) == draft.functions
                    && before.allSatisfy { $0.minutes == draft.minutes }
            return ActivityOutcome.Entry(person: person, draft: draft, source: source, isNew: !isSame)
        }
        return ActivityOutcome(file: file, entries: entries, unknownPeople: unknown, isApplied: isApplied)
    }
}

extension Change {
    /// Writes down the good rows. Nothing is ever taken away, and reading the same list again changes nothing.
    mutating func importActivities(_ file: ActivityFile, fileHash: String?) throws -> ActivityOutcome {
        try actor.require(.importPeople)
        let outcome = try tx.activityOutcome(file, isApplied: true)
        try noticingGaps(of: nil, cause: "activities.imported") { change in
            for entry in outcome.entries where entry.isNew {
                try change.recordActivity(entry.draft, from: entry.source)
            }
        }
        try record(
            JournalEntry(
                "activities.imported", "region", try tx.region()?.code.text ?? "",
                after: [
                    "rijen": .number(file.count), "nieuw": .number(outcome.newCount),
                    "bestand": fileHash.map(JournalValue.text) ?? .none,
                ]))
        return outcome
    }
}
