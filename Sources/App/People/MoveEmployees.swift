import Domain
import Storage

extension Change {
    /// Moves the people of a municipality that merged to its successor. What they did under the old code
    /// stays there.
    ///
    /// - Parameter firstDay: of the new municipality.
    /// - Returns: how many people moved. Somebody whose number is taken at the successor gets the old code
    ///   before it.
    mutating func moveEmployees(
        of old: Code<Municipality>, to new: Code<Municipality>, from firstDay: Day
    ) throws -> Int {
        try actor.require(.editPeople, for: new)
        let moving = try tx.functionaries().filter { $0.municipality == old || $0.workBase == old }
        try noticingGaps(cause: "person.moved") { change in
            for person in moving { try change.move(person, from: old, to: new, on: firstDay) }
        }
        return moving.count
    }

    private mutating func move(
        _ person: Functionary, from old: Code<Municipality>, to new: Code<Municipality>, on firstDay: Day
    ) throws {
        let changesEmployer = person.municipality == old
        let isTaken = try tx.functionary(new, personnelNumber: person.personnelNumber) != nil
        let moved = Functionary(
            id: person.id, municipality: changesEmployer ? new : person.municipality,
            personnelNumber: changesEmployer && isTaken
                ? "\(old)-\(person.personnelNumber)" : person.personnelNumber,
            name: person.name, workBase: person.workBase == old ? new : person.workBase,
            employedThrough: person.employedThrough, version: person.version)
        _ = try tx.update(moved, at: now)
        if changesEmployer {
            try tx.insertFormerEmployment(of: person, through: firstDay.adding(days: -1))
        }
        try record(
            JournalEntry(
                "person.moved", "person", person.id, before: ["gemeente": .code(person.municipality)],
                after: ["gemeente": .code(moved.municipality)]))
    }
}
