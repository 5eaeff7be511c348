/// Why a part cannot stand in a plan as it was written.
package enum PlanFault: Error, Hashable, Sendable {
    /// It would lead back to what it follows from.
    case wrongDirection(from: PlanPart.Kind, to: PlanPart.Kind)
    /// The sub-activities wait for each other.
    case circle([ID<PlanPart>])
    case endsBeforeItBegins
    /// It begins before what it waits for has ended.
    case beginsBefore(ID<PlanPart>)
    case unknownPart
}

/// A whole plan as it stands or stood: what the page, the picture and every version are made of.
package struct PlanContent: Hashable, Sendable {
    package let plan: ActionPlan
    /// By kind in the order of reasoning, then by number.
    package let parts: [PlanPart]
    private let byID: [ID<PlanPart>: PlanPart]

    package init(plan: ActionPlan, parts: [PlanPart]) {
        self.plan = plan
        let order = Dictionary(uniqueKeysWithValues: PlanPart.Kind.allCases.enumerated().map { ($1, $0) })
        self.parts = parts.sorted { left, right in
            (order[left.kind] ?? 0, left.number, left.id) < (order[right.kind] ?? 0, right.number, right.id)
        }
        byID = Dictionary(parts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func part(_ id: ID<PlanPart>) -> PlanPart? { byID[id] }

    package func parts(of kind: PlanPart.Kind) -> [PlanPart] { parts.filter { $0.kind == kind } }

    package var subActivities: [PlanPart] { parts(of: .subActivity) }

    /// Everything that follows from a part, step by step, in the order of the plan.
    package func outcomes(of id: ID<PlanPart>) -> [PlanPart] {
        reached(from: id) { byID[$0]?.leadsTo ?? [] }
    }

    /// Everything that a part goes back to, in the order of the plan.
    package func origins(of id: ID<PlanPart>) -> [PlanPart] {
        var before: [ID<PlanPart>: Set<ID<PlanPart>>] = [:]
        for part in parts {
            for next in part.leadsTo { before[next, default: []].insert(part.id) }
        }
        return reached(from: id) { before[$0] ?? [] }
    }

    /// Bottlenecks, wishes, conclusions and recommendations about which nothing is done.
    package var withoutActivity: [PlanPart] {
        parts.filter { part in
            guard let stage = part.kind.stage, stage < 3 else { return false }
            return !outcomes(of: part.id).contains { $0.kind == .subActivity }
        }
    }

    /// Sub-activities of which nobody can say what they are for.
    package var withoutReason: [PlanPart] {
        subActivities.filter { origins(of: $0.id).isEmpty }
    }

    /// How many hours all sub-activities ask; nil while one of them has no number.
    package var plannedHours: Int? {
        let hours = subActivities.map { $0.activity?.hours }
        return hours.isEmpty || hours.contains(nil) ? nil : hours.compactMap(\.self).reduce(0, +)
    }

    /// What is wrong with putting `part` in the plan, or in its own place.
    package func faults(of part: PlanPart) -> [PlanFault] {
        var faults = part.leadsTo.sorted().compactMap { fault(of: part, leadingTo: $0) }
        guard let activity = part.activity else { return faults }
        if let first = activity.firstDay, let last = activity.lastDay, last < first {
            faults.append(.endsBeforeItBegins)
        }
        for earlier in activity.after.sorted() where earlier != part.id {
            guard let before = byID[earlier]?.activity else {
                faults.append(.unknownPart)
                continue
            }
            if let begins = activity.firstDay, let ends = before.lastDay, begins <= ends {
                faults.append(.beginsBefore(earlier))
            }
        }
        if let circle = circle(through: part) { faults.append(.circle(circle)) }
        return faults
    }

    private func fault(of part: PlanPart, leadingTo next: ID<PlanPart>) -> PlanFault? {
        guard let later = byID[next] else { return .unknownPart }
        guard let from = part.kind.stage, let to = later.kind.stage, from < to else {
            return .wrongDirection(from: part.kind, to: later.kind)
        }
        return nil
    }

    /// Those for which `part` would wait and that wait for it themselves.
    private func circle(through part: PlanPart) -> [ID<PlanPart>]? {
        let after = part.activity?.after ?? []
        if after.contains(part.id) { return [part.id] }
        let waits = reached(from: part.id) { id in id == part.id ? after : byID[id]?.activity?.after ?? [] }
        let back = waits.filter { $0.activity?.after.contains(part.id) == true }
        return back.isEmpty ? nil : back.map(\.id)
    }

    private func reached(
        from id: ID<PlanPart>, _ next: (ID<PlanPart>) -> Set<ID<PlanPart>>
    ) -> [PlanPart] {
        var seen: Set<ID<PlanPart>> = []
        var waiting = Array(next(id))
        while let one = waiting.popLast() {
            guard one != id, seen.insert(one).inserted else { continue }
            waiting += next(one)
        }
        return parts.filter { seen.contains($0.id) }
    }
}

/// What differs between two versions of a plan, by the ids that parts keep.
package struct PlanDifference: Equatable, Sendable {
    package let added: [PlanPart]
    package let removed: [PlanPart]
    /// As they are now.
    package let changed: [PlanPart]
    /// Whatever it says about itself.
    package let isPlanChanged: Bool

    package init(from before: PlanContent, to after: PlanContent) {
        added = after.parts.filter { before.part($0.id) == nil }
        removed = before.parts.filter { after.part($0.id) == nil }
        changed = after.parts.filter { part in before.part(part.id).map { $0 != part } ?? false }
        isPlanChanged =
            before.plan.title != after.plan.title || before.plan.objective != after.plan.objective
            || before.plan.budget != after.plan.budget || before.plan.principal != after.plan.principal
            || before.plan.occasion != after.plan.occasion || before.plan.process != after.plan.process
            || before.plan.firstDay != after.plan.firstDay || before.plan.lastDay != after.plan.lastDay
    }

    package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty && !isPlanChanged }
}
