import Domain
import Storage
import Web

/// Hours are not written down, with every reason.
struct HourRefusal: Error, Equatable {
    let faults: [HourFault]
}

extension Change {
    /// Writes hours down for a municipality, or for the region's own support.
    ///
    /// - Throws: `HourRefusal`.
    mutating func writeHours(_ entry: HourEntry) throws {
        try requireHours(of: entry.municipality)
        let faults = entry.faults(
            today: Amsterdam.day(at: now), writtenMinutes: try writtenMinutes(beside: entry))
        guard faults.isEmpty else { throw HourRefusal(faults: faults) }
        try tx.insert(entry, at: now)
        try record(JournalEntry("hours.written", "hours", entry.id, after: entry.journalState))
    }

    /// What the same account wrote before for that day and place. Who keeps the plan writes for all places, each with
    /// its own day; a command restores what many people wrote.
    private func writtenMinutes(beside entry: HourEntry) throws -> Int {
        guard case .account = actor else { return 0 }
        let entries = try tx.hourEntries(from: entry.day, through: entry.day).filter {
            $0.municipality == entry.municipality
        }
        let own = try tx.recordedObjects(
            "hours.written", "hours", among: entries.map(\.id), by: actor)
        return entries.filter { own.contains($0.id) }.map(\.minutes).reduce(0, +)
    }

    mutating func removeHours(_ id: ID<HourEntry>) throws {
        guard let entry = try tx.hourEntry(id) else { throw WebFailure.notFound }
        try requireHours(of: entry.municipality)
        try tx.deleteHourEntry(id)
        try record(JournalEntry("hours.removed", "hours", id, before: entry.journalState))
    }

    /// Everybody for their own municipality; who keeps the plan for all, and for the region.
    private func requireHours(of municipality: Code<Municipality>?) throws {
        try actor.require(.writeHours)
        guard case .account(let signedIn) = actor, !signedIn.may(.editPlan) else { return }
        guard let municipality, try signedIn.hourMunicipalities(tx).contains(municipality) else {
            throw WebFailure.forbidden
        }
    }
}

extension SignedIn {
    /// For which municipalities they may write hours: those of their roles, and their employer.
    func hourMunicipalities(_ tx: Transaction) throws -> [Code<Municipality>] {
        let employer = try person.flatMap { try tx.functionary($0) }?.municipality
        return municipalities + [employer].compactMap(\.self).filter { !municipalities.contains($0) }
    }
}

extension HourEntry {
    fileprivate var journalState: [String: JournalValue] {
        [
            "gemeente": .code(municipality), "dag": .day(day), "minuten": .number(minutes),
            "deelactiviteit": .text(part?.description ?? ""), "toelichting": .text(note),
        ]
    }
}
