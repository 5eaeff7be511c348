import Domain
import Foundation

/// How a version of a plan is kept: its whole content as text, so that nothing that changes later changes it.
struct StoredPlan: Codable {
    private struct Part: Codable {
        let id: String
        let kind: PlanPart.Kind
        let number: Int
        let title: String
        let text: String
        let source: String
        let leadsTo: [String]
        let activity: Activity?
    }

    private struct Activity: Codable {
        let lead: String
        let hours: Int?
        let budget: Int64?
        let firstDay: String?
        let lastDay: String?
        let state: SubActivity.State
        let after: [String]
    }

    private let id: String
    private let title: String
    private let principal: String
    private let occasion: String
    private let objective: String
    private let process: String
    private let firstDay: String
    private let lastDay: String
    private let budget: Int64?
    private let budgetPurpose: String
    private let keyName: String
    private let nextRequestBy: String?
    private let parts: [Part]

    private init(_ content: PlanContent) {
        let plan = content.plan
        id = plan.id.description
        title = plan.title
        principal = plan.principal
        occasion = plan.occasion
        objective = plan.objective
        process = plan.process
        firstDay = plan.firstDay.iso
        lastDay = plan.lastDay.iso
        budget = plan.budget.amount?.cents
        budgetPurpose = plan.budget.purpose
        keyName = plan.budget.keyName
        nextRequestBy = plan.budget.nextRequestBy?.iso
        parts = content.parts.map { part in
            Part(
                id: part.id.description, kind: part.kind, number: part.number, title: part.title,
                text: part.text,
                source: part.source, leadsTo: part.leadsTo.sorted().map(\.description),
                activity: part.activity.map { activity in
                    Activity(
                        lead: activity.lead, hours: activity.hours, budget: activity.budget?.cents,
                        firstDay: activity.firstDay?.iso, lastDay: activity.lastDay?.iso,
                        state: activity.state,
                        after: activity.after.sorted().map(\.description))
                })
        }
    }

    static func text(of content: PlanContent) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(StoredPlan(content)), as: UTF8.self)
    }

    static func read(_ text: String) throws -> PlanContent {
        try JSONDecoder().decode(StoredPlan.self, from: Data(text.utf8)).content()
    }

    /// The text was written by the product and then changed by something else.
    struct Damaged: Error {}

    private func content() throws -> PlanContent {
        guard let id = ID<ActionPlan>(id), let first = Day(iso: firstDay), let last = Day(iso: lastDay) else {
            throw Damaged()
        }
        let plan = ActionPlan(
            id: id, title: title, principal: principal, occasion: occasion, objective: objective,
            process: process,
            firstDay: first, lastDay: last,
            budget: ActionPlan.Budget(
                amount: budget.map { Money(cents: $0) }, purpose: budgetPurpose, keyName: keyName,
                nextRequestBy: nextRequestBy.flatMap { Day(iso: $0) }))
        return PlanContent(plan: plan, parts: try parts.map(Self.part))
    }

    private static func part(_ part: Part) throws -> PlanPart {
        guard let id = ID<PlanPart>(part.id) else { throw Damaged() }
        return PlanPart(
            id: id, kind: part.kind, number: part.number, title: part.title, text: part.text,
            source: part.source,
            leadsTo: ids(part.leadsTo),
            activity: part.activity.map { activity in
                SubActivity(
                    lead: activity.lead, hours: activity.hours,
                    budget: activity.budget.map { Money(cents: $0) },
                    firstDay: activity.firstDay.flatMap { Day(iso: $0) },
                    lastDay: activity.lastDay.flatMap { Day(iso: $0) }, state: activity.state,
                    after: ids(activity.after))
            })
    }

    private static func ids(_ texts: [String]) -> Set<ID<PlanPart>> {
        Set(texts.compactMap { ID<PlanPart>($0) })
    }
}
