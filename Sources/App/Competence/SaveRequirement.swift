import Domain
import Storage
import Web

/// A requirement that may not be recorded or taken away.
struct RequirementRefusal: Error, Equatable {
    let faults: [RequirementFault]
}

extension Change {
    /// Records what a function asks. A choice that may cost coverage: the page shows beforehand whom and which
    /// minutes, and what is lost shows as a gap from its first day.
    mutating func addRequirement(_ requirement: Requirement) throws {
        try requireAsking(requirement)
        let faults = requirement.faults(beside: try tx.requirements(of: requirement.function))
        guard faults.isEmpty else { throw RequirementRefusal(faults: faults) }
        try noticingGaps(of: nil, in: [requirement.function], cause: "requirement.added") { change in
            try change.tx.insert(requirement, at: change.now)
        }
        try record(
            JournalEntry(
                "requirement.added", "requirement", requirement.id, after: requirement.journalState))
    }

    /// Asks it through `last` and no longer; what it asked until then stays.
    mutating func endRequirement(_ id: ID<Requirement>, through last: Day, version: Int) throws {
        let before = try requirement(id)
        try requireAsking(before)
        if let from = before.validFrom, last < from { throw RequirementRefusal(faults: [.endBeforeStart]) }
        var isEnded = false
        try noticingGaps(of: nil, in: [before.function], cause: "requirement.ended") { change in
            isEnded = try change.tx.endRequirement(id, through: last, version: version)
        }
        guard isEnded else { throw WebFailure.changedMeanwhile }
        try record(
            JournalEntry(
                "requirement.ended", "requirement", id, before: before.journalState,
                after: ["t/m": .day(last)]))
    }

    /// Takes away a requirement that has not begun. One that has is in use and can only be ended.
    mutating func removeRequirement(_ id: ID<Requirement>) throws {
        let before = try requirement(id)
        try requireAsking(before)
        let today = Amsterdam.day(at: now)
        guard let from = before.validFrom, from > today else {
            throw RequirementRefusal(faults: [.inUse(people: try tx.judgedCount(by: before, at: now))])
        }
        try noticingGaps(in: [before.function], cause: "requirement.removed") { change in
            try change.tx.deleteRequirement(id)
        }
        try record(
            JournalEntry("requirement.removed", "requirement", id, before: before.journalState))
    }

    private func requirement(_ id: ID<Requirement>) throws -> Requirement {
        guard let found = try tx.requirements().first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        return found
    }

    /// The standard is the region's; a municipality adds for its own people.
    private func requireAsking(_ requirement: Requirement) throws {
        if let municipality = requirement.municipality {
            try actor.require(.editPeople, for: municipality)
        } else {
            try actor.require(.editNorms)
        }
    }
}

extension Transaction {
    /// How many people are judged by a requirement at an instant.
    func judgedCount(by requirement: Requirement, at instant: Instant) throws -> Int {
        let employers = Dictionary(
            try functionaries().map { ($0.id, $0.municipality) }, uniquingKeysWith: { first, _ in first })
        return Set(
            try designations().filter { designation in
                designation.function == requirement.function
                    && designation.interval?.contains(instant) == true
                    && requirement.municipality.map { $0 == employers[designation.person] } ?? true
            }.map(\.person)
        ).count
    }
}

extension Requirement {
    fileprivate var journalState: [String: JournalValue] {
        [
            "functie": .code(function), "gemeente": .code(municipality), "eis": .text(subject.storedKind),
            "specialisatie": .text(subject.storedSpecialisation),
            "voorwaarden": .text(terms.sentence(for: subject)), "vanaf": .day(validFrom),
            "t/m": .day(validThrough), "status": .text(status.rawValue), "bron": .text(source),
            "vastgesteld door": .text(confirmedBy),
        ]
    }
}
