import Domain
import Storage
import Web

/// A part is not saved, with every reason.
struct PlanRefusal: Error, Equatable {
    let faults: [PlanFault]
}

/// Why a version cannot be made, or a part not removed.
enum PlanVersionFault: Error, Equatable {
    case numberTaken(String)
    /// What lies before a body is the newest version: a lower number would take its place.
    case numberNotNewer(String, newest: String)
    case hasHours
}

extension Change {
    /// Adds a plan, or changes what it says about itself.
    mutating func savePlan(_ plan: ActionPlan) throws {
        try actor.require(.editPlan)
        let before = try tx.plans().first { $0.id == plan.id }
        if before == nil {
            try tx.insert(plan)
        } else if !(try tx.update(plan)) {
            throw WebFailure.changedMeanwhile
        }
        try record(
            JournalEntry(
                before == nil ? "plan.added" : "plan.edited", "plan", plan.id,
                before: before?.journalState, after: plan.journalState))
    }

    /// Adds a part to a plan, or changes it.
    ///
    /// - Throws: `PlanRefusal`.
    mutating func savePlanPart(_ part: PlanPart, of id: ID<ActionPlan>) throws {
        try actor.require(.editPlan)
        let content = try planContent(id)
        let faults = content.faults(of: part)
        guard faults.isEmpty else { throw PlanRefusal(faults: faults) }
        let before = content.part(part.id)
        try tx.save(part, of: id)
        try record(
            JournalEntry(
                before == nil ? "planPart.added" : "planPart.edited", "plan", id,
                before: before?.journalState,
                after: part.journalState))
    }

    /// - Throws: `PlanVersionFault.hasHours`: hours that were worked keep what they were for.
    mutating func removePlanPart(_ part: ID<PlanPart>, from id: ID<ActionPlan>) throws {
        try actor.require(.editPlan)
        guard let before = try planContent(id).part(part) else { throw WebFailure.notFound }
        guard try tx.minutesWorked(for: id)[part] == nil else { throw PlanVersionFault.hasHours }
        try tx.deletePlanPart(part)
        try record(JournalEntry("planPart.removed", "plan", id, before: before.journalState))
    }

    /// Gives the plan as it stands a number; from then on that version is what it was.
    ///
    /// - Throws: `PlanVersionFault.numberTaken`, `PlanVersionFault.numberNotNewer`.
    mutating func numberPlan(_ id: ID<ActionPlan>, as number: String, on day: Day, note: String) throws {
        try actor.require(.editPlan)
        let content = try planContent(id)
        let versions = try tx.planVersions(of: id)
        guard !versions.contains(where: { $0.number == number }) else {
            throw PlanVersionFault.numberTaken(number)
        }
        let ordered = versions.compactMap { version in
            VersionNumber(version.number).map { (text: version.number, number: $0) }
        }
        if let newest = ordered.max(by: { $0.number < $1.number }), let wanted = VersionNumber(number),
            wanted <= newest.number
        {
            throw PlanVersionFault.numberNotNewer(number, newest: newest.text)
        }
        let version = PlanVersion(
            id: newID(), number: number, day: day, note: note, stored: try StoredPlan.text(of: content))
        try tx.insert(version, of: id, at: now)
        try record(
            JournalEntry(
                "plan.numbered", "plan", id,
                after: ["versie": .text(number), "dag": .day(day), "toelichting": .text(note)]))
    }

    /// - Throws: `WebFailure.notFound`.
    private func planContent(_ id: ID<ActionPlan>) throws -> PlanContent {
        guard let content = try tx.planContent(id) else { throw WebFailure.notFound }
        return content
    }
}

extension ActionPlan {
    fileprivate var journalState: [String: JournalValue] {
        [
            "titel": .text(title), "opdrachtgever": .text(principal), "doel": .text(objective),
            "van": .day(firstDay), "tot en met": .day(lastDay),
            "budget": .text(budget.amount.map(Dutch.money) ?? "niet vastgesteld"),
            "verdeelsleutel": .text(budget.keyName),
        ]
    }
}

extension PlanPart {
    fileprivate var journalState: [String: JournalValue] {
        var state: [String: JournalValue] = [
            "soort": .text(kind.rawValue), "nummer": .number(number), "titel": .text(title),
            "leidt tot": .text(leadsTo.sorted().map(\.description).joined(separator: " ")),
        ]
        if let activity {
            state["trekker"] = .text(activity.lead)
            state["uren"] = .text(activity.hoursText)
            state["van"] = .day(activity.firstDay)
            state["tot en met"] = .day(activity.lastDay)
            state["stand"] = .text(activity.state.rawValue)
        }
        return state
    }
}
